import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { readZip } from '../../../scripts/corpus/read-zip.js'

/** A zip archive: for each file a local header with its data, then the central directory and its end. */
function zip(files: readonly { name: string; data: Buffer; method: number }[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, method } of files) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(method, 8)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), data)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

function written(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'a.zip'), bytes)
  return join(folder, 'a.zip')
}

test('files come in the order of the archive, packed or not, without folders', () => {
  const path = written(
    zip([
      { name: 'b/', data: Buffer.alloc(0), method: 0 },
      { name: 'b/one.txt', data: deflateRawSync('one one one'), method: 8 },
      { name: 'a.txt', data: Buffer.from('two'), method: 0 },
    ]),
  )
  expect([...readZip(path)].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    ['b/one.txt', 'one one one'],
    ['a.txt', 'two'],
  ])
})

test('what is no archive, or packed in another way, is refused by name', () => {
  expect(() => readZip(written(Buffer.from('text')))).toThrow('is no zip archive')
  const path = written(zip([{ name: 'a.txt', data: Buffer.from('x'), method: 14 }]))
  expect(() => readZip(path)).toThrow('a.txt is packed by method 14')
})
