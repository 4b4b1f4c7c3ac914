import type { PAGE_FEATURES } from './page-features.js'

// Written by `npx tsx scripts/fit-page-model.ts`: logistic regression on the train sites of the WCXB development pages
// (CC-BY-4.0, © 2026 Murrough Foley), and on pages made of them without their article.

/** Log odds, base e, that each of `PAGE_FEATURES` adds to a page holding an article, in their order. */
export const PAGE_WEIGHTS: readonly (readonly [name: (typeof PAGE_FEATURES)[number], weight: number])[] = [
  ['bias', -3.62],
  ['words', -2.04],
  ['longest-run', 2.17],
  ['odds', 1.78],
  ['share-of-page', 0.44],
  ['paragraph-length', 1.72],
  ['cohesion', 3.94],
  ['title-in-text', 2.15],
  ['no-title', 0.08],
  ['interruptions', -0.61],
  ['linked-text', -1.38],
  ['linked-headlines', -0.22],
  ['teasers', -5.23],
  ['prompts', -0.59],
]
