import type { Thesaurus } from '../../src/language/thesaurus.js'
import type { SpinnerProfile } from '../../src/rules/spinner-profile.js'

/** What a spinner may write for a word, in the order in which it would take them; empty when it has nothing. */
export type ListedSynonyms = (word: string) => readonly string[]

/**
 * The synonyms that `profile` lets through, by the thesaurus's order: those that its habits favour first, then the
 * others, since a spinner takes a hyphenated word where nothing else is listed.
 */
export function createListedSynonyms(
  { walk: { candidates } }: SpinnerProfile,
  thesaurus: Thesaurus,
): ListedSynonyms {
  const takesPhrases = candidates.phrases ?? false
  const cache = new Map<string, readonly string[]>()
  const isFavoured = (word: string, synonym: string): boolean =>
    (candidates.hyphenated || !synonym.includes('-')) &&
    (candidates.ing === 'any' || word.endsWith('ing') === synonym.endsWith('ing'))

  const list = (word: string): readonly string[] => {
    const entry = thesaurus.find(word)
    if (entry < 0) return []
    const all = [...thesaurus.synonyms(entry)]
      .filter((synonym) => takesPhrases || synonym < thesaurus.wordCount)
      .map((synonym) => thesaurus.text(synonym))
    const favoured = all.filter((synonym) => isFavoured(word, synonym))
    const ending = candidates.last_with_ending.find((ending) => word.endsWith(ending))
    if (ending !== undefined) {
      const last = favoured.findLastIndex((synonym) => synonym.endsWith(ending))
      if (last > 0) favoured.unshift(...favoured.splice(last, 1))
    }
    return [...favoured, ...all.filter((synonym) => !isFavoured(word, synonym))]
  }

  return (word) => {
    let known = cache.get(word)
    if (!known) {
      known = list(word)
      cache.set(word, known)
    }
    return known
  }
}

/** First ranks of the bins in which profiles give probability mass, and the first rank never taken. */
const FIRST_RANKS = [0, 1, 2, 3, 4, 8, 16, 40] as const

/** Probability mass of each of the first `count` ranks, where `bins` give it as profiles do. */
export function massByRank(bins: readonly number[], count: number): number[] {
  return Array.from({ length: Math.min(count, FIRST_RANKS.at(-1)!) }, (_, rank) => {
    const bin = FIRST_RANKS.findLastIndex((first) => first <= rank)
    return bins[bin]! / (FIRST_RANKS[bin + 1]! - FIRST_RANKS[bin]!)
  })
}
