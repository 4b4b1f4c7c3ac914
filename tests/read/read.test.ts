import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SourceRecord } from '../../src/core/record.js'
import { fileErrorReason } from '../../src/read/file-error.js'
import { DEFAULT_READ_OPTIONS, read } from '../../src/read/read.js'
import { isFailure, type ReadFailure } from '../../src/read/reader.js'

const isRoot = process.getuid?.() === 0
let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'unspin-read-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function readAll(
  name: string,
  options = DEFAULT_READ_OPTIONS,
): Promise<(SourceRecord | ReadFailure)[]> {
  const input = { id: name.replace(/\..*/, ''), filePath: name, source: 'feed', path: join(root, name) }
  const records: (SourceRecord | ReadFailure)[] = []
  for await (const record of read(input, options)) records.push(record)
  return records
}

async function expectFailure(
  name: string,
  reason: string | RegExp,
  options = DEFAULT_READ_OPTIONS,
): Promise<void> {
  const records = await readAll(name, options)
  expect(records).toHaveLength(1)
  expect(isFailure(records[0]!)).toBe(true)
  expect(records[0]).toMatchObject({
    status: 'failed',
    filePath: name,
    stage: 'read',
    reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
  })
}

describe('read', () => {
  it('gives one record for a plain text, with the hash of its bytes', async () => {
    const bytes = Buffer.from('\uFEFFKyiv’s allies')
    await writeFile(join(root, 'a.txt'), bytes)
    expect(await readAll('a.txt')).toEqual([
      {
        id: 'a',
        filePath: 'a.txt',
        source: 'feed',
        text: 'Kyiv’s allies',
        format: 'text',
        markup: null,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        encoding: 'utf-8',
        supplied: { url: null, added: null },
        findings: [],
      },
    ])
  })

  it('unpacks gzip data and hashes it as it stands on disk', async () => {
    const packed = Buffer.concat([gzipSync('First part, '), gzipSync('second part.')])
    await writeFile(join(root, 'a.txt.gz'), packed)
    expect(await readAll('a.txt.gz')).toMatchObject([
      {
        text: 'First part, second part.',
        sha256: createHash('sha256').update(packed).digest('hex'),
      },
    ])
  })

  it('unpacks gzip data under any name', async () => {
    await writeFile(join(root, 'a.txt'), gzipSync('Hello'))
    expect(await readAll('a.txt')).toMatchObject([{ text: 'Hello' }])
  })

  it('gives an empty record for an empty file', async () => {
    await writeFile(join(root, 'a.txt'), '')
    expect(await readAll('a.txt')).toMatchObject([{ text: '', encoding: 'utf-8' }])
  })

  it('fails on gzip data that is cut short, damaged or none', async () => {
    const packed = gzipSync('All of this is well. '.repeat(100))
    await writeFile(join(root, 'cut.txt.gz'), packed.subarray(0, packed.length - 12))
    await expectFailure('cut.txt.gz', 'damaged gzip data: unexpected end of file')
    const damaged = Buffer.from(packed)
    damaged.fill(0xff, 12, 20)
    await writeFile(join(root, 'bad.txt.gz'), damaged)
    await expectFailure('bad.txt.gz', /^damaged gzip data: /)
    await writeFile(join(root, 'none.txt.gz'), 'plain')
    await expectFailure('none.txt.gz', 'damaged gzip data: it does not begin as a gzip file does')
  })

  it('fails on content beyond the limit, packed or not, and reads content at the limit', async () => {
    const limited = { ...DEFAULT_READ_OPTIONS, maxBytes: 1000 }
    await writeFile(join(root, 'at.txt'), 'x'.repeat(1000))
    await writeFile(join(root, 'over.txt'), 'x'.repeat(1001))
    await writeFile(join(root, 'at.txt.gz'), gzipSync('x'.repeat(1000)))
    await writeFile(join(root, 'over.txt.gz'), gzipSync('x'.repeat(1001)))
    expect(await readAll('at.txt', limited)).toMatchObject([{ text: 'x'.repeat(1000) }])
    expect(await readAll('at.txt.gz', limited)).toMatchObject([{ text: 'x'.repeat(1000) }])
    await expectFailure('over.txt', 'more than 1000 bytes', limited)
    await expectFailure('over.txt.gz', 'more than 1000 bytes when unpacked', limited)
  })

  it('fails on binary data, a folder and a file that vanished', async () => {
    await writeFile(join(root, 'a.txt'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
    await expectFailure('a.txt', 'binary data: a PNG image, not text')
    await mkdir(join(root, 'folder.txt'))
    await expectFailure('folder.txt', 'a folder, not a file')
    await expectFailure('gone.txt', 'no such file or folder')
  })

  it('names a missing permission', () => {
    const refused = (code: string) => fileErrorReason(Object.assign(new Error(`${code}: no`), { code }))
    expect(refused('EACCES')).toBe('no permission to read it')
    expect(refused('EPERM')).toBe('no permission to read it')
    expect(refused('EBUSY')).toBe('EBUSY: no')
  })

  it('throws on errors that the file system did not raise', () => {
    expect(() => fileErrorReason(new TypeError('ours'))).toThrow('ours')
  })

  it.skipIf(isRoot)('fails on a file that it may not read', async () => {
    await writeFile(join(root, 'a.txt'), 'x')
    await chmod(join(root, 'a.txt'), 0)
    await expectFailure('a.txt', 'no permission to read it')
  })
})
