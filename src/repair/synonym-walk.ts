import type { Thesaurus } from '../language/thesaurus.js'
import type { SpinnerProfile } from '../rules/spinner-profile.js'

type WalkSettings = SpinnerProfile['walk']

/** Longest chain of replacements followed; the longest seen has five. */
const MAX_CASCADE_STEPS = 7
/** Synonyms looked at in the first step of a walk, and in later steps of a walk by hops. */
const MAX_RANKS = 40
const MAX_LATER_RANKS = 6
const FIRST_RANKS_OF_BINS = [0, 1, 2, 3, 4, 8, 16, MAX_RANKS] as const
/** Walks less likely than this are dropped. */
const FLOOR = 1e-5

/** W(seen | original) over a thesaurus, for all originals of one seen word at a time. */
export interface SynonymWalk {
  /** The single-word entries from which `seen` may be reached, with the probability that the walk ends there. */
  originals(seen: number): ReadonlyMap<number, number>
  /** Whether the walk leads anywhere from this entry. */
  hasSynonyms(entry: number): boolean
}

/**
 * The walk that `settings` describe. `covers` gives P(the spinner replaces this entry), which decides whether a
 * replacement is replaced again.
 */
export function createSynonymWalk(
  settings: WalkSettings,
  thesaurus: Thesaurus,
  covers: (entry: number) => number,
): SynonymWalk {
  const picks = createPicks(settings, thesaurus)
  const hopWeights = rankWeights(settings.ranks)
  const cascade = settings.cascade
  const cascadeWeights = cascade && rankWeights(cascade.ranks)

  /** The rank of `entry` among the synonyms of `head`, and the probability that the spinner takes it. */
  const take = (head: number, entry: number, weights: RankWeights): { rank: number; probability: number } => {
    const options = picks(head)
    const rank = options.indexOf(entry)
    if (rank < 0 || rank >= MAX_RANKS) return { rank, probability: 0 }
    return { rank, probability: weights.density[rank]! / weights.total[Math.min(options.length, MAX_RANKS)]! }
  }

  const heads = (entry: number): Uint32Array => {
    const all = thesaurus.heads(entry)
    return all.subarray(0, countBelow(all, thesaurus.wordCount))
  }

  /** Goes from the seen word back along the replacements; each step was made later than the one before it. */
  const addCascade = (
    found: Map<number, number>,
    seen: number,
    share: number,
    weights: RankWeights,
  ): void => {
    const climb = (entry: number, weight: number, steps: number): void => {
      for (const head of heads(entry)) {
        // An entry is replaced again only when its turn comes after its head's: in descending order, when it is lower.
        if (head === seen || (steps > 0 && entry > head)) continue
        let reached = weight * take(head, entry, weights).probability
        if (steps === 0 && seen < head && picks(seen).length > 0) reached *= 1 - covers(seen)
        if (reached < FLOOR) continue
        found.set(head, (found.get(head) ?? 0) + reached)
        const onward = reached * covers(head)
        if (onward >= FLOOR && steps + 1 < MAX_CASCADE_STEPS) climb(head, onward, steps + 1)
      }
    }
    climb(seen, share, 0)
  }

  /** Each step back may be the first of a walk, or a later one of a walk from further off. */
  const addHops = (found: Map<number, number>, seen: number, share: number): void => {
    const climb = (entry: number, weight: number, hops: number): void => {
      for (const head of heads(entry)) {
        if (head === seen) continue
        const taken = take(head, entry, hopWeights)
        const ends = weight * settings.hops[hops]! * taken.probability
        if (ends >= FLOOR) found.set(head, (found.get(head) ?? 0) + ends)
        if (taken.rank >= MAX_LATER_RANKS) continue
        const onward = weight * taken.probability
        if (onward * (settings.hops[hops + 1] ?? 0) >= FLOOR) climb(head, onward, hops + 1)
      }
    }
    climb(seen, share, 0)
  }

  return {
    originals: (seen) => {
      const found = new Map<number, number>()
      const share = cascade?.weight ?? 0
      if (cascadeWeights) addCascade(found, seen, share, cascadeWeights)
      if (share < 1) addHops(found, seen, 1 - share)
      return found
    },
    hasSynonyms: (entry) => picks(entry).length > 0,
  }
}

/** For each head, its single-word synonyms in the order in which the spinner would take them, cached. */
function createPicks({ candidates }: WalkSettings, thesaurus: Thesaurus): (head: number) => Uint32Array {
  const cache = new Map<number, Uint32Array>()
  const isLikely = (head: string, synonym: string): boolean =>
    (candidates.hyphenated || !synonym.includes('-')) &&
    (candidates.ing === 'any' || head.endsWith('ing') === synonym.endsWith('ing'))

  return (head) => {
    const known = cache.get(head)
    if (known) return known
    const text = thesaurus.text(head)
    const likely: number[] = []
    const unlikely: number[] = []
    for (const synonym of thesaurus.synonyms(head)) {
      if (synonym >= thesaurus.wordCount) continue
      ;(isLikely(text, thesaurus.text(synonym)) ? likely : unlikely).push(synonym)
    }
    const ending = candidates.last_with_ending.find((ending) => text.endsWith(ending))
    if (ending !== undefined) {
      const last = likely.findLastIndex((synonym) => thesaurus.text(synonym).endsWith(ending))
      if (last > 0) likely.unshift(...likely.splice(last, 1))
    }
    const picked = Uint32Array.from([...likely, ...unlikely])
    cache.set(head, picked)
    return picked
  }
}

interface RankWeights {
  /** Probability of one rank, by rank, of a list without end. */
  readonly density: Float64Array
  /** Sum of the first n densities: what a list of n synonyms shares out. */
  readonly total: Float64Array
}

function rankWeights(masses: readonly number[]): RankWeights {
  const density = new Float64Array(MAX_RANKS)
  const total = new Float64Array(MAX_RANKS + 1)
  for (const [bin, mass] of masses.entries()) {
    const first = FIRST_RANKS_OF_BINS[bin]!
    const end = FIRST_RANKS_OF_BINS[bin + 1]!
    density.fill(mass / (end - first), first, end)
  }
  for (let rank = 0; rank < density.length; rank++) total[rank + 1] = total[rank]! + density[rank]!
  return { density, total }
}

/** How many numbers of a rising list are below `limit`. */
function countBelow(list: Uint32Array, limit: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
