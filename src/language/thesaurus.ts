import { openPackedFile } from './packed-file.js'
import { openStringTable } from './string-table.js'

export const THESAURUS_KIND = 'thesaurus'
export const THESAURUS_VERSION = 1

/**
 * A thesaurus as a graph. Entries are lower-case and numbered: the single words first, in the order of their
 * characters, then the entries of several words, in the same order; so comparing numbers compares words.
 */
export interface Thesaurus {
  /** Entries, those of several words included. */
  readonly size: number
  /** Entries below this number are single words; the others hold a space. */
  readonly wordCount: number
  /** The number of `text`, -1 when it is no entry; A–Z count as a–z. */
  find(text: string): number
  /** The entry with this number. */
  text(entry: number): string
  /** What the thesaurus lists under `entry`, in its own order, without `entry` itself. A view: do not write to it. */
  synonyms(entry: number): Uint32Array
  /** The entries that list `entry`, in rising order. A view: do not write to it. */
  heads(entry: number): Uint32Array
}

/**
 * The thesaurus in `buffer`, the bytes of `models/thesaurus.bin`. The inverse lists are made at the first call of
 * `heads` (20 to 35 ms) rather than stored, which would double the file.
 * @throws Error when the bytes are not such a file.
 */
export function openThesaurus(buffer: ArrayBuffer | SharedArrayBuffer): Thesaurus {
  const file = openPackedFile(buffer, THESAURUS_KIND, THESAURUS_VERSION)
  const entries = openStringTable(file, 'entry')
  const listStarts = file.u32('listStarts')
  const targets = joinTargets(file.u16('targetsLow'), file.u8('targetsHigh'))
  let inverse: Inverse | null = null
  return {
    size: entries.size,
    wordCount: file.number('words'),
    find: (text) => entries.find(text, 0, text.length),
    text: (entry) => entries.get(entry),
    synonyms: (entry) => targets.subarray(listStarts[entry], listStarts[entry + 1]),
    heads: (entry) => {
      inverse ??= invert(listStarts, targets)
      return inverse.heads.subarray(inverse.starts[entry], inverse.starts[entry + 1])
    },
  }
}

/** Entry numbers have 18 bits, and are stored in 24. */
function joinTargets(low: Uint16Array, high: Uint8Array): Uint32Array {
  const targets = new Uint32Array(low.length)
  for (let at = 0; at < targets.length; at++) targets[at] = (high[at]! << 16) | low[at]!
  return targets
}

interface Inverse {
  readonly starts: Uint32Array
  readonly heads: Uint32Array
}

/** A counting sort of the arrows by their end. */
function invert(listStarts: Uint32Array, targets: Uint32Array): Inverse {
  const size = listStarts.length - 1
  const starts = new Uint32Array(size + 1)
  for (const target of targets) starts[target + 1]!++
  for (let entry = 0; entry < size; entry++) starts[entry + 1]! += starts[entry]!
  const next = starts.slice(0, size)
  const heads = new Uint32Array(targets.length)
  for (let head = 0; head < size; head++) {
    for (let at = listStarts[head]!; at < listStarts[head + 1]!; at++) heads[next[targets[at]!]!++] = head
  }
  return { starts, heads }
}
