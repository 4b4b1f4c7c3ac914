import { writeFileSync } from 'node:fs'
import { FEATURES, WIDTH } from '../src/extract/features.js'
import { fitLogistic, type Sample } from './extraction/fit-logistic.js'
import { type LabelledPage, labelledPages, shortened, tightened } from './extraction/labelled-pages.js'
import { hasPages } from './extraction/pages.js'

/** Strength of the penalty on large weights; 0.5 and 8 give the same F1 to 0.001. */
const PENALTY = 2

/**
 * How often tightened pages count. With 1, held-out F1 is 0.9255 on whole pages, 0.9446 on neighbourhoods and 0.961 on
 * tightened pages; with 3 it is 0.9244, 0.9452 and 0.965.
 */
const TIGHT_WEIGHT = 2

if (!hasPages()) {
  console.error('fit-line-model: skipped, the development pages are not beside the project')
} else {
  const rendered = process.argv[2]
  const near = await labelledPages('near', rendered)
  const tight = near.map(tightened)
  const whole = await labelledPages('page', rendered)
  const pages = [
    ...whole,
    ...whole.map(shortened),
    ...near,
    ...near.map(shortened),
    ...Array.from({ length: TIGHT_WEIGHT }, () => tight).flat(),
  ]
  const weights = [0, 1, 2].map((shape) => fitLogistic(samplesOf(pages, shape), WIDTH, PENALTY))
  const rows = FEATURES.map((name, f) => {
    const [fragment, phrase, sentence] = weights.map((list) => Number(list[f]!.toFixed(2)) || 0)
    return `  ['${name}', ${fragment}, ${phrase}, ${sentence}],`
  })
  writeFileSync(new URL('../src/extract/line-weights.ts', import.meta.url), file(rows))
}

/** Segments of one shape on the train sites; a page counts the same whatever its length. */
function samplesOf(pages: readonly LabelledPage[], shape: number): Sample[] {
  const samples: Sample[] = []
  for (const { page, view, table, labels } of pages) {
    if (page.split !== 'train') continue
    for (let i = 0; i < labels.length; i++) {
      if (table.shape[i] !== shape) continue
      const words = view.endWord[i]! - view.firstWord[i]!
      samples.push({
        features: table.rows.subarray(i * WIDTH, (i + 1) * WIDTH),
        target: labels[i]! >= 0.5 ? 1 : 0,
        weight: Math.sqrt((20 * words) / labels.length),
      })
    }
  }
  return samples
}

function file(rows: readonly string[]): string {
  return `import type { FeatureName } from './features.js'

// Written by \`npx tsx scripts/fit-line-model.ts\`: logistic regression on the train sites of the WCXB development pages
// (CC-BY-4.0, © 2026 Murrough Foley), whole pages, neighbourhoods and tightened pages
// together.

/** Log odds, base e, that each feature adds for fragments, phrases and sentences, in the order of \`FEATURES\`. */
export const LINE_WEIGHTS: readonly (readonly [name: FeatureName, fragment: number, phrase: number, sentence: number])[] = [
${rows.join('\n')}
]
`
}
