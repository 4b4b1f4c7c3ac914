import { createHash } from 'node:crypto'
import {
  LANGUAGE_MODEL_KIND,
  LANGUAGE_MODEL_VERSION,
  SENTENCE_END,
  SENTENCE_START,
  UNKNOWN,
} from '../../src/language/ngram-model.js'
import { packFile } from '../../src/language/packed-file.js'
import { MAX_BIGRAMS, MAX_WORDS, TRIGRAM_LAYOUT } from '../../src/language/packed-trigram.js'
import { packStringTable } from '../../src/language/string-table.js'
import { quantise } from './quantise.js'
import { type TrigramModel, UNKNOWN_LOG_PROB, UNKNOWN_WORD } from './trigram-model.js'

/**
 * The bytes of a model file. `model` has `<s>` and `</s>` among its words; the unknown word is added where it lacks.
 * Ids are given by falling probability, so that the frequent words share cache lines.
 * @param aliases other spellings, each with a word of the model.
 */
export function packTrigram(
  model: TrigramModel,
  aliases: ReadonlyMap<string, string>,
  sources: readonly string[],
): Uint8Array {
  const ids = renumber(model)
  const size = model.words.length + (model.words.includes(UNKNOWN_WORD) ? 0 : 1)
  if (size > MAX_WORDS || model.bigrams.v.length > MAX_BIGRAMS) throw new RangeError('the model is too large')
  const words = new Array<string>(size).fill('')
  words[UNKNOWN] = UNKNOWN_WORD
  const unigramLogProbs = new Float32Array(size).fill(UNKNOWN_LOG_PROB)
  const unigramBackoffs = new Float32Array(size)
  for (const [old, word] of model.words.entries()) {
    const id = ids[old]!
    words[id] = word
    unigramLogProbs[id] = model.unigramLogProbs[old]!
    unigramBackoffs[id] = model.unigramBackoffs[old]!
  }
  const idOf = new Map(words.map((word, id) => [word, id]))
  const others = [...aliases].filter(([alias]) => !idOf.has(alias))
  const table = packStringTable([...words, ...others.map(([alias]) => alias)])
  const { indexOf, ...bigramArrays } = packBigrams(model, ids)
  return packFile(
    {
      kind: LANGUAGE_MODEL_KIND,
      version: LANGUAGE_MODEL_VERSION,
      numbers: { words: size, bigrams: model.bigrams.v.length, trigrams: model.trigrams.v.length },
      sources,
      arrays: {
        wordCharacters: table.characters,
        wordOffsets: table.offsets,
        wordSlots: table.slots,
        aliases: Uint32Array.from(others, ([, word]) => idOf.get(word)!),
        unigramLogProbs,
        unigramBackoffs,
        ...bigramArrays,
        ...packTrigrams(model, ids, indexOf, bigramArrays.bigrams),
      },
    },
    (bytes) => createHash('sha256').update(bytes).digest('hex'),
  )
}

const SPECIAL: ReadonlySet<string> = new Set([UNKNOWN_WORD, '<s>', '</s>'])

const {
  buckets: BUCKETS,
  groupShift: GROUP_SHIFT,
  bigramRemainderShift: BIGRAM_REMAINDER_SHIFT,
  beginsTrigram: BEGINS_TRIGRAM,
  trigramRemainderShift: TRIGRAM_REMAINDER_SHIFT,
  trigramCodes: TRIGRAM_CODES,
  bigramBucket,
  bigramRemainder,
  trigramBucket,
  trigramRemainder,
} = TRIGRAM_LAYOUT

/** New id of every word of `model`. */
function renumber(model: TrigramModel): Uint32Array {
  const { words, unigramLogProbs } = model
  const order = words
    .map((_, id) => id)
    .filter((id) => !SPECIAL.has(words[id]!))
    .sort((a, b) => unigramLogProbs[b]! - unigramLogProbs[a]! || a - b)
  const ids = new Uint32Array(words.length)
  const unknown = words.indexOf(UNKNOWN_WORD)
  if (unknown >= 0) ids[unknown] = UNKNOWN
  for (const [rank, id] of order.entries()) ids[id] = rank + SENTENCE_END + 1
  ids[words.indexOf('<s>')] = SENTENCE_START
  ids[words.indexOf('</s>')] = SENTENCE_END
  return ids
}

