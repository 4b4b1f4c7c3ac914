import type { HEADLINE_FEATURES } from './headline-features.js'

// Written by `npx tsx scripts/fit-headline.ts`: logistic regression on the train sites of the WCXB development pages
// (CC-BY-4.0, © 2026 Murrough Foley), whole pages and neighbourhoods together.

/** Log odds, base e, that each feature adds to a segment being the headline, in the order of `HEADLINE_FEATURES`. */
export const HEADLINE_WEIGHTS: readonly (readonly [
  name: (typeof HEADLINE_FEATURES)[number],
  weight: number,
])[] = [
  ['bias', -4.93],
  ['odd-length', -1.8],
  ['short', -0.58],
  ['long', -0.21],
  ['ends-sentence', -0.79],
  ['question', -0.5],
  ['ends-colon', -1.3],
  ['separators', -2],
  ['distance-to-text', -3.13],
  ['text-before', -3.65],
  ['in-text', -1.09],
  ['odds', -0.97],
  ['topical', 1.53],
  ['frequent-words', 3.1],
  ['first-on-page', 1.88],
  ['byline-follows', 1.88],
  ['longest', 0.7],
  ['blank-before', 1],
  ['blank-after', 1.1],
  ['short-before', 1.03],
]
