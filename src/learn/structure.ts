import type { Habits } from './flat-profile.js'

/** One way in which spinners differ, by the habits that it changes. */
type Variation = (habits: Habits) => Habits

/** Tried in this order, each on what has been settled before it: the source of the synonyms decides most. */
const VARIATIONS: readonly Variation[] = [
  (habits) => ({ ...habits, walk: { ...habits.walk, thesaurus: 'moby' } }),
  (habits) => ({ ...habits, tokens: { ...habits.tokens, boundaries: 'any' } }),
  (habits) => ({ ...habits, tokens: { ...habits.tokens, casing: 'any' } }),
  (habits) => ({ ...habits, inflection: 'kept' }),
  (habits) => ({ ...habits, inflection: 'lost' }),
  (habits) => withCandidates(habits, { hyphenated: true }),
  (habits) => withCandidates(habits, { ing: 'same' }),
  (habits) => ({ ...withCandidates(habits, { phrases: true }), multiword: true }),
]

/**
 * The habits under which a pile gives the most evidence of having been spun, changed one trait at a time. `settle` gives
 * habits fitted to the pile with their log10 evidence.
 */
export function chooseStructure(
  habits: Habits,
  settle: (habits: Habits) => { readonly habits: Habits; readonly logEvidence: number },
): Habits {
  let best = settle(habits)
  for (const vary of VARIATIONS) {
    const varied = vary(best.habits)
    if (sameStructure(varied, best.habits)) continue
    const tried = settle(varied)
    // What makes no difference stays as it was.
    if (tried.logEvidence > best.logEvidence + LEAST_GAIN) best = tried
  }
  return best.habits
}

const LEAST_GAIN = 5

function withCandidates(habits: Habits, change: Partial<Habits['walk']['candidates']>): Habits {
  const { walk } = habits
  return { ...habits, walk: { ...walk, candidates: { ...walk.candidates, ...change } } }
}

function sameStructure(a: Habits, b: Habits): boolean {
  const traits = ({ tokens, inflection, walk: { thesaurus, candidates } }: Habits) =>
    JSON.stringify([tokens, inflection, thesaurus, candidates])
  return traits(a) === traits(b)
}
