import type { SpinnerProfile } from '../rules/spinner-profile.js'

/** What of a profile learning finds out; the rest is for people: its name, its examples, how it is looked for. */
export type Habits = Pick<
  SpinnerProfile,
  | 'tokens'
  | 'inflection'
  | 'multiword'
  | 'walk'
  | 'coverage'
  | 'table_confidence'
  | 'digits'
  | 'skip'
  | 'vocabulary'
  | 'table'
>

/** The most frequent words, which no spinner was seen to replace throughout. */
const NEVER = ['the', 'of', 'to', 'and', 'a']

/** What is believed of a spinner of which nothing is known yet. */
export const FLAT_HABITS: Habits = {
  tokens: { casing: 'lower', boundaries: 'white_space' },
  inflection: 'none',
  multiword: false,
  walk: {
    thesaurus: 'mythes',
    candidates: { hyphenated: false, ing: 'any', last_with_ending: [] },
    hops: [0.8, 0.15, 0.05],
    ranks: [0.5, 0.15, 0.1, 0.06, 0.1, 0.07, 0.02],
  },
  coverage: {
    listed: 0.92,
    ceiling: 0.5,
    half_rank: 4000,
    slope: 1.4,
    past: 0.3,
    plural: 0.3,
    ing: 0.3,
    hyphenated: 0.05,
    skipped: 0.01,
  },
  table_confidence: {
    seed: 0.9,
    known: 0.9,
    thesaurus_rank0: 0.8,
    learned: 0.8,
    walk: 0.05,
    identity: 0.05,
  },
  skip: NEVER,
  vocabulary: [],
  table: [],
}

/** The habits without the words that they know by heart: what holds for words of which nothing was seen. */
export function withoutWords(habits: Habits): Habits {
  return { ...habits, skip: NEVER, vocabulary: [], table: [] }
}

/** A profile that decoding can use. What only people and the scan read is left empty. */
export function toWorkingProfile(habits: Habits): SpinnerProfile {
  return {
    ...habits,
    id: 'learned',
    summary: '',
    share: { words: 0, eligible: 0 },
    scan_threshold: 1,
    spins_lightly: false,
    signature: [],
    examples: [],
  }
}
