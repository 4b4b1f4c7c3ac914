import type { HEADLINE_FEATURES } from './headline-features.js'

// Written by `npx tsx scripts/fit-headline.ts`: logistic regression on the train sites of the WCXB development pages
// (CC-BY-4.0, © 2026 Murrough Foley), whole, shortened and tightened pages together.

/** Log odds, base e, that each feature adds to a segment being the headline, in the order of `HEADLINE_FEATURES`. */
export const HEADLINE_WEIGHTS: readonly (readonly [name: (typeof HEADLINE_FEATURES)[number], weight: number])[] = [
  ['bias', -4.42],
  ['odd-length', -1.66],
  ['short', -0.62],
  ['long', -0.5],
  ['ends-sentence', -0.76],
  ['question', -0.47],
  ['ends-colon', -1.94],
  ['separators', -2.23],
  ['distance-to-text', -3.01],
  ['text-before', -3.5],
  ['in-text', -1.02],
  ['odds', -0.41],
  ['topical', 1.34],
  ['frequent-words', 3.13],
  ['first-on-page', 1.61],
  ['byline-follows', 1.85],
  ['longest', 0.85],
  ['blank-before', 1.1],
  ['blank-after', 0.8],
  ['short-before', 1],
]
