import type { PackedFile } from './packed-file.js'

/** Distinct strings of Latin-1 characters in lower case, numbered from 0, found by hashing without allocation. */
export interface StringTable {
  readonly size: number
  /** The number of the characters `[start, end)` of `text`, without regard to case and with ’ as '; -1 when absent. */
  find(text: string, start: number, end: number): number
  /** The string with this number. */
  get(index: number): string
}

/** The arrays behind a table; `slots` holds string numbers plus one, 0 for an empty slot; its length is a power of 2. */
export interface StringTableArrays {
  readonly characters: Uint8Array
  readonly offsets: Uint32Array
  readonly slots: Uint32Array
}

/** The table over the sections `<name>Characters`, `<name>Offsets` and `<name>Slots` of a model file. */
export function openStringTable(file: PackedFile, name: string): StringTable {
  return stringTable({
    characters: file.u8(`${name}Characters`),
    offsets: file.u32(`${name}Offsets`),
    slots: file.u32(`${name}Slots`),
  })
}

/** A reader over `arrays`. */
export function stringTable({ characters, offsets, slots }: StringTableArrays): StringTable {
  const mask = slots.length - 1
  return {
    size: offsets.length - 1,
    find: (text, start, end) => {
      const length = end - start
      let hash = HASH_SEED
      for (let at = start; at < end; at++) hash = mixed(hash, foldedCode(text.charCodeAt(at)))
      for (let slot = finished(hash) & mask; ; slot = (slot + 1) & mask) {
        const index = slots[slot]! - 1
        if (index < 0) return -1
        const from = offsets[index]!
        if (offsets[index + 1]! - from !== length) continue
        let same = 0
        while (same < length && characters[from + same] === foldedCode(text.charCodeAt(start + same))) same++
        if (same === length) return index
      }
    },
    get: (index) => {
      let text = ''
      for (let at = offsets[index]!; at < offsets[index + 1]!; at++)
        text += String.fromCharCode(characters[at]!)
      return text
    },
  }
}

/** The arrays of a table of `strings`, which are distinct, in lower case and of Latin-1 characters. */
export function packStringTable(strings: readonly string[]): StringTableArrays {
  const offsets = new Uint32Array(strings.length + 1)
  for (const [index, text] of strings.entries()) offsets[index + 1] = offsets[index]! + text.length
  const characters = new Uint8Array(offsets[strings.length]!)
  let slotCount = 8
  // Below two thirds full, linear probing looks at two slots on average, three for absent strings.
  while (slotCount * 2 < strings.length * 3) slotCount *= 2
  const slots = new Uint32Array(slotCount)
  for (const [index, text] of strings.entries()) {
    let hash = HASH_SEED
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code > 0xff || foldedCode(code) !== code)
        throw new RangeError(`cannot pack ${JSON.stringify(text)}`)
      characters[offsets[index]! + at] = code
      hash = mixed(hash, code)
    }
    let slot = finished(hash) & (slotCount - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slotCount - 1)
    slots[slot] = index + 1
  }
  return { characters, offsets, slots }
}

const HASH_SEED = 0x811c9dc5 | 0
const RIGHT_QUOTE = 0x2019
const MULTIPLICATION_SIGN = 0xd7

/** The capitals of Latin-1 to small letters, the curly apostrophe to the straight one; every other code as it is. */
function foldedCode(code: number): number {
  if (code < 0xc0) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code
  if (code <= 0xde) return code === MULTIPLICATION_SIGN ? code : code + 0x20
  return code === RIGHT_QUOTE ? 0x27 : code
}

/** One step of FNV-1a. */
function mixed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** FNV leaves its low bits weak for short strings; the high bits are folded in. */
function finished(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0
}
