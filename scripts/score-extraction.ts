import { isBodyRole } from '../src/core/block.js'
import { type Document, toDocument } from '../src/core/document.js'
import { slice } from '../src/core/span.js'
import { extract } from '../src/extract/extract.js'
import { normalise } from '../src/normalise/normalise.js'
import { extractResources } from './extraction/extract-resources.js'
import { recordOf } from './extraction/labelled-pages.js'
import { hasPages, importTool, type Page, readPages, type Scope } from './extraction/pages.js'
import { titleKey } from './extraction/title-key.js'

// Usage: npx tsx scripts/score-extraction.ts [--rendered DIR] [--worst N] [--split train|held-out]

interface Metric {
  evaluate(
    gold: Map<string, Page>,
    predicted: Map<string, string>,
  ): {
    readonly f1: number
    readonly precision: number
    readonly recall: number
    readonly wordF1: number
    readonly without: number
    readonly perPage: readonly { id: string; url: string; precision: number; recall: number }[]
  }
}

if (!hasPages()) console.error('score-extraction: skipped, the development pages are not beside the project')
else await score(await importTool<Metric>('metric.mjs'))

async function score(metric: Metric): Promise<void> {
  const resources = extractResources()
  for (const scope of ['page', 'near'] as const) {
    const pages = await readPages(scope, option('rendered'))
    const normalised = pages.map((page) => normalise(toDocument(recordOf(page.id, page.text))))
    const start = performance.now()
    const articles = normalised.map((document) => extract(document, resources))
    const seconds = (performance.now() - start) / 1000
    for (const split of ['train', 'held-out'] as const) {
      if (option('split') && option('split') !== split) continue
      const chosen = [...pages.entries()].filter(([, page]) => page.split === split)
      const gold = new Map(chosen.map(([, page]) => [page.id, page]))
      const predicted = new Map(chosen.map(([i, page]) => [page.id, bodyOf(articles[i]!)]))
      const result = metric.evaluate(gold, predicted)
      const fields = chosen.map(([i, page]) => compare(page, articles[i]!))
      print(scope, split, chosen.length, result, fields)
      const worst = [...result.perPage].sort((a, b) => a.precision * a.recall - b.precision * b.recall)
      for (const page of worst.slice(0, Number(option('worst') ?? 0))) {
        console.log(`    P ${page.precision.toFixed(3)} R ${page.recall.toFixed(3)} ${page.id} ${page.url}`)
      }
    }
    console.log(`${scope}: extract alone, ${(pages.length / seconds).toFixed(0)} pages/s`)
  }
}

/** The article's text alone, paragraph by paragraph. */
function bodyOf({ text, blocks }: Document): string {
  return blocks
    .filter(({ role }) => isBodyRole(role))
    .map((block) => slice(text, block))
    .join('\n\n')
}

/** Whether title, date and author are what the reviewer gave: null where the page does not hold them. */
function compare(
  page: Page,
  { text, blocks, metadata }: Document,
): Record<'title' | 'date' | 'author', Match | null> {
  const headline = blocks.find(({ role }) => role === 'headline')
  const onPage = ` ${titleKey(text)} `
  const match = (wanted: string | null | undefined, found: string | null): Match | null => {
    if (!wanted || !onPage.includes(` ${titleKey(wanted)} `)) return null
    return found === null ? 'missing' : titleKey(found) === titleKey(wanted) ? 'right' : 'wrong'
  }
  const date = page.date && {
    wanted: page.date.slice(0, 10),
    found: (metadata.date ?? metadata.modified)?.slice(0, 10) ?? null,
  }
  return {
    title: match(page.title, headline ? slice(text, headline) : null),
    date: date ? (date.found === null ? 'missing' : date.found === date.wanted ? 'right' : 'wrong') : null,
    author: match(page.author, metadata.authors.length > 0 ? metadata.authors.join(' ') : null),
  }
}

type Match = 'right' | 'wrong' | 'missing'

function print(
  scope: Scope,
  split: string,
  count: number,
  result: ReturnType<Metric['evaluate']>,
  fields: readonly ReturnType<typeof compare>[],
): void {
  const share = (name: 'title' | 'date' | 'author') => {
    const known = fields.flatMap((field) => field[name] ?? [])
    const of = (match: Match) => known.filter((found) => found === match).length
    return `${name} ${(of('right') / known.length).toFixed(3)} (${of('wrong')} wrong, ${of('missing')} missing of ${known.length})`
  }
  const { f1, precision, recall, wordF1, without } = result
  console.log(
    `${scope} ${split} (${count}): F1 ${f1.toFixed(4)} P ${precision.toFixed(4)} R ${recall.toFixed(4)} ` +
      `word F1 ${wordF1.toFixed(4)} must-not ${without.toFixed(3)} | ${share('title')} ${share('date')} ${share('author')}`,
  )
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
