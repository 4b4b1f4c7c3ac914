import type { SpinnerProfile } from '../rules/spinner-profile.js'
import type { NewsRanks } from './channel.js'

type Coverage = SpinnerProfile['coverage']

/** P(the spinner has this word among those that it replaces). `listed` are words that it is known to have. */
export function createCoverage(
  { coverage, skip }: Pick<SpinnerProfile, 'coverage' | 'skip'>,
  news: NewsRanks,
  listed: ReadonlySet<string>,
): (word: string) => number {
  const skipped = new Set(skip)
  return (word) => {
    if (skipped.has(word)) return coverage.skipped
    if (listed.has(word)) return coverage.listed
    const rank = news.rank(word)
    if (rank === Number.POSITIVE_INFINITY) return 0
    const form = wordForm(word)
    return coverageAt(coverage, rank) * (form === null ? 1 : coverage[form])
  }
}

/** P(the spinner has a word of this news rank), for words without an ending that are not listed. */
export function coverageAt(
  { ceiling, half_rank, slope }: Pick<Coverage, 'ceiling' | 'half_rank' | 'slope'>,
  rank: number,
): number {
  return ceiling / (1 + Math.exp(slope * Math.log((rank + 1) / half_rank)))
}

/** The forms for which a profile has a factor. */
export type WordForm = 'past' | 'plural' | 'ing' | 'hyphenated'

/** The form of a word by its spelling; null for one without an ending. */
export function wordForm(word: string): WordForm | null {
  if (word.includes('-')) return 'hyphenated'
  if (word.length > 3 && word.endsWith('ed') && !word.endsWith('eed')) return 'past'
  if (word.length > 4 && word.endsWith('ing')) return 'ing'
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return 'plural'
  return null
}
