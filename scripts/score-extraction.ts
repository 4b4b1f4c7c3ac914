/**
 * Prints how well articles are extracted from the development pages, and with `--worst` the pages that are extracted
 * worst. `npm run score -- extraction` gives the same figures among the others.
 *
 *     npx tsx scripts/score-extraction.ts [--rendered <folder>] [--worst <n>] [--split train|held-out]
 */
import { parseArgs } from 'node:util'
import { type ExtractionResult, type FieldCounts, measureExtraction } from './extraction/measure.js'
import { hasPages } from './extraction/pages.js'

const { values } = parseArgs({
  options: { rendered: { type: 'string' }, worst: { type: 'string' }, split: { type: 'string' } },
})

if (!hasPages()) console.error('score-extraction: skipped, the development pages are not beside the project')
else {
  for (const result of await measureExtraction(values.rendered)) {
    if (values.split === undefined || values.split === result.split) print(result)
  }
}

function print({ scope, split, pages, body, fields }: ExtractionResult): void {
  const { f1, precision, recall, wordF1, without, perPage } = body
  const shares = Object.entries(fields).map(([name, counts]) => shareLine(name, counts))
  console.log(
    `${scope} ${split} (${pages}): F1 ${f1.toFixed(4)} P ${precision.toFixed(4)} R ${recall.toFixed(4)} ` +
      `word F1 ${wordF1.toFixed(4)} must-not ${without.toFixed(3)} | ${shares.join(' ')}`,
  )
  const worst = [...perPage].sort((a, b) => a.precision * a.recall - b.precision * b.recall)
  for (const page of worst.slice(0, Number(values.worst ?? 0))) {
    console.log(`    P ${page.precision.toFixed(3)} R ${page.recall.toFixed(3)} ${page.id} ${page.url}`)
  }
}

function shareLine(name: string, { right, wrong, missing }: FieldCounts): string {
  const known = right + wrong + missing
  return `${name} ${(right / known).toFixed(3)} (${wrong} wrong, ${missing} missing of ${known})`
}
