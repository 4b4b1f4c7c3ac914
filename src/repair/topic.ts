import type { NewsUnigrams } from '../language/news-unigrams.js'
import type { WordVectors } from '../language/word-vectors.js'
import type { Candidate } from './candidates.js'

/** How much the meaning of its surroundings speaks for a word. */
export interface TopicSettings {
  /** log10 weight of the cosine with the words around, and with the whole document. */
  readonly nearWeight: number
  readonly documentWeight: number
  /** Words to each side that count as around. */
  readonly reach: number
}

/** A sentence's candidates with their posteriors, and the order of sentences within the document. */
interface Sentence {
  readonly length: number
  readonly candidates: readonly Candidate[]
  readonly posteriors: Float64Array
}

/**
 * Adds to `logPage` of every candidate: the cosine between its meaning and the meanings expected around it, each word
 * weighed by its posterior and by how much it says (its surprise in news).
 */
export function weighTopics(
  sentences: readonly Sentence[],
  vectors: WordVectors,
  news: NewsUnigrams,
  settings: TopicSettings,
): void {
  const meanings = createMeanings(vectors, news)
  const { dimensions } = vectors
  const expected = sentences.map((sentence) => expectedMeanings(sentence, meanings, dimensions))
  const whole = new Float64Array(dimensions)
  for (const before of expected) addRow(whole, before, before.length - dimensions)
  const surroundings = new Float64Array(dimensions)
  for (const [index, { length, candidates }] of sentences.entries()) {
    const before = expected[index]!
    let prepared = -1
    for (const candidate of candidates) {
      // Only a token with a choice needs to know its surroundings.
      if (!candidate.isEligible) continue
      if (candidate.from !== prepared) {
        prepared = candidate.from
        prepare(surroundings, before, whole, prepared, length, settings)
      }
      candidate.logPage += meanings.dot(candidate.original, surroundings)
    }
  }
}

/**
 * Fills `target` so that its dot product with a word's unit vector is the weighted sum of the word's cosines with what
 * stands around `at` and with the rest of the document. `before` holds, row by row, the sums of the sentence's meanings
 * before each token.
 */
function prepare(
  target: Float64Array,
  before: Float64Array,
  whole: Float64Array,
  at: number,
  length: number,
  { nearWeight, documentWeight, reach }: TopicSettings,
): void {
  const dimensions = target.length
  const first = Math.max(0, at - reach) * dimensions
  const end = Math.min(length, at + reach + 1) * dimensions
  const own = at * dimensions
  let nearSquare = 0
  let restSquare = 0
  for (let i = 0; i < dimensions; i++) {
    const self = before[own + dimensions + i]! - before[own + i]!
    const near = before[end + i]! - before[first + i]! - self
    const rest = whole[i]! - self
    nearSquare += near * near
    restSquare += rest * rest
  }
  // What is left of a sum after its parts were taken off again is not a direction.
  const nearScale = nearSquare < NOTHING ? 0 : nearWeight / Math.sqrt(nearSquare)
  const restScale = restSquare < NOTHING ? 0 : documentWeight / Math.sqrt(restSquare)
  for (let i = 0; i < dimensions; i++) {
    const self = before[own + dimensions + i]! - before[own + i]!
    const near = before[end + i]! - before[first + i]! - self
    target[i] = nearScale * near + restScale * (whole[i]! - self)
  }
}

/** Squares of sums below this are rounding errors. */
const NOTHING = 1e-12

interface Meanings {
  /** Adds a word's vector times `weight` to the row of `rows` that begins at `start`. */
  addTo(rows: Float64Array, start: number, word: string, weight: number): void
  /** The dot product of a word's unit vector with `other`; 0 for words that say nothing of the topic. */
  dot(word: string, other: Float64Array): number
}

function createMeanings(vectors: WordVectors, news: NewsUnigrams): Meanings {
  const known = new Map<string, { readonly vector: Int8Array | null; readonly surprise: number }>()
  const lookUp = (word: string) => {
    let entry = known.get(word)
    if (!entry) {
      const index = vectors.find(word)
      const surprise = Math.max(0, -news.logProb(word) - COMMON)
      entry = { vector: index < 0 || surprise === 0 ? null : vectors.vector(index), surprise }
      known.set(word, entry)
    }
    return entry
  }
  return {
    addTo: (rows, start, word, weight) => {
      const { vector, surprise } = lookUp(word)
      if (vector) addScaled(rows, start, vector, (weight * surprise) / vectors.scale)
    },
    dot: (word, other) => {
      const { vector } = lookUp(word)
      if (!vector) return 0
      let dot = 0
      for (let i = 0; i < vector.length; i++) dot += vector[i]! * other[i]!
      return dot / vectors.scale
    },
  }
}

/** Words above this share of news, as -log10, say nothing of the topic. */
const COMMON = 2.5

/**
 * At each token, the sum of its candidates' vectors by posterior, added up from the left: row n holds the sum of the
 * tokens before n, the last row that of all.
 */
function expectedMeanings(
  { length, candidates, posteriors }: Sentence,
  meanings: Meanings,
  dimensions: number,
): Float64Array {
  const rows = new Float64Array((length + 1) * dimensions)
  for (const [index, { from, original }] of candidates.entries()) {
    if (posteriors[index]! >= MIN_POSTERIOR) {
      meanings.addTo(rows, (from + 1) * dimensions, original, posteriors[index]!)
    }
  }
  for (let at = dimensions; at < rows.length; at++) rows[at]! += rows[at - dimensions]!
  return rows
}

/** Less likely candidates do not move the expectation. */
const MIN_POSTERIOR = 0.05

function addScaled(rows: Float64Array, start: number, vector: Int8Array, weight: number): void {
  for (let i = 0; i < vector.length; i++) rows[start + i]! += weight * vector[i]!
}

function addRow(sum: Float64Array, rows: Float64Array, start: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += rows[start + i]!
}
