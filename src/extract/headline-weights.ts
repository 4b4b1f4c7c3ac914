import type { HEADLINE_FEATURES } from './headline-features.js'

// Written by `npx tsx scripts/fit-headline.ts`: logistic regression on the train sites of the WCXB development pages
// (CC-BY-4.0, © 2026 Murrough Foley), whole pages and neighbourhoods together.

/** Log odds, base e, that each feature adds to a segment being the headline, in the order of `HEADLINE_FEATURES`. */
export const HEADLINE_WEIGHTS: readonly (readonly [
  name: (typeof HEADLINE_FEATURES)[number],
  weight: number,
])[] = [
  ['bias', -4.94],
  ['odd-length', -1.81],
  ['short', -0.51],
  ['long', -0.24],
  ['ends-sentence', -0.82],
  ['question', -0.51],
  ['ends-colon', -1.3],
  ['separators', -1.96],
  ['distance-to-text', -3.18],
  ['text-before', -3.21],
  ['in-text', -1.35],
  ['odds', -0.91],
  ['topical', 1.58],
  ['frequent-words', 2.99],
  ['first-on-page', 1.85],
  ['byline-follows', 1.84],
  ['longest', 0.7],
  ['blank-before', 1.08],
  ['blank-after', 1.12],
  ['short-before', 1.02],
]
