import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openPackedFile, packFile, readPackedHeader } from '../../src/language/packed-file.js'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const contents = {
  kind: 'sample',
  version: 3,
  numbers: { words: 2 },
  sources: ['a source with ünicode'],
  arrays: {
    bytes: Uint8Array.of(1, 2, 3),
    shorts: Uint16Array.of(65535),
    longs: Uint32Array.of(7, 4294967295),
    signed: Int8Array.of(-5),
    reals: Float32Array.of(-1.5),
    nothing: new Uint32Array(0),
  },
}

function packed(): ArrayBuffer {
  const bytes = packFile(contents, digest)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}

describe('a packed file', () => {
  test('gives back its numbers and arrays', () => {
    const file = openPackedFile(packed(), 'sample', 3)
    expect(file.number('words')).toBe(2)
    expect([...file.u8('bytes')]).toEqual([1, 2, 3])
    expect([...file.u16('shorts')]).toEqual([65535])
    expect([...file.u32('longs')]).toEqual([7, 4294967295])
    expect([...file.i8('signed')]).toEqual([-5])
    expect([...file.f32('reals')]).toEqual([-1.5])
    expect(file.u32('nothing').length).toBe(0)
    expect(file.header.sources).toEqual(contents.sources)
  })

  test('states the digest of everything behind its header', () => {
    const bytes = new Uint8Array(packed())
    const { sha256, sections } = readPackedHeader(bytes)
    expect(sha256).toBe(digest(bytes.subarray(sections.bytes!.offset)))
  })

  test('opens in memory that threads share', () => {
    const bytes = new Uint8Array(packed())
    const shared = new SharedArrayBuffer(bytes.length)
    new Uint8Array(shared).set(bytes)
    expect([...openPackedFile(shared, 'sample', 3).u32('longs')]).toEqual([7, 4294967295])
  })

  test('says what is wrong with a file that is not the one expected', () => {
    const buffer = packed()
    expect(() => openPackedFile(buffer, 'sample', 4)).toThrow('sample version 3; expected sample version 4')
    expect(() => openPackedFile(buffer, 'words', 3)).toThrow('expected words version 3')
    expect(() => openPackedFile(buffer.slice(0, -8), 'sample', 3)).toThrow(/has \d+ bytes; expected \d+/)
    expect(() => openPackedFile(buffer.slice(0, 40), 'sample', 3)).toThrow('ends inside its header')
    expect(() => openPackedFile(new ArrayBuffer(0), 'sample', 3)).toThrow('does not begin as a model file')
    expect(() => openPackedFile(new ArrayBuffer(64), 'sample', 3)).toThrow('does not begin as a model file')
  })

  test('refuses a section under another type or name', () => {
    const file = openPackedFile(packed(), 'sample', 3)
    expect(() => file.u16('bytes')).toThrow('no section bytes of u16')
    expect(() => file.u8('absent')).toThrow('no section absent')
    expect(() => file.number('absent')).toThrow('no absent')
  })
})
