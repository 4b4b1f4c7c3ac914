import type { NewsRanks } from '../repair/channel.js'
import { coverageAt, type WordForm, wordForm } from '../repair/coverage.js'
import type { SpinnerProfile } from '../rules/spinner-profile.js'
import type { BasePair } from './base-pairs.js'
import { FLAT_HABITS } from './flat-profile.js'

type Coverage = SpinnerProfile['coverage']

/** How often one word was replaced, and how often it stood though it could have been. */
export interface WordUse {
  readonly word: string
  readonly replaced: number
  readonly stayed: number
}

/** The uses of every word, ordered by word. */
export function countUses(pairs: readonly BasePair[]): WordUse[] {
  const uses = new Map<string, { replaced: number; stayed: number }>()
  for (const { from, to, weight } of pairs) {
    const use = uses.get(from) ?? { replaced: 0, stayed: 0 }
    if (from === to) use.stayed += weight
    else use.replaced += weight
    uses.set(from, use)
  }
  return [...uses].map(([word, use]) => ({ word, ...use })).sort((a, b) => (a.word < b.word ? -1 : 1))
}

/** A word that stood this often, and was hardly replaced, is one that the spinner leaves. */
const LEAST_STAYED = 4
const MOST_REPLACED = 0.08
/** A word that was replaced this often, and mostly, is one that it has. */
const LEAST_REPLACED = 1.5
const MOSTLY = 0.6

/** The words of the skip list and those that the spinner is known to have. */
export function sortWords(uses: readonly WordUse[]): {
  readonly skip: string[]
  readonly vocabulary: string[]
} {
  const share = ({ replaced, stayed }: WordUse) => replaced / (replaced + stayed)
  return {
    skip: uses
      .filter((use) => use.stayed >= LEAST_STAYED && share(use) < MOST_REPLACED)
      .map(({ word }) => word),
    vocabulary: uses
      .filter((use) => use.replaced >= LEAST_REPLACED && share(use) > MOSTLY)
      .map(({ word }) => word),
  }
}

const CEILINGS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.88, 0.95]
const HALF_RANKS = [500, 1000, 1800, 2500, 3500, 5000, 8000, 12_000, 20_000, 40_000]
const SLOPES = [0.6, 1, 1.4, 1.8, 2.5]

/**
 * `coverage` with the curve under which the uses are likeliest, found on a grid, and the factors of inflected words.
 * One word counts once however often it is used: the spinner has it or has it not.
 */
export function estimateCoverage(coverage: Coverage, uses: readonly WordUse[], news: NewsRanks): Coverage {
  const known = uses.flatMap(({ word, replaced, stayed }) => {
    const rank = news.rank(word)
    const total = replaced + stayed
    return rank === Number.POSITIVE_INFINITY || total < 0.5
      ? []
      : [{ rank, kind: wordForm(word), replaced: replaced / total, stayed: stayed / total }]
  })
  const plain = known.filter(({ kind }) => kind === null)
  let best = { ...coverage, likelihood: Number.NEGATIVE_INFINITY }
  for (const ceiling of CEILINGS) {
    for (const half_rank of HALF_RANKS) {
      for (const slope of SLOPES) {
        const curve = { ceiling, half_rank, slope }
        const likelihood = plain.reduce((sum, { rank, replaced, stayed }) => {
          const covered = Math.min(0.99, Math.max(1e-3, coverageAt(curve, rank)))
          return sum + replaced * Math.log10(covered) + stayed * Math.log10(1 - covered)
        }, 0)
        if (likelihood > best.likelihood) best = { ...coverage, ...curve, likelihood }
      }
    }
  }
  const { likelihood: _, ...fitted } = best
  const factor = (kind: WordForm): number => {
    const words = known.filter((word) => word.kind === kind)
    // Half a word in each direction keeps few words from saying never or always.
    const expected = words.reduce((sum, { rank }) => sum + coverageAt(fitted, rank), 0.5)
    const replaced = words.reduce((sum, word) => sum + word.replaced, 0.5 * FLAT_HABITS.coverage[kind])
    return Math.min(1, replaced / expected)
  }
  return {
    ...fitted,
    past: factor('past'),
    plural: factor('plural'),
    ing: factor('ing'),
    hyphenated: factor('hyphenated'),
  }
}
