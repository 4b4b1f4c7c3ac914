import { analyse } from '../language/inflection.js'
import type { Thesaurus } from '../language/thesaurus.js'
import type { SpinnerProfile } from '../rules/spinner-profile.js'
import type { Observation } from './observe.js'

/** How often a spinner wrote `to` for `from`; both the same where it left the word. */
export interface BasePair {
  readonly from: string
  readonly to: string
  /** Sum of the probabilities of the places. */
  readonly weight: number
  /** The places, the surest first. */
  readonly places: readonly Observation[]
}

/** The observations added up by pair, with endings taken off where the spinner handles them; ordered by word. */
export function countPairs(
  observations: readonly Observation[],
  inflection: SpinnerProfile['inflection'],
  thesaurus: Thesaurus,
): BasePair[] {
  const isWord = (word: string): boolean => thesaurus.find(word) >= 0
  const pairs = new Map<string, Observation[]>()
  for (const observation of observations) {
    const { from, to } = withoutEndings(observation, inflection, isWord)
    const key = `${from}\t${to}`
    const known = pairs.get(key)
    if (known) known.push(observation)
    else pairs.set(key, [observation])
  }
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, places]) => {
      const [from, to] = key.split('\t') as [string, string]
      return {
        from,
        to,
        weight: places.reduce((sum, { weight }) => sum + weight, 0),
        places: places.sort((a, b) => b.weight - a.weight),
      }
    })
}

function withoutEndings(
  { original, seen }: Observation,
  inflection: SpinnerProfile['inflection'],
  isWord: (word: string) => boolean,
): { readonly from: string; readonly to: string } {
  const asTheyStand = { from: original, to: seen }
  if (inflection === 'none' || seen.includes(' ')) return asTheyStand
  const analyses = analyse(original).filter(({ base }) => isWord(base))
  if (original === seen) {
    const base = analyses[0]?.base ?? original
    return { from: base, to: base }
  }
  for (const analysis of analyses) {
    if (inflection === 'lost') return { from: analysis.base, to: seen }
    const other = analyse(seen).find(
      ({ base, inflection }) => inflection === analysis.inflection && isWord(base),
    )
    if (other) return { from: analysis.base, to: other.base }
  }
  return asTheyStand
}
