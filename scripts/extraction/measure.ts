import { isBodyRole } from '../../src/core/block.js'
import { type Document, toDocument } from '../../src/core/document.js'
import { slice } from '../../src/core/span.js'
import { extract } from '../../src/extract/extract.js'
import { titleKey } from '../../src/extract/titles.js'
import { normalise } from '../../src/normalise/normalise.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import { loadResources } from '../../src/resources.js'
import { importTool, type Page, readPages, type Scope } from './pages.js'

/** How the articles found compare with what a reviewer marked, from 0 to 1 each. */
export interface BodyMeasures {
  readonly f1: number
  readonly precision: number
  readonly recall: number
  readonly wordF1: number
  /** Share of the snippets that must not be in an article and are. */
  readonly without: number
  readonly perPage: readonly { id: string; url: string; precision: number; recall: number }[]
}

/** How often a field is what the reviewer gave, on pages that hold it. */
export interface FieldCounts {
  readonly right: number
  readonly wrong: number
  readonly missing: number
}

const FIELDS = ['title', 'date', 'author'] as const

/** Extraction on one side of the split, from pages in one scope. */
export interface ExtractionResult {
  readonly scope: Scope
  readonly split: Page['split']
  readonly pages: number
  readonly body: BodyMeasures
  readonly fields: Readonly<Record<(typeof FIELDS)[number], FieldCounts>>
}

/** The metric of the tools beside the project. */
export interface Metric {
  evaluate(gold: Map<string, Page>, predicted: Map<string, string>): BodyMeasures
}

/** Extracts all development pages in both scopes; `rendered` as in `readPages`. */
export async function measureExtraction(
  rendered?: string,
  scopes: readonly Scope[] = ['page', 'near', 'html'],
): Promise<ExtractionResult[]> {
  const metric = await importTool<Metric>('metric.mjs')
  const { extract: resources } = await loadResources()
  const results: ExtractionResult[] = []
  for (const scope of scopes) {
    const pages = await readPages(scope, rendered)
    for (const split of ['train', 'held-out'] as const) {
      const found = pages
        .filter((page) => page.split === split)
        .map((page) => ({
          page,
          article: extract(
            normalise(toDocument({ ...toSourceRecord(page.id, page.text), markup: page.markup })),
            resources,
          ),
        }))
      const gold = new Map(found.map(({ page }) => [page.id, page]))
      const predicted = new Map(found.map(({ page, article }) => [page.id, bodyOf(article)]))
      const matches = found.map(({ page, article }) => compare(page, article))
      const fields = FIELDS.map((field) => [field, countMatches(matches.map((match) => match[field]))])
      results.push({
        scope,
        split,
        pages: found.length,
        body: metric.evaluate(gold, predicted),
        fields: Object.fromEntries(fields),
      })
    }
  }
  return results
}

/** The article's text alone, paragraph by paragraph. */
export function bodyOf({ text, blocks }: Document): string {
  return blocks
    .filter(({ role }) => isBodyRole(role))
    .map((block) => slice(text, block))
    .join('\n\n')
}

/** Whether title, date and author are what the reviewer gave: null where the page does not hold them. */
function compare(
  page: Page,
  { text, blocks, metadata }: Document,
): Record<(typeof FIELDS)[number], keyof FieldCounts | null> {
  const headline = blocks.find(({ role }) => role === 'headline')
  const onPage = ` ${titleKey(text)} `
  const match = (wanted: string | null | undefined, found: string | null) => {
    if (!wanted || !onPage.includes(` ${titleKey(wanted)} `)) return null
    return found === null ? 'missing' : titleKey(found) === titleKey(wanted) ? 'right' : 'wrong'
  }
  const found = metadata.date?.slice(0, 10) ?? null
  const date = found === null ? 'missing' : found === page.date?.slice(0, 10) ? 'right' : 'wrong'
  return {
    title: match(page.title, headline ? slice(text, headline) : metadata.title),
    date: page.date ? date : null,
    author: match(
      withoutAnd(page.author),
      metadata.authors.length > 0 ? withoutAnd(metadata.authors.join(' ')) : null,
    ),
  }
}

/** Names in a list, however the list is joined. */
export function withoutAnd<T extends string | null>(names: T): T {
  return (names?.replaceAll(/\band\b|&/g, ' ') ?? null) as T
}

function countMatches(matches: readonly (keyof FieldCounts | null)[]): FieldCounts {
  const of = (wanted: keyof FieldCounts) => matches.filter((match) => match === wanted).length
  return { right: of('right'), wrong: of('wrong'), missing: of('missing') }
}
