/**
 * Prints how well this extractor and its peers on npm find articles in HTML, on the held-out sites of the development
 * pages and by the same metric: Readability and defuddle, both on linkedom.
 *
 *     npx tsx scripts/compare-extractors.ts
 */
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { toDocument } from '../src/core/document.js'
import { slice } from '../src/core/span.js'
import { extract } from '../src/extract/extract.js'
import { titleKey } from '../src/extract/titles.js'
import { normalise } from '../src/normalise/normalise.js'
import { toHtmlRecord } from '../src/read/html/from-html.js'
import { readPage } from '../src/read/html/read-page.js'
import { loadResources } from '../src/resources.js'
import { bodyOf, type Metric, withoutAnd } from './extraction/measure.js'
import { type Bench, hasPages, importTool, type Page, readPages } from './extraction/pages.js'

/** What a tool finds in a page; empty where it finds nothing. */
interface Found {
  readonly text: string
  readonly title: string
  readonly author: string
  readonly date: string
}

type Tool = (html: string, url: string) => Found | Promise<Found>

const { extract: resources } = await loadResources()

const TOOLS: Readonly<Record<string, Tool>> = {
  unspin: (html) => {
    const article = extract(normalise(toDocument(toHtmlRecord('page', html))), resources)
    const { text, blocks, metadata } = article
    const headline = blocks.find(({ role }) => role === 'headline')
    return {
      text: bodyOf(article),
      title: headline ? slice(text, headline) : (metadata.title ?? ''),
      author: metadata.authors.join(' '),
      date: metadata.date ?? '',
    }
  },
  readability: (html) => {
    const { document } = parseHTML(html)
    const found = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()
    return {
      text: rendered(found?.content),
      title: found?.title ?? '',
      author: found?.byline ?? '',
      date: found?.publishedTime ?? '',
    }
  },
  defuddle: async (html, url) => {
    const { content, title, author, published } = await Defuddle(parseHTML(html).document, url)
    return { text: rendered(content), title, author, date: published }
  },
}

/** The HTML that a peer gives, as text by the same reader for all. */
function rendered(html: string | null | undefined): string {
  return html ? (readPage(html)?.text ?? '') : ''
}

if (!hasPages()) {
  console.log('compare-extractors: skipped, the development pages are not beside the project')
} else {
  const bench = await importTool<Bench>('bench.mjs')
  const metric = await importTool<Metric>('metric.mjs')
  const gold = new Map(
    (await readPages('html')).filter(({ split }) => split === 'held-out').map((page) => [page.id, page]),
  )
  const htmls = [...bench.pages(bench.gold())].filter(([id]) => gold.has(id))
  for (const [name, tool] of Object.entries(TOOLS)) {
    const found = new Map<string, Found>()
    let failed = 0
    for (const [id, html] of htmls) {
      try {
        found.set(id, await tool(html, gold.get(id)!.url))
      } catch {
        failed++
        found.set(id, { text: '', title: '', author: '', date: '' })
      }
    }
    report(name, gold, found, metric, failed)
  }
}

function report(
  name: string,
  gold: Map<string, Page>,
  found: Map<string, Found>,
  metric: Metric,
  failed: number,
): void {
  const { f1, wordF1, without } = metric.evaluate(
    gold,
    new Map([...found].map(([id, { text }]) => [id, text])),
  )
  const right = { title: 0, author: 0, date: 0 }
  const asked = { title: 0, author: 0, date: 0 }
  for (const [id, page] of gold) {
    const own = found.get(id)!
    const onPage = ` ${titleKey(page.text)} `
    const isShown = (text: string | null) =>
      text !== null && text !== '' && onPage.includes(` ${titleKey(text)} `)
    if (isShown(page.title)) {
      asked.title++
      if (titleKey(own.title) === titleKey(page.title)) right.title++
    }
    if (isShown(page.author)) {
      asked.author++
      if (nameKey(own.author) === nameKey(page.author!)) right.author++
    }
    if (page.date) {
      asked.date++
      if (own.date.slice(0, 10) === page.date.slice(0, 10)) right.date++
    }
  }
  const fields = (['title', 'date', 'author'] as const).map(
    (field) => `${field} ${(right[field] / asked[field]).toFixed(3)}`,
  )
  console.log(
    `${name.padEnd(12)} F1 ${f1.toFixed(3)}, word F1 ${wordF1.toFixed(3)}, must-not ${without.toFixed(3)}, ${fields.join(', ')}${failed > 0 ? `; failed on ${failed}` : ''}`,
  )
}

/** Names in a list, however it is joined, without "By". */
function nameKey(names: string): string {
  return titleKey(withoutAnd(names).replace(/^by\s+/i, ''))
}