function packBigrams({ bigrams }: TrigramModel, ids: Uint32Array) {
  const logProbs = quantise(bigrams.logProb, 256)
  const backoffs = quantise(bigrams.backoff, 256, [0])
  const bucketOf = (i: number): number => bigramBucket(ids[bigrams.v[i]!]!, ids[bigrams.w[i]!]!)
  const remainderOf = (i: number): number => bigramRemainder(ids[bigrams.w[i]!]!)
  const { groups, offsets, places } = bucketSort(bigrams.v.length, bucketOf, remainderOf)
  const entries = new Uint32Array(bigrams.v.length)
  for (const [i, place] of places.entries()) {
    entries[place] =
      ((remainderOf(i) << BIGRAM_REMAINDER_SHIFT) | (logProbs.codes[i]! << 8) | backoffs.codes[i]!) >>> 0
  }
  const keys = new Map<number, number>()
  for (const [i, place] of places.entries())
    keys.set(ids[bigrams.v[i]!]! * MAX_WORDS + ids[bigrams.w[i]!]!, place)
  const indexOf = (v: number, w: number): number => {
    const found = keys.get(v * MAX_WORDS + w)
    if (found === undefined) throw new Error('a trigram extends a bigram that the model does not hold')
    return found
  }
  return {
    indexOf,
    bigramGroups: groups,
    bigramOffsets: offsets,
    bigrams: entries,
    bigramLogProbs: logProbs.codebook,
    bigramBackoffs: backoffs.codebook,
  }
}

/** Packs the trigrams and marks in `bigramEntries` the histories that they extend. */
function packTrigrams(
  { trigrams }: TrigramModel,
  ids: Uint32Array,
  indexOf: (v: number, w: number) => number,
  bigramEntries: Uint32Array,
) {
  const logProbs = quantise(trigrams.logProb, TRIGRAM_CODES)
  const histories = Uint32Array.from(trigrams.u, (u, i) => indexOf(ids[u]!, ids[trigrams.v[i]!]!))
  const remainderOf = (i: number): number => trigramRemainder(histories[i]!, ids[trigrams.w[i]!]!)
  const bucketOf = (i: number): number => trigramBucket(histories[i]!, ids[trigrams.w[i]!]!)
  const { groups, offsets, places } = bucketSort(trigrams.u.length, bucketOf, remainderOf)
  const entries = new Uint32Array(trigrams.u.length)
  for (const [i, place] of places.entries()) {
    entries[place] = ((remainderOf(i) << TRIGRAM_REMAINDER_SHIFT) | logProbs.codes[i]!) >>> 0
    bigramEntries[histories[i]!]! |= BEGINS_TRIGRAM
  }
  return {
    trigramGroups: groups,
    trigramOffsets: offsets,
    trigrams: entries,
    trigramLogProbs: logProbs.codebook,
  }
}

/** Where each of `count` entries goes when they are sorted by bucket, then by remainder, and where buckets start. */
function bucketSort(
  count: number,
  bucketOf: (i: number) => number,
  remainderOf: (i: number) => number,
): { groups: Uint32Array; offsets: Uint16Array; places: Uint32Array } {
  const starts = new Uint32Array(BUCKETS + 1)
  const sortKeys = Float64Array.from({ length: count }, (_, i) => bucketOf(i) * 2 ** 20 + remainderOf(i))
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => sortKeys[a]! - sortKeys[b]!)
  const places = new Uint32Array(count)
  for (const [place, i] of order.entries()) {
    places[i] = place
    starts[bucketOf(i) + 1]!++
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!
  const groups = Uint32Array.from(
    { length: (BUCKETS >>> GROUP_SHIFT) + 1 },
    (_, i) => starts[i << GROUP_SHIFT]!,
  )
  const offsets = Uint16Array.from(starts, (start, bucket) => {
    const offset = start - groups[bucket >>> GROUP_SHIFT]!
    if (offset > 0xffff) throw new RangeError('a group of buckets is too full')
    return offset
  })
  return { groups, offsets, places }
}
