import type { Thesaurus } from '../language/thesaurus.js'
import type { SpinnerProfile } from '../rules/spinner-profile.js'
import { createSynonymArcs, MAX_RANKS } from './synonym-arcs.js'

type WalkSettings = SpinnerProfile['walk']

/** Longest way from a word back to itself that is followed; longer ones add next to nothing. */
const MAX_RETURN_STEPS = 4
/** Synonyms looked at in later steps of a walk by hops, and on the way of a word back to itself. */
export const MAX_LATER_RANKS = 6
const FIRST_RANKS_OF_BINS = [0, 1, 2, 3, 4, 8, 16, MAX_RANKS] as const
/** Walks less likely than this are dropped. */
const FLOOR = 1e-5

/** The bin of a rank among those in which profiles give probability mass. */
export function rankBin(rank: number): number {
  return FIRST_RANKS_OF_BINS.findLastIndex((first) => first <= rank)
}

/** W(seen | original) over a thesaurus, for all originals of one seen word at a time. */
export interface SynonymWalk {
  /** The single-word entries from which `seen` may be reached, with the probability that the walk ends there. */
  originals(seen: number): ReadonlyMap<number, number>
  /**
   * P(the walk ends where it began): 1 for an entry without synonyms, and high where a replacement is replaced by the
   * word itself, as "up" by "ahead" and "ahead" by "up".
   */
  returning(entry: number): number
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
  const arcs = createSynonymArcs(settings.candidates, thesaurus)
  const hopWeights = rankWeights(settings.ranks)
  const cascade = settings.cascade
  const cascadeWeights = cascade && rankWeights(cascade.ranks)

  /** P(the spinner takes the synonym of this rank for `head`). */
  const probability = (head: number, rank: number, weights: RankWeights): number =>
    weights.density[rank]! / weights.total[arcs.count(head)]!

  /**
   * Goes from the seen word back along the replacements. All that leads to an entry, but for the last replacement,
   * comes through lower entries, since the turns go from high to low: so each entry is gone back from once, in
   * rising order, when its own probability is complete.
   */
  const addCascade = (
    found: Map<number, number>,
    seen: number,
    share: number,
    weights: RankWeights,
  ): void => {
    const waiting: number[] = []
    const reach = (head: number, rank: number, weight: number): void => {
      const reached = weight * probability(head, rank, weights)
      if (reached < FLOOR || covers(head) === 0) return
      const known = found.get(head)
      if (known === undefined) pushLowest(waiting, head)
      found.set(head, (known ?? 0) + reached)
    }
    const staysWhenItsTurnComes = arcs.count(seen) > 0 ? 1 - covers(seen) : 1
    arcs.eachHead(seen, (head, rank) =>
      reach(head, rank, seen < head ? share * staysWhenItsTurnComes : share),
    )
    while (waiting.length > 0) {
      const entry = popLowest(waiting)
      const onward = found.get(entry)! * covers(entry)
      if (onward < FLOOR) continue
      arcs.eachHead(entry, (head, rank) => {
        if (head > entry && head !== seen) reach(head, rank, onward)
      })
    }
  }

  /** P(home stands in the end, where `entry` stands now and its turn has come). */
  const returning = (home: number, entry: number, weights: RankWeights, steps: number): number => {
    if (steps === 0) return 0
    let sum = 0
    for (let rank = 0; rank < Math.min(arcs.count(entry), MAX_LATER_RANKS); rank++) {
      const next = arcs.synonym(entry, rank)
      const taken = probability(entry, rank, weights)
      if (next === home) sum += taken
      else if (next < entry) sum += taken * covers(next) * returning(home, next, weights, steps - 1)
    }
    return sum
  }

  /** Each step back may be the first of a walk, or a later one of a walk from further off. */
  const addHops = (found: Map<number, number>, seen: number, share: number): void => {
    let level = new Map([[seen, share]])
    for (const [index, hop] of settings.hops.entries()) {
      const further = new Map<number, number>()
      const nextHop = settings.hops[index + 1] ?? 0
      for (const [entry, weight] of level) {
        arcs.eachHead(entry, (head, rank) => {
          const onward = weight * probability(head, rank, hopWeights)
          const ends = onward * hop
          if (head === seen) return
          if (ends >= FLOOR && covers(head) > 0) found.set(head, (found.get(head) ?? 0) + ends)
          if (rank < MAX_LATER_RANKS && onward * nextHop >= FLOOR) {
            further.set(head, (further.get(head) ?? 0) + onward)
          }
        })
      }
      level = further
    }
  }

  return {
    originals: (seen) => {
      const found = new Map<number, number>()
      const share = cascade?.weight ?? 0
      if (cascadeWeights) addCascade(found, seen, share, cascadeWeights)
      if (share < 1) addHops(found, seen, 1 - share)
      return found
    },
    returning: (entry) => {
      if (arcs.count(entry) === 0) return 1
      return cascadeWeights ? cascade.weight * returning(entry, entry, cascadeWeights, MAX_RETURN_STEPS) : 0
    },
  }
}

export interface RankWeights {
  /** Probability of one rank, by rank, of a list without end. */
  readonly density: Float64Array
  /** Sum of the first n densities: what a list of n synonyms shares out. */
  readonly total: Float64Array
}

/** The probability of each rank where `masses` are those of its bins. */
export function rankWeights(masses: readonly number[]): RankWeights {
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

/** Adds to a binary heap whose lowest number stands first. */
function pushLowest(heap: number[], value: number): void {
  let at = heap.length
  heap.push(value)
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (heap[parent]! <= value) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = value
}

/** Takes the lowest number off a heap that is not empty. */
function popLowest(heap: number[]): number {
  const lowest = heap[0]!
  const value = heap.pop()!
  if (heap.length === 0) return lowest
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++
    if (heap[child]! >= value) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = value
  return lowest
}
