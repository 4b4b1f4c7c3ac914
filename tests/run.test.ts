import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_CLEAN_OPTIONS } from '../src/clean-options.js'
import type { Outcome } from '../src/core/outcome.js'
import type { Resources } from '../src/pipeline.js'
import { DEFAULT_READ_OPTIONS } from '../src/read/read.js'
import { DEFAULT_RECORD_OPTIONS } from '../src/record/to-record.js'
import { loadResources } from '../src/resources.js'
import { type Job, run } from '../src/run.js'
import type { Writer } from '../src/write/writer.js'

let folder: string
let resources: Resources
const IDS = Array.from({ length: 20 }, (_, index) => `article-${String(index).padStart(2, '0')}`)

beforeAll(async () => {
  resources = await loadResources()
  folder = mkdtempSync(join(tmpdir(), 'unspin-run-'))
  for (const id of IDS) {
    const text = `The council of ${id} opened a new bridge across the river on Monday, officials said, after two years.`
    writeFileSync(join(folder, `${id}.txt`), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A writer that keeps what happens to it. */
function watchedWriter(own: Partial<Writer> = {}) {
  const events: string[] = []
  const writer: Writer = {
    format: ({ id }) => id,
    write: async (text) => void events.push(text),
    finish: async () => void events.push('finished'),
    abandon: async () => void events.push('abandoned'),
    ...own,
  }
  return { writer, events }
}

async function runWith(writer: Writer, concurrency: number, signal = new AbortController().signal) {
  const outcomes: Outcome[] = []
  const job: Job = {
    paths: [folder],
    outputFolder: null,
    source: null,
    writers: [writer],
    read: DEFAULT_READ_OPTIONS,
    clean: DEFAULT_CLEAN_OPTIONS,
    record: DEFAULT_RECORD_OPTIONS,
    concurrency,
    worker: null,
  }
  const tally = await run(job, resources, {
    start: () => {},
    outcome: (outcome) => void outcomes.push(outcome),
    signal,
  })
  const report = tally.report({ version: '0', rules: [], models: [], options: {} })
  return { outcomes, counts: report.counts, failed: report.failed }
}

describe('run', () => {
  it.each([1, 16])('hands records to the writers in input order, %i at a time', async (concurrency) => {
    const { writer, events } = watchedWriter()
    const { counts } = await runWith(writer, concurrency)
    expect(events).toEqual([...IDS, 'finished', 'abandoned'])
    expect(counts).toEqual({ read: 20, cleaned: 20, rejected: 0, failed: 0, skipped: 0 })
  })

  it('never has more writes under way than it may', async () => {
    let now = 0
    let most = 0
    const { writer } = watchedWriter({
      write: async () => {
        most = Math.max(most, ++now)
        await sleep(5)
        now--
      },
    })
    await runWith(writer, 3)
    expect(most).toBe(3)
  })

  it('turns a document that breaks our code into a failure and goes on', async () => {
    const { writer, events } = watchedWriter({
      format: ({ id }) => {
        if (id === IDS[3]) throw new RangeError('Invalid string length')
        return id
      },
    })
    const { counts, failed } = await runWith(writer, 4)
    expect(counts).toMatchObject({ read: 20, cleaned: 19, failed: 1 })
    expect(failed).toEqual([
      { id: IDS[3], file_path: `${IDS[3]}.txt`, stage: 'clean', reason: 'RangeError: Invalid string length' },
    ])
    expect(events).toEqual([...IDS.filter((id) => id !== IDS[3]), 'finished', 'abandoned'])
  })

  it('ends when what is written is refused, and leaves nothing', async () => {
    const { writer, events } = watchedWriter({ write: () => Promise.reject(new Error('disk full')) })
    await expect(runWith(writer, 2)).rejects.toThrow('disk full')
    expect(events).toEqual(['abandoned'])
  })

  it('stops before the next document when it is asked to, and finishes nothing', async () => {
    const stop = new AbortController()
    const { writer, events } = watchedWriter({
      write: async (text) => {
        events.push(text)
        if (text === IDS[1]) stop.abort()
      },
    })
    const { outcomes } = await runWith(writer, 1, stop.signal)
    expect(outcomes.length).toBeLessThan(20)
    expect(events.at(-1)).toBe('abandoned')
    expect(events).not.toContain('finished')
  })
})
