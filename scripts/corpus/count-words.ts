import { tokenise } from '../../src/language/tokenise.js'
import type { CorpusText } from './read-wcxb.js'

/** Words by their look-up keys, with how often they stand, and in how many texts. */
export interface WordCounts {
  readonly total: number
  readonly counts: ReadonlyMap<string, number>
  readonly texts: ReadonlyMap<string, number>
}

/** A word in at least this share of the texts belongs to the language, not to a subject. */
const COMMON_SHARE = 0.2
/** What another word counts at most in one text: repetitions there tell of the text, not of the language. */
const MAX_PER_TEXT = 2

/**
 * Counts of the word tokens of `texts`; digits and marks are not counted. Words that are not in a fifth of the texts
 * count at most twice in each.
 */
export function countWords(texts: readonly CorpusText[]): WordCounts {
  const byText = texts.map(({ paragraphs }) => countTokens(paragraphs))
  const spread = new Map<string, number>()
  for (const counts of byText) for (const key of counts.keys()) spread.set(key, (spread.get(key) ?? 0) + 1)
  const sums = new Map<string, number>()
  let total = 0
  for (const counts of byText) {
    for (const [key, count] of counts) {
      const isCommon = spread.get(key)! >= COMMON_SHARE * texts.length
      const counted = isCommon ? count : Math.min(count, MAX_PER_TEXT)
      sums.set(key, (sums.get(key) ?? 0) + counted)
      total += counted
    }
  }
  return { total, counts: sums, texts: spread }
}

function countTokens(paragraphs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const paragraph of paragraphs) {
    for (const { kind, key } of tokenise(paragraph)) {
      if (kind === 'word') counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}
