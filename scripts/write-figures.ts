/**
 * Writes the figures of a score into the page that documents repair. Sections that were not run leave the page, so
 * give it the whole score.
 *
 *     npx tsx scripts/score.ts --json > score.json && npx tsx scripts/write-figures.ts score.json
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readVersion } from '../src/load/version.js'
import type { SectionReport } from './score/figure.js'
import { withFigures } from './score/figure-table.js'

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('usage: npx tsx scripts/write-figures.ts <score.json>')
  process.exit(2)
}
const page = new URL('../docs/repair.md', import.meta.url)
const reports = JSON.parse(readFileSync(path, 'utf8')) as SectionReport[] // printed by scripts/score.ts
const figures = reports.flatMap((report) => report.figures)
writeFileSync(page, withFigures(readFileSync(page, 'utf8'), figures, `version ${readVersion()}`))
console.log(`docs/repair.md: ${figures.length} figures`)
