import type { HEADLINE_FEATURES } from './headline-features.js'

// Written by `npx tsx scripts/fit-headline.ts`: logistic regression on the train sites of the WCXB development pages
// (CC-BY-4.0, © 2026 Murrough Foley), whole, shortened and tightened pages together.

/** Log odds, base e, that each feature adds to a segment being the headline, in the order of `HEADLINE_FEATURES`. */
export const HEADLINE_WEIGHTS: readonly (readonly [
  name: (typeof HEADLINE_FEATURES)[number],
  weight: number,
])[] = [
  ['bias', -4.42],
  ['odd-length', -1.67],
  ['short', -0.62],
  ['long', -0.48],
  ['ends-sentence', -0.79],
  ['question', -0.51],
  ['ends-colon', -1.95],
  ['separators', -2.25],
  ['distance-to-text', -2.99],
  ['text-before', -3.51],
  ['in-text', -0.96],
  ['odds', -0.43],
  ['topical', 1.34],
  ['frequent-words', 3.13],
  ['first-on-page', 1.63],
  ['byline-follows', 1.87],
  ['longest', 0.85],
  ['blank-before', 1.08],
  ['blank-after', 0.76],
  ['short-before', 1.01],
]
