import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAtomic, writeAtomic } from '../../src/write/atomic.js'
import { openFolderWriter } from '../../src/write/writer.js'
import { sampleRecord } from '../record/sample-record.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unspin-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('writeAtomic', () => {
  it('makes the folders on the way and leaves nothing beside the file', async () => {
    await writeAtomic(join(folder, 'a/b.txt'), 'whole')
    expect(readdirSync(join(folder, 'a'))).toEqual(['b.txt'])
    expect(readFileSync(join(folder, 'a/b.txt'), 'utf8')).toBe('whole')
  })

  it('leaves the old file and no trace when the new one cannot take its place', async () => {
    await writeAtomic(join(folder, 'taken/inside.txt'), 'old')
    await expect(writeAtomic(join(folder, 'taken'), 'new')).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['taken'])
  })
})

describe('openAtomic', () => {
  it('shows nothing under the name before commit, and nothing at all after abandon', async () => {
    writeFileSync(join(folder, 'a.txt'), 'old')
    const file = await openAtomic(join(folder, 'a.txt'))
    await file.append('new')
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old')
    await file.abandon()
    expect(readdirSync(folder)).toEqual(['a.txt'])
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old')
  })
})

describe('openFolderWriter', () => {
  it('keeps the order of the calls in articles.jsonl, however long the records are', async () => {
    const writer = await openFolderWriter(folder, 'jsonl')
    const records = Array.from({ length: 40 }, (_, index) =>
      sampleRecord(`${index} ${'long '.repeat(index * 500)}`),
    )
    await Promise.all(records.map((record) => writer.write(writer.format(record), 'unused')))
    expect(existsSync(join(folder, 'articles.jsonl'))).toBe(false)
    await writer.finish()
    const lines = readFileSync(join(folder, 'articles.jsonl'), 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).text)).toEqual(records.map(({ text }) => text))
  })

  it('writes a file for each record as text and as Markdown', async () => {
    for (const format of ['text', 'markdown'] as const) {
      const writer = await openFolderWriter(folder, format)
      await writer.write(writer.format(sampleRecord('He ran.')), 'news/a')
      await writer.finish()
    }
    expect(readdirSync(join(folder, 'news')).toSorted()).toEqual(['a.md', 'a.txt'])
  })
})
