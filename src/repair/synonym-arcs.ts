import type { Thesaurus } from '../language/thesaurus.js'
import type { SpinnerProfile } from '../rules/spinner-profile.js'

type Candidates = SpinnerProfile['walk']['candidates']

/** Synonyms of a head that are looked at. */
export const MAX_RANKS = 40

/** The single words of a thesaurus as a spinner sees them: which it takes for which, in the order of its taste. */
export interface SynonymArcs {
  /** How many synonyms, at most MAX_RANKS, the spinner may take for `head`. */
  count(head: number): number
  /** The synonym of this rank, below `count(head)`. */
  synonym(head: number, rank: number): number
  /** Calls `visit` with every head that may be replaced by `entry`, and the rank at which it is. */
  eachHead(entry: number, visit: (head: number, rank: number) => void): void
}

/**
 * The arcs of `thesaurus` under `candidates`: for each head, likely synonyms in the thesaurus's order, then unlikely
 * ones, since no rule about a spinner's taste is free of exceptions. Takes about 60 ms for the whole thesaurus.
 */
export function createSynonymArcs(candidates: Candidates, thesaurus: Thesaurus): SynonymArcs {
  const size = thesaurus.wordCount
  const formOf = createForms(thesaurus, candidates.last_with_ending)
  const starts = new Uint32Array(size + 1)
  const synonyms = new Uint32Array(countArcs(thesaurus))
  const inverseStarts = new Uint32Array(size + 1)
  let arcs = 0
  for (let head = 0; head < size; head++) {
    arcs = orderSynonyms(candidates, thesaurus, formOf, head, synonyms, arcs)
    starts[head + 1] = arcs
  }
  for (let at = 0; at < arcs; at++) inverseStarts[synonyms[at]! + 1]!++
  for (let entry = 0; entry < size; entry++) inverseStarts[entry + 1]! += inverseStarts[entry]!
  const next = inverseStarts.slice(0, size)
  const heads = new Uint32Array(arcs)
  const ranks = new Uint8Array(arcs)
  for (let head = 0; head < size; head++) {
    for (let at = starts[head]!; at < starts[head + 1]!; at++) {
      const place = next[synonyms[at]!]!++
      heads[place] = head
      ranks[place] = at - starts[head]!
    }
  }
  return {
    count: (head) => starts[head + 1]! - starts[head]!,
    synonym: (head, rank) => synonyms[starts[head]! + rank]!,
    eachHead: (entry, visit) => {
      for (let at = inverseStarts[entry]!; at < inverseStarts[entry + 1]!; at++) visit(heads[at]!, ranks[at]!)
    },
  }
}

function countArcs({ wordCount, synonyms }: Thesaurus): number {
  let count = 0
  for (let head = 0; head < wordCount; head++) count += Math.min(synonyms(head).length, MAX_RANKS)
  return count
}

/** Writes the synonyms of `head` to `target` from `start` on; where they end. */
function orderSynonyms(
  candidates: Candidates,
  thesaurus: Thesaurus,
  formOf: (entry: number) => number,
  head: number,
  target: Uint32Array,
  start: number,
): number {
  const list = thesaurus.synonyms(head)
  if (list.length === 0) return start
  const form = formOf(head)
  const end = start + MAX_RANKS
  let at = start
  const add = (likely: boolean): void => {
    for (let index = 0; index < list.length && at < end; index++) {
      const synonym = list[index]!
      if (synonym < thesaurus.wordCount && isLikely(candidates, form, formOf(synonym)) === likely) {
        target[at++] = synonym
      }
    }
  }
  add(true)
  const ending = form >> ENDING_SHIFT
  if (ending > 0) {
    let last = at - 1
    while (last > start && formOf(target[last]!) >> ENDING_SHIFT !== ending) last--
    const chosen = target[last]!
    if (last > start) {
      target.copyWithin(start + 1, start, last)
      target[start] = chosen
    }
  }
  add(false)
  return at
}

function isLikely({ hyphenated, ing }: Candidates, head: number, synonym: number): boolean {
  return (hyphenated || (synonym & HYPHENATED) === 0) && (ing === 'any' || (head & ING) === (synonym & ING))
}

const KNOWN = 1
const HYPHENATED = 2
const ING = 4
/** Above these bits stands 1 + the place of the word's ending among those asked for, 0 for other words. */
const ENDING_SHIFT = 3

/** What of an entry's form matters, as bits. */
function createForms(thesaurus: Thesaurus, endings: readonly string[]): (entry: number) => number {
  const forms = new Uint8Array(thesaurus.wordCount)
  return (entry) => {
    const known = forms[entry]!
    if (known > 0) return known
    const text = thesaurus.text(entry)
    const ending = endings.findIndex((ending) => text.endsWith(ending)) + 1
    const hyphen = text.includes('-') ? HYPHENATED : 0
    const form = KNOWN | hyphen | (text.endsWith('ing') ? ING : 0) | (ending << ENDING_SHIFT)
    forms[entry] = form
    return form
  }
}
