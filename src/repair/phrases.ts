import type { NewsUnigrams } from '../language/news-unigrams.js'
import { stem } from '../language/stem.js'
import type { Candidate } from './candidates.js'

/** How much a phrase that the page uses elsewhere speaks for a word. */
export interface PhraseSettings {
  /** log10 bonus of a word that makes a pair found elsewhere on the page with the word beside it. */
  readonly weight: number
  /** Least posterior, 0 to 1, with which both words of such a pair must stand as written. */
  readonly standing: number
}

/** A sentence's candidates with their posteriors. */
interface Sentence {
  readonly length: number
  readonly candidates: readonly Candidate[]
  readonly posteriors: Float64Array
}

/** More frequent words than this, as -log10 of their share in news, make no phrase with their neighbour. */
const COMMON = 2.7

/**
 * Adds to `logPage` of every candidate that makes a pair with the word before or after it which stands unspun
 * elsewhere on the page: a page repeats its phrases.
 * @see Kuhn and De Mori 1990, the cache language model, for pairs of stems
 */
export function weighPhrases(
  sentences: readonly Sentence[],
  news: NewsUnigrams,
  settings: PhraseSettings,
): void {
  const readings = sentences.map((sentence) => readSentence(sentence, news, settings.standing))
  const pairs = new Map<string, number>()
  for (const { best, stands } of readings) {
    for (let at = 1; at < best.length; at++) {
      if (!stands[at - 1] || !stands[at]) continue
      const pair = pairKey(best[at - 1], best[at])
      if (pair !== null) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  if (pairs.size === 0) return
  for (const [index, { candidates }] of sentences.entries()) {
    const { best, stands } = readings[index]!
    /** Times that the pair at `at` and `at + 1` stands elsewhere. */
    const elsewhere = (at: number, pair: string | null): number => {
      if (pair === null) return 0
      const isOwn = stands[at] === true && stands[at + 1] === true && pairKey(best[at], best[at + 1]) === pair
      return (pairs.get(pair) ?? 0) - Number(isOwn)
    }
    for (const candidate of candidates) {
      if (!candidate.isEligible || candidate.to !== candidate.from + 1) continue
      const at = candidate.from
      const own = stemOf(candidate.original, news)
      const found = elsewhere(at - 1, pairKey(best[at - 1], own)) + elsewhere(at, pairKey(own, best[at + 1]))
      if (found > 0) candidate.logPage += settings.weight
    }
  }
}

interface SentenceReading {
  /** Stem of the likeliest reading of each token; null for marks and for frequent words. */
  readonly best: readonly (string | null)[]
  /** Whether each token surely stands as its author wrote it. */
  readonly stands: readonly boolean[]
}

function readSentence(
  { length, candidates, posteriors }: Sentence,
  news: NewsUnigrams,
  standing: number,
): SentenceReading {
  const best = new Array<string | null>(length).fill(null)
  const stands = new Array<boolean>(length).fill(false)
  const highest = new Float64Array(length)
  for (const [index, { from, isIdentity, original }] of candidates.entries()) {
    const posterior = posteriors[index]!
    if (posterior <= highest[from]!) continue
    highest[from] = posterior
    best[from] = stemOf(original, news)
    stands[from] = isIdentity && posterior >= standing
  }
  return { best, stands }
}

function stemOf(word: string, news: NewsUnigrams): string | null {
  if (!/^[a-z]/.test(word) || -news.logProb(word) < COMMON) return null
  return stem(word)
}

/** What a pair is counted under; null where one of the two makes no phrase. */
function pairKey(left: string | null | undefined, right: string | null | undefined): string | null {
  return left && right ? `${left} ${right}` : null
}
