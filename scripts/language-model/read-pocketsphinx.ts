import type { TrigramModel } from './trigram-model.js'

const MAGIC = 'Trie Language Model'
const QUANTISATION_16_BIT = 1
const TABLE_SIZE = 1 << 16
/** PocketSphinx keeps logarithms to the base 1.0001. */
const TO_LOG10 = Math.log10(1.0001)

/**
 * The model in a PocketSphinx `.lm.bin` file of order 3 with 16-bit quantisation.
 *
 * The trie is reversed: its root is the predicted word, so that a bigram's record, found below w, names v, and a
 * trigram's, found below (v, w), names u. Layout: magic, u8 order, 3 × u32 counts, i32 quantisation; tables of
 * 65,536 floats for the bigrams' probabilities and back-offs and the trigrams' probabilities; unigrams as
 * {f32 probability, f32 back-off, u32 first bigram}; bigram records {word, 16-bit back-off, 16-bit probability, first
 * trigram}; trigram records {word, 16-bit probability}, both packed in bits; u32 length and NUL-separated words.
 * @throws Error when `bytes` are not such a file.
 */
export function readPocketsphinx(bytes: Uint8Array): TrigramModel {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (
    new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length)) !== MAGIC ||
    bytes[MAGIC.length] !== 3
  ) {
    throw new Error('not a PocketSphinx trie model of order 3')
  }
  let at = MAGIC.length + 1
  const u32 = (): number => {
    at += 4
    return data.getUint32(at - 4, true)
  }
  const unigramCount = u32()
  const bigramCount = u32()
  const trigramCount = u32()
  if (u32() !== QUANTISATION_16_BIT) throw new Error('expected 16-bit quantisation')
  const table = (): Float64Array => {
    const values = Float64Array.from(
      { length: TABLE_SIZE },
      (_, i) => data.getFloat32(at + 4 * i, true) * TO_LOG10,
    )
    at += 4 * TABLE_SIZE
    return values
  }
  const bigramProbTable = table()
  const bigramBackoffTable = table()
  const trigramProbTable = table()

  const unigramLogProbs = new Float64Array(unigramCount)
  const unigramBackoffs = new Float64Array(unigramCount)
  const firstBigram = new Uint32Array(unigramCount + 1)
  for (let id = 0; id <= unigramCount; id++) {
    if (id < unigramCount) {
      unigramLogProbs[id] = data.getFloat32(at, true) * TO_LOG10
      unigramBackoffs[id] = data.getFloat32(at + 4, true) * TO_LOG10
    }
    firstBigram[id] = data.getUint32(at + 8, true)
    at += 12
  }

  const wordBits = requiredBits(unigramCount)
  const nextBits = requiredBits(trigramCount)
  const bigramBits = wordBits + 32 + nextBits
  const bigramStart = at
  at += recordBytes(bigramCount, bigramBits)
  const bigrams = {
    v: new Uint32Array(bigramCount),
    w: new Uint32Array(bigramCount),
    logProb: new Float64Array(bigramCount),
    backoff: new Float64Array(bigramCount),
  }
  const firstTrigram = new Uint32Array(bigramCount + 1)
  for (let id = 0; id < unigramCount; id++) {
    for (let index = firstBigram[id]!; index < firstBigram[id + 1]!; index++) {
      const bit = index * bigramBits
      bigrams.w[index] = id
      bigrams.v[index] = readBits(bytes, bigramStart, bit, wordBits)
      bigrams.backoff[index] = bigramBackoffTable[readBits(bytes, bigramStart, bit + wordBits, 16)]!
      bigrams.logProb[index] = bigramProbTable[readBits(bytes, bigramStart, bit + wordBits + 16, 16)]!
    }
  }
  for (let index = 0; index <= bigramCount; index++) {
    firstTrigram[index] = readBits(bytes, bigramStart, index * bigramBits + wordBits + 32, nextBits)
  }

  const trigramBits = wordBits + 16
  const trigramStart = at
  at += recordBytes(trigramCount, trigramBits)
  const trigrams = {
    u: new Uint32Array(trigramCount),
    v: new Uint32Array(trigramCount),
    w: new Uint32Array(trigramCount),
    logProb: new Float64Array(trigramCount),
  }
  for (let parent = 0; parent < bigramCount; parent++) {
    for (let index = firstTrigram[parent]!; index < firstTrigram[parent + 1]!; index++) {
      const bit = index * trigramBits
      trigrams.u[index] = readBits(bytes, trigramStart, bit, wordBits)
      trigrams.v[index] = bigrams.v[parent]!
      trigrams.w[index] = bigrams.w[parent]!
      trigrams.logProb[index] = trigramProbTable[readBits(bytes, trigramStart, bit + wordBits, 16)]!
    }
  }

  const wordsLength = u32()
  const words = new TextDecoder('latin1').decode(bytes.subarray(at, at + wordsLength)).split('\0')
  words.length = unigramCount
  return { words, unigramLogProbs, unigramBackoffs, bigrams, trigrams }
}

/** Bytes of `count` records and the one that ends them, with the slack that the format adds. */
function recordBytes(count: number, bits: number): number {
  return Math.floor(((1 + count) * bits + 7) / 8) + 8
}

function requiredBits(value: number): number {
  return 32 - Math.clz32(value)
}

/** Up to 32 bits, least significant first, from bit `bit` after byte `start`. */
function readBits(bytes: Uint8Array, start: number, bit: number, count: number): number {
  let value = 0
  let taken = 0
  let at = start + Math.floor(bit / 8)
  let skip = bit % 8
  while (taken < count) {
    const bits = Math.min(8 - skip, count - taken)
    value += ((bytes[at]! >>> skip) & ((1 << bits) - 1)) * 2 ** taken
    taken += bits
    skip = 0
    at++
  }
  return value
}
