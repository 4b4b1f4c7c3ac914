/**
 * Writes `src/extract/markup-weights.ts`: how much the markup of an HTML page counts beside the odds that the line model
 * gives its lines, by logistic regression on the train sites of the WCXB development pages.
 *
 *     npx tsx scripts/fit-markup-model.ts
 */
import { writeFileSync } from 'node:fs'
import { calibrate } from '../src/extract/calibrate.js'
import { LINEAR_LINE_MODEL } from '../src/extract/line-model.js'
import { MARKUP_FEATURES, MARKUP_WIDTH, markupRows } from '../src/extract/markup-evidence.js'
import { fitLogistic, type Sample } from './extraction/fit-logistic.js'
import { labelledPages } from './extraction/labelled-pages.js'
import { hasPages } from './extraction/pages.js'

/** Words by which one page counts, however long it is. */
const PAGE_WEIGHT = 200

if (!hasPages()) {
  console.error('fit-markup-model: skipped, the development pages are not beside the project')
} else {
  const samples: Sample[] = []
  for (const { page, view, table, labels, lines } of await labelledPages('html')) {
    if (page.split !== 'train' || !lines) continue
    const odds = calibrate(LINEAR_LINE_MODEL.logOdds(table), table.mass)
    const words = view.segments.map((_, i) => view.endWord[i]! - view.firstWord[i]!)
    const total = words.reduce((sum, count) => sum + count, 0)
    const rows = markupRows(odds, lines)
    for (let i = 0; i < lines.length; i++) {
      const features = rows.subarray(i * MARKUP_WIDTH, (i + 1) * MARKUP_WIDTH)
      const weight = (PAGE_WEIGHT * words[i]!) / total
      if (!lines[i] || weight === 0) continue
      samples.push({ features, target: 1, weight: weight * labels[i]! })
      samples.push({ features, target: 0, weight: weight * (1 - labels[i]!) })
    }
  }
  const weights = fitLogistic(samples, MARKUP_WIDTH, 1)
  const rows = MARKUP_FEATURES.map((name, f) => `  ['${name}', ${Number(weights[f]!.toFixed(3)) || 0}],`)
  writeFileSync(new URL('../src/extract/markup-weights.ts', import.meta.url), file(rows))
  console.log(rows.join('\n'))
}

function file(rows: readonly string[]): string {
  return `// Written by \`npx tsx scripts/fit-markup-model.ts\`: logistic regression on the train sites of the WCXB development
// pages (CC-BY-4.0, © 2026 Murrough Foley).

/** Log odds, base e, that each of \`MARKUP_FEATURES\` adds to a line being article text, in their order. */
export const MARKUP_WEIGHTS: readonly (readonly [name: string, weight: number])[] = [
${rows.join('\n')}
]
`
}
