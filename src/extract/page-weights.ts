import type { PAGE_FEATURES } from './page-features.js'

// Written by `npx tsx scripts/fit-page-model.ts`: logistic regression on the train sites of the WCXB development pages
// (CC-BY-4.0, © 2026 Murrough Foley), and on pages made of them without their article.

/** Log odds, base e, that each of `PAGE_FEATURES` adds to a page holding an article, in their order. */
export const PAGE_WEIGHTS: readonly (readonly [name: (typeof PAGE_FEATURES)[number], weight: number])[] = [
  ['bias', -5.13],
  ['words', -1.49],
  ['longest-run', 3.24],
  ['odds', 3.02],
  ['share-of-page', 0.28],
  ['paragraph-length', 1.4],
  ['cohesion', 3.64],
  ['title-in-text', 1.99],
  ['no-title', -0.18],
  ['interruptions', -0.44],
  ['linked-text', -1.36],
  ['linked-headlines', -0.28],
  ['teasers', -5.43],
  ['prompts', -0.73],
]
