import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/core/outcome.js'
import { createSupervisor, type Supervisor } from '../../src/supervise/supervisor.js'

/** A worker that does what the id of its task says, and tells in the reason how many tasks it has done. */
const WORKER = `
import { parentPort, workerData } from 'node:worker_threads'
const say = (message) => parentPort.postMessage(message)
if (workerData === 'never starts') throw new Error('no model file')
let done = 0
parentPort.on('message', ({ input: { id } }) => {
  const settle = () => say({ kind: 'settled', settled: { outcome: { status: 'failed', id, reason: 'task ' + ++done }, article: null } })
  if (id === 'hangs while reading') for (;;);
  if (id === 'dies') process.exit(7)
  if (id === 'throws') throw new RangeError('too deep')
  if (id === 'eats') throw Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
  if (id === 'hangs at its second document') settle()
  say({ kind: 'cleaning' })
  if (id.startsWith('hangs')) for (;;);
  settle()
  say({ kind: 'done' })
})
say({ kind: 'ready' })
`

/** Far above what the worker takes for a task, on a machine that is busy too. */
const MAX_MS = 2000

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unspin-supervise-'))
  writeFileSync(join(folder, 'worker.mjs'), WORKER)
})
afterAll(() => rmSync(folder, { recursive: true }))

function open(data: string | null = null): Supervisor {
  return createSupervisor({
    module: pathToFileURL(join(folder, 'worker.mjs')),
    data,
    maxDocumentMs: MAX_MS,
  })
}

/** What became of the documents named, as ids, stages and reasons. */
async function settle(supervisor: Supervisor, ...ids: readonly string[]) {
  const outcomes: Outcome[] = []
  for (const id of ids) {
    const input = { id, filePath: `${id}.txt`, source: 'test', path: id }
    for await (const { outcome } of supervisor.settle({ input })) outcomes.push(outcome)
  }
  supervisor.close()
  return outcomes.map((outcome) => (outcome.status === 'failed' ? outcome : null))
}

const LATE = 'not done after 2000 ms, the most that a document may take'

describe('a supervisor', () => {
  it('has one worker do one task after another', async () => {
    const [first, second] = await settle(open(), 'a', 'b')
    expect([first?.reason, second?.reason]).toEqual(['task 1', 'task 2'])
  })

  it.each([
    ['hangs while reading', 'read', LATE],
    ['hangs while cleaning', 'clean', LATE],
    ['dies', 'read', 'its worker died: Error: the worker ended with exit code 7'],
    ['throws', 'read', 'its worker died: RangeError: too deep'],
    ['eats', 'read', 'it takes more memory than there is'],
  ])('fails a document that %s and goes on with another worker', async (id, stage, reason) => {
    const [before, failed, after] = await settle(open(), 'a', id, 'b')
    expect(before?.reason).toBe('task 1')
    expect(failed).toEqual({ status: 'failed', id, filePath: `${id}.txt`, stage, reason })
    expect(after).toMatchObject({ id: 'b', reason: 'task 1' })
  })

  it('keeps the documents that a task gave before it hung', async () => {
    const [first, second] = await settle(open(), 'hangs at its second document')
    expect([first?.reason, second?.reason]).toEqual(['task 1', LATE])
  })

  it('blames no document for a worker that never starts', async () => {
    await expect(settle(open('never starts'), 'a')).rejects.toThrow('no model file')
  })

  it('ends a hung task without its document when it is closed', async () => {
    const supervisor = open()
    await supervisor.settle({ input: { id: 'a', filePath: 'a', source: '', path: 'a' } }).next()
    const hung = settle(supervisor, 'hangs while reading')
    supervisor.close()
    expect(await hung).toEqual([])
  })
})
