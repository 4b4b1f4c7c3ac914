import type { Candidate } from './candidates.js'
import type { DecodedSentence } from './decode-document.js'

/** What further uses of one word count for, beside its first: a topic repeats its words, a spinner has many. */
const LATER_USE_SHARE = 0.25
/** The least posterior of a word as it stands that is told apart from none. */
const LEAST_STANDING = 1e-9

/**
 * Reads the sentences of one document in order. Of each it gives the share, 0 to 1, of its evidence that counts: each
 * word's evidence is full for its first use on the page and a quarter for those after it.
 */
export function createUseDiscount(): (sentence: DecodedSentence) => number {
  const uses = new Map<string, number>()
  return ({ lattice, posteriors }) => {
    let total = 0
    let counted = 0
    for (const [seen, replaced] of replacedShares(lattice.arcs, posteriors)) {
      const evidence = -Math.log10(Math.max(LEAST_STANDING, 1 - replaced))
      // A topic's term is one word; a phrase that nobody writes stays odd however often it is written.
      const before = seen.includes(' ') ? 0 : (uses.get(seen) ?? 0)
      const full = Math.max(0, 1 - before)
      total += evidence
      // Figures say nothing: clean tables and lists are full of them.
      if (/^\d/.test(seen)) continue
      counted += evidence * (full + (1 - full) * LATER_USE_SHARE)
      uses.set(seen, before + replaced)
    }
    return total <= 0 ? 1 : counted / total
  }
}

/** For each place with candidates, the word seen there and the posterior of all that replaces it. */
function replacedShares(
  arcs: readonly Candidate[],
  posteriors: Float64Array,
): Iterable<readonly [string, number]> {
  const places = new Map<number, [string, number]>()
  for (const [index, { isIdentity, from, seen }] of arcs.entries()) {
    if (isIdentity) continue
    const place = places.get(from)
    if (place) place[1] += posteriors[index]!
    else places.set(from, [seen, posteriors[index]!])
  }
  return places.values()
}
