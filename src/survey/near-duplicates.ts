import { SIGNATURE_LENGTH, similarityOf } from './min-hash.js'

/** Texts that share this much of their runs of words are one article. */
const LEAST_SIMILARITY = 0.8
/** Pages of which all bytes of one of 16 bands of 8 are equal are compared: 95 % of those that share 0.8, all that share 0.9. */
const BANDS = 16
const BAND_LENGTH = SIGNATURE_LENGTH / BANDS
/** Of a crowd that shares a band, each is compared with so many before it. */
const MOST_COMPARED = 64

/** A page as it is compared. */
export interface Signed {
  readonly id: string
  readonly signature: string
}

/**
 * The pages that repeat each other, in groups of two and more: ordered by id, and so the same for any order of `pages`.
 * Similarity need not go from page to page: each is like another of its group.
 */
export function groupDuplicates<S extends Signed>(pages: readonly S[]): S[][] {
  const ordered = pages.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const leaders = Uint32Array.from(ordered, (_, index) => index)
  const leaderOf = (index: number): number => {
    let at = index
    while (leaders[at] !== at) {
      leaders[at] = leaders[leaders[at]!]!
      at = leaders[at]!
    }
    return at
  }
  for (let band = 0; band < BANDS; band++) {
    for (const crowd of crowdsOf(ordered, band)) {
      for (let at = 1; at < crowd.length; at++) {
        for (let other = Math.max(0, at - MOST_COMPARED); other < at; other++) {
          const [a, b] = [leaderOf(crowd[at]!), leaderOf(crowd[other]!)]
          if (a === b) continue
          const similarity = similarityOf(ordered[crowd[at]!]!.signature, ordered[crowd[other]!]!.signature)
          if (similarity >= LEAST_SIMILARITY) leaders[Math.max(a, b)] = Math.min(a, b)
        }
      }
    }
  }
  const groups = new Map<number, S[]>()
  for (const [index, page] of ordered.entries()) {
    const leader = leaderOf(index)
    const group = groups.get(leader)
    if (group) group.push(page)
    else groups.set(leader, [page])
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}

/** The pages, by index, that are equal in a band, where there are several. */
function crowdsOf(pages: readonly Signed[], band: number): number[][] {
  const crowds = new Map<string, number[]>()
  for (const [index, { signature }] of pages.entries()) {
    const key = signature.slice(band * BAND_LENGTH, (band + 1) * BAND_LENGTH)
    const crowd = crowds.get(key)
    if (crowd) crowd.push(index)
    else crowds.set(key, [index])
  }
  return [...crowds.values()].filter(({ length }) => length > 1)
}
