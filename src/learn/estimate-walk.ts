import type { Thesaurus } from '../language/thesaurus.js'
import { createSynonymArcs, MAX_RANKS, type SynonymArcs } from '../repair/synonym-arcs.js'
import { MAX_LATER_RANKS, type RankWeights, rankBin, rankWeights } from '../repair/synonym-walk.js'
import type { SpinnerProfile } from '../rules/spinner-profile.js'
import type { BasePair } from './base-pairs.js'
import { FLAT_HABITS } from './flat-profile.js'

type Walk = SpinnerProfile['walk']

const ROUNDS = 12
/** Pseudo-counts by which what is believed of any spinner holds against few pairs. */
const PRIOR = 4

/** A way from a word to its output: how many synonyms each head on it has, and the rank taken from each. */
interface Path {
  readonly counts: readonly number[]
  readonly ranks: readonly number[]
}

/**
 * `walk` with the hops and ranks under which `pairs` are likeliest: expectation-maximisation over all ways of at most
 * three steps that lead from each original to its output. Pairs that no way links say nothing, nor does any of a
 * thesaurus in no order.
 * @see Dempster, Laird and Rubin 1977
 */
export function estimateWalk(walk: Walk, pairs: readonly BasePair[], thesaurus: Thesaurus): Walk {
  if (walk.thesaurus === 'moby') return walk
  const arcs = createSynonymArcs(walk.candidates, thesaurus)
  const explained = pairs.flatMap(({ from, to, weight }) => {
    const paths = findPaths(arcs, thesaurus.find(from), thesaurus.find(to), thesaurus.wordCount)
    return paths.length > 0 ? [{ paths, weight }] : []
  })
  let { hops, ranks } = walk
  for (let round = 0; round < ROUNDS; round++) {
    const weights = rankWeights(ranks)
    const nextHops = FLAT_HABITS.walk.hops.map((mass) => PRIOR * mass)
    const nextRanks = FLAT_HABITS.walk.ranks.map((mass) => PRIOR * mass)
    for (const { paths, weight } of explained) {
      const likelihoods = paths.map((path) => likelihood(path, hops, weights))
      const total = likelihoods.reduce((sum, one) => sum + one, 0)
      if (total === 0) continue
      for (const [index, { ranks: taken }] of paths.entries()) {
        const share = (weight * likelihoods[index]!) / total
        nextHops[taken.length - 1]! += share
        for (const rank of taken) nextRanks[rankBin(rank)]! += share
      }
    }
    hops = normalised(nextHops)
    ranks = normalised(nextRanks)
  }
  return { ...walk, hops, ranks }
}

function likelihood(
  { counts, ranks }: Path,
  hops: readonly number[],
  { density, total }: RankWeights,
): number {
  return ranks.reduce(
    (product, rank, step) => (product * density[rank]!) / total[counts[step]!]!,
    hops[ranks.length - 1]!,
  )
}

function findPaths(arcs: SynonymArcs, from: number, to: number, wordCount: number): Path[] {
  const isWord = (entry: number): boolean => entry >= 0 && entry < wordCount
  if (!isWord(from) || !isWord(to) || from === to) return []
  const found: Path[] = []
  const counts: number[] = []
  const ranks: number[] = []
  const follow = (entry: number): void => {
    const count = arcs.count(entry)
    const limit = Math.min(count, ranks.length === 0 ? MAX_RANKS : MAX_LATER_RANKS)
    for (let rank = 0; rank < limit; rank++) {
      const next = arcs.synonym(entry, rank)
      if (next === from) continue
      counts.push(count)
      ranks.push(rank)
      if (next === to) found.push({ counts: [...counts], ranks: [...ranks] })
      else if (ranks.length < MAX_HOPS) follow(next)
      counts.pop()
      ranks.pop()
    }
  }
  follow(from)
  return found
}

const MAX_HOPS = 3

function normalised(masses: readonly number[]): number[] {
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  return masses.map((mass) => mass / total)
}
