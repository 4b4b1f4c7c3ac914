import { openPackedFile, type PackedArray, type PackedContents } from './packed-file.js'
import { openStringTable, packStringTable } from './string-table.js'

export const REWRITE_TABLE_KIND = 'rewrite-table'
export const REWRITE_TABLE_VERSION = 1

const SOURCES = ['table', 'walk', 'digits'] as const

/** A word that may have stood where a spun one stands. */
export interface Rewriting {
  readonly word: string
  /** log10 P(seen | word). */
  readonly logRewrite: number
  /** What knows of it. */
  readonly source: (typeof SOURCES)[number]
}

/** What one spinner does to words. */
export interface Rewritings {
  /** What may have stood where `seen` (lower-case) stands, in falling order of P(seen | original). */
  originals(seen: string): readonly Rewriting[]
  /** log10 P(word stays as it is). */
  logIdentity(word: string): number
}

/**
 * An original in 32 bits: from the lowest, 17 for the word's number, 2 for the source, 13 for -log10 P(seen | original)
 * in thousandths.
 */
const WORD_BITS = 17
const SOURCE_BITS = 2
const REWRITE_UNIT = 1000
const MAX_REWRITE = (1 << (32 - WORD_BITS - SOURCE_BITS)) - 1
/** -log10 P(a word stays) is kept in this many parts of 1. */
const IDENTITY_UNIT = 10_000
const MAX_IDENTITY = 0xffff

/** What several spinners do to words, each under a key that changes with all that it was worked out from. */
export interface RewriteTable {
  /** The rewritings under `key`; null when there are none. */
  open(key: string): Rewritings | null
}

/** What `models/rewrite-table.bin` holds of `spinners`, by key, each asked about all of `words`. */
export function packRewriteTable(
  spinners: ReadonlyMap<string, Rewritings>,
  words: Iterable<string>,
  sources: readonly string[],
): PackedContents {
  const asked = [...new Set(words)]
  const originals = [...spinners.values()].flatMap((spinner) =>
    asked.flatMap((word) => spinner.originals(word).map((original) => original.word)),
  )
  const all = [...new Set([...asked, ...originals])].sort()
  const numbers = new Map(all.map((word, index) => [word, index]))
  const { characters, offsets, slots } = packStringTable(all)
  const arrays: Record<string, PackedArray> = {
    wordCharacters: characters,
    wordOffsets: offsets,
    wordSlots: slots,
  }
  for (const [key, spinner] of spinners) {
    const lists = all.map((word) => spinner.originals(word))
    const list = lists.flat()
    const starts = new Uint32Array(all.length + 1)
    for (const [index, { length }] of lists.entries()) starts[index + 1] = starts[index]! + length
    const name = sectionName(key)
    arrays[name('starts')] = starts
    arrays[name('originals')] = Uint32Array.from(list, (original) =>
      packOriginal(original, numbers.get(original.word)!),
    )
    arrays[name('identities')] = Uint16Array.from(all, (word) =>
      Math.min(MAX_IDENTITY, Math.round(-IDENTITY_UNIT * spinner.logIdentity(word))),
    )
  }
  return {
    kind: REWRITE_TABLE_KIND,
    version: REWRITE_TABLE_VERSION,
    numbers: {},
    sources,
    arrays,
  }
}

function packOriginal({ logRewrite, source }: Rewriting, word: number): number {
  if (word >= 1 << WORD_BITS) throw new RangeError(`more than ${1 << WORD_BITS} words`)
  const rewrite = Math.min(MAX_REWRITE, Math.round(-REWRITE_UNIT * logRewrite))
  const sourceNumber = SOURCES.indexOf(source)
  return ((((rewrite << SOURCE_BITS) | sourceNumber) << WORD_BITS) | word) >>> 0
}

/** The table in `buffer`, the bytes of `models/rewrite-table.bin`. @throws Error when the bytes are not such a file. */
export function openRewriteTable(buffer: ArrayBuffer | SharedArrayBuffer): RewriteTable {
  const file = openPackedFile(buffer, REWRITE_TABLE_KIND, REWRITE_TABLE_VERSION)
  const words = openStringTable(file, 'word')
  return {
    open: (key) => {
      const name = sectionName(key)
      if (!(name('starts') in file.header.sections)) return null
      const starts = file.u32(name('starts'))
      const packed = file.u32(name('originals'))
      const identities = file.u16(name('identities'))
      const unpacked = (bits: number): Rewriting => ({
        word: words.get(bits & ((1 << WORD_BITS) - 1)),
        logRewrite: -(bits >>> (WORD_BITS + SOURCE_BITS)) / REWRITE_UNIT,
        source: SOURCES[(bits >>> WORD_BITS) & ((1 << SOURCE_BITS) - 1)]!,
      })
      const cache = new Map<number, readonly Rewriting[]>()
      return {
        originals: (seen) => {
          const word = words.find(seen, 0, seen.length)
          if (word < 0) return []
          let known = cache.get(word)
          if (!known) {
            known = Array.from(packed.subarray(starts[word], starts[word + 1]), unpacked)
            cache.set(word, known)
          }
          return known
        },
        logIdentity: (text) => {
          const word = words.find(text, 0, text.length)
          return word < 0 ? 0 : -identities[word]! / IDENTITY_UNIT
        },
      }
    },
  }
}

function sectionName(key: string): (array: string) => string {
  return (array) => `${key} ${array}`
}
