import type { PackedFile } from './packed-file.js'

/**
 * Compact tables of a back-off trigram model with word ids below 2^17, at most 2^22 bigrams. All values are log10.
 *
 * Bigrams and trigrams are hashed into buckets that lie one behind another in a single array; bucket b begins at
 * `groups[b >> 8] + offsets[b]`. The bucket number and the remainder kept in the entry together give back the whole
 * key, so a look-up is exact, yet an entry takes four bytes:
 *
 *     bigram (v, w)    remainder: low 15 bits of w        bucket: (v, high 2 bits of w) XOR mix(remainder)
 *                      entry: remainder << 17 | begins a trigram << 16 | probability code << 8 | back-off code
 *     trigram (h, w)   h is the index of the bigram entry (u, v) that it extends
 *                      remainder: low 3 bits of h, w      bucket: (high 19 bits of h) XOR mix(remainder)
 *                      entry: remainder << 12 | probability code
 *
 * Sorted successor lists take about the same room, and several cache misses per look-up in place of two.
 */
export interface PackedTrigram {
  /** log10 P(w). */
  logUnigram(w: number): number
  /** Index of the bigram (v, w), which names it as a history; -1 when the model does not hold it. */
  history(v: number, w: number): number
  /** log10 P(w | u v), where `history` is that of (u, v), with back-off. */
  logProbFrom(history: number, v: number, w: number): number
}

export const MAX_WORDS = 1 << 17
export const MAX_BIGRAMS = 1 << 22
/** Buckets of either table; its `offsets` have one element more. */
const BUCKETS = 1 << 19
/** Buckets share a group's start, so that what is kept for each takes two bytes. */
const GROUP_SHIFT = 8

const BIGRAM_REMAINDER_SHIFT = 17
const BEGINS_TRIGRAM = 1 << 16
const TRIGRAM_REMAINDER_SHIFT = 12
const TRIGRAM_CODES = 1 << TRIGRAM_REMAINDER_SHIFT

/** The low bits of w that a bigram's entry keeps. */
function bigramRemainder(w: number): number {
  return w & 0x7fff
}

/** The bucket of the bigram (v, w). */
function bigramBucket(v: number, w: number): number {
  return ((v << 2) | (w >>> 15)) ^ mix(w & 0x7fff)
}

/** The part of (history, w) that a trigram's entry keeps. */
function trigramRemainder(history: number, w: number): number {
  return ((history & 7) << 17) | w
}

/** The bucket of the trigram (history, w). */
function trigramBucket(history: number, w: number): number {
  return (history >>> 3) ^ mix(((history & 7) << 17) | w)
}

/** Fibonacci hashing to a bucket number. */
function mix(key: number): number {
  return Math.imul(key + 1, 0x9e3779b1) >>> 13
}

/**
 * The layout above, for the packer. The reader uses the names themselves: it is a fifth faster with what its module
 * does not export, which the compiler takes for constants.
 */
export const TRIGRAM_LAYOUT = {
  buckets: BUCKETS,
  groupShift: GROUP_SHIFT,
  bigramRemainderShift: BIGRAM_REMAINDER_SHIFT,
  beginsTrigram: BEGINS_TRIGRAM,
  trigramRemainderShift: TRIGRAM_REMAINDER_SHIFT,
  trigramCodes: TRIGRAM_CODES,
  bigramRemainder,
  bigramBucket,
  trigramRemainder,
  trigramBucket,
} as const

/**
 * A reader over the sections that `packTrigram` writes.
 * @see Katz 1987: P(w | u v) is the trigram's where the model holds it, else backoff(u v) · P(w | v), and so on down.
 */
export function openPackedTrigram(file: PackedFile): PackedTrigram {
  const bigramGroups = file.u32('bigramGroups')
  const bigramOffsets = file.u16('bigramOffsets')
  const bigrams = file.u32('bigrams')
  const trigramGroups = file.u32('trigramGroups')
  const trigramOffsets = file.u16('trigramOffsets')
  const trigrams = file.u32('trigrams')
  // Copied as doubles: a look-up then needs no conversion.
  const bigramLogProbs = Float64Array.from(file.f32('bigramLogProbs'))
  const bigramBackoffs = Float64Array.from(file.f32('bigramBackoffs'))
  const trigramLogProbs = Float64Array.from(file.f32('trigramLogProbs'))
  const logUnigrams = Float64Array.from(file.f32('unigramLogProbs'))
  const unigramBackoffs = Float64Array.from(file.f32('unigramBackoffs'))

  const history = (v: number, w: number): number => {
    const bucket = bigramBucket(v, w)
    const remainder = bigramRemainder(w)
    const end = bigramGroups[(bucket + 1) >>> GROUP_SHIFT]! + bigramOffsets[bucket + 1]!
    for (let at = bigramGroups[bucket >>> GROUP_SHIFT]! + bigramOffsets[bucket]!; at < end; at++) {
      if (bigrams[at]! >>> BIGRAM_REMAINDER_SHIFT === remainder) return at
    }
    return -1
  }

  // One function without calls: put together from a search for trigrams and one for bigrams, it takes half as long
  // again, for the compiler then leaves some of the calls standing.
  const logProbFrom = (from: number, v: number, w: number): number => {
    let backoff = 0
    if (from >= 0) {
      const known = bigrams[from]!
      if ((known & BEGINS_TRIGRAM) !== 0) {
        const bucket = trigramBucket(from, w)
        const remainder = trigramRemainder(from, w)
        const end = trigramGroups[(bucket + 1) >>> GROUP_SHIFT]! + trigramOffsets[bucket + 1]!
        for (let at = trigramGroups[bucket >>> GROUP_SHIFT]! + trigramOffsets[bucket]!; at < end; at++) {
          const entry = trigrams[at]!
          if (entry >>> TRIGRAM_REMAINDER_SHIFT === remainder)
            return trigramLogProbs[entry & (TRIGRAM_CODES - 1)]!
        }
      }
      backoff = bigramBackoffs[known & 0xff]!
    }
    const bucket = bigramBucket(v, w)
    const remainder = bigramRemainder(w)
    const end = bigramGroups[(bucket + 1) >>> GROUP_SHIFT]! + bigramOffsets[bucket + 1]!
    for (let at = bigramGroups[bucket >>> GROUP_SHIFT]! + bigramOffsets[bucket]!; at < end; at++) {
      const entry = bigrams[at]!
      if (entry >>> BIGRAM_REMAINDER_SHIFT === remainder)
        return backoff + bigramLogProbs[(entry >>> 8) & 0xff]!
    }
    return backoff + unigramBackoffs[v]! + logUnigrams[w]!
  }

  return { logUnigram: (w) => logUnigrams[w]!, history, logProbFrom }
}
