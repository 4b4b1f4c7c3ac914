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
  for (const positions of expected) for (const position of positions) add(whole, position, 1)
  for (const [index, { length, candidates }] of sentences.entries()) {
    const positions = expected[index]!
    const near = new Float64Array(dimensions)
    const rest = new Float64Array(dimensions)
    let prepared = -1
    for (const candidate of candidates) {
      // Only a token with a choice needs to know its surroundings.
      if (!candidate.isEligible) continue
      if (candidate.from !== prepared) {
        prepared = candidate.from
        near.fill(0)
        const first = Math.max(0, prepared - settings.reach)
        const last = Math.min(length - 1, prepared + settings.reach)
        for (let at = first; at <= last; at++) if (at !== prepared) add(near, positions[at]!, 1)
        rest.set(whole)
        add(rest, positions[prepared]!, -1)
      }
      candidate.logPage +=
        settings.nearWeight * meanings.cosine(candidate.original, near) +
        settings.documentWeight * meanings.cosine(candidate.original, rest)
    }
  }
}

interface Meanings {
  /** Adds a word's vector times `weight` to `sum`. */
  addTo(sum: Float64Array, word: string, weight: number): void
  /** Cosine of a word with a sum of vectors; 0 for words without a vector. */
  cosine(word: string, sum: Float64Array): number
}

function createMeanings(vectors: WordVectors, news: NewsUnigrams): Meanings {
  const known = new Map<string, { readonly index: number; readonly surprise: number }>()
  const lookUp = (word: string) => {
    let entry = known.get(word)
    if (!entry) {
      entry = { index: vectors.find(word), surprise: Math.max(0, -news.logProb(word) - COMMON) }
      known.set(word, entry)
    }
    return entry
  }
  return {
    addTo: (sum, word, weight) => {
      const { index, surprise } = lookUp(word)
      if (index >= 0 && surprise > 0) add(sum, vectors.vector(index), (weight * surprise) / vectors.scale)
    },
    cosine: (word, sum) => {
      const { index, surprise } = lookUp(word)
      if (index < 0 || surprise === 0) return 0
      const vector = vectors.vector(index)
      let dot = 0
      let square = 0
      for (let at = 0; at < vector.length; at++) {
        dot += vector[at]! * sum[at]!
        square += sum[at]! * sum[at]!
      }
      return square === 0 ? 0 : dot / (vectors.scale * Math.sqrt(square))
    },
  }
}

/** Words above this share of news, as -log10, say nothing of the topic. */
const COMMON = 2.5

/** At each token, the sum of its candidates' vectors by posterior. */
function expectedMeanings(
  { length, candidates, posteriors }: Sentence,
  meanings: Meanings,
  dimensions: number,
): Float64Array[] {
  const positions = Array.from({ length }, () => new Float64Array(dimensions))
  for (const [index, { from, original }] of candidates.entries()) {
    if (posteriors[index]! >= MIN_POSTERIOR) meanings.addTo(positions[from]!, original, posteriors[index]!)
  }
  return positions
}

/** Less likely candidates do not move the expectation. */
const MIN_POSTERIOR = 0.05

function add(sum: Float64Array, vector: Float64Array | Int8Array, weight: number): void {
  for (let at = 0; at < sum.length; at++) sum[at]! += weight * vector[at]!
}
