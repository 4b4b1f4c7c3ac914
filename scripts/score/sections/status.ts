import { createHash } from 'node:crypto'
import { toDocument } from '../../../src/core/document.js'
import { holdsArticle, type PageStatus } from '../../../src/core/page-status.js'
import { extract } from '../../../src/extract/extract.js'
import { normalise } from '../../../src/normalise/normalise.js'
import { toSourceRecord } from '../../../src/read/from-text.js'
import { htmlReader } from '../../../src/read/html/html.js'
import { isFailure } from '../../../src/read/reader.js'
import { hasPages, importTool, type TextMaker } from '../../extraction/pages.js'
import { readStatusPage, type StatusLabel, statusLabels } from '../../extraction/status-labels.js'
import { missingData } from '../clean-texts.js'
import { type Figure, faultFigure, measureFigure, type SectionReport, shareFigure, under } from '../figure.js'
import type { Bench } from '../section.js'

/** What the labels are compared by: a wall or a further page, and posts or pictures, are one thing to most readers. */
const GROUPS: Readonly<Record<PageStatus, string>> = {
  article: 'article',
  truncated: 'cut off',
  paywalled: 'cut off',
  live_blog: 'live or gallery',
  gallery: 'live or gallery',
  index_page: 'index page',
  no_article: 'no article',
}

/** What the product says of labelled pages, as HTML and as plain text. */
export async function status({ resources, samples }: Bench): Promise<SectionReport> {
  if (!hasPages()) return { figures: [], notes: [missingData('data', 'wcxb-dev')] }
  const maker = await importTool<TextMaker>('make-text.mjs')
  const { extract: rules } = resources()
  const notes: string[] = []
  const judged: { label: StatusLabel; html: PageStatus; text: PageStatus }[] = []
  const labels = statusLabels()
  for (const label of labels) {
    const bytes = readStatusPage(label)
    if (!bytes) continue
    for await (const record of htmlReader.read(contentOf(label.name, bytes))) {
      if (isFailure(record)) throw new Error(`${label.name}: ${record.reason}`)
      const plain = toSourceRecord(label.name, maker.render(maker.parse(bytes.toString('utf8'))))
      const [html, text] = [record, plain].map(
        (page) => extract(normalise(toDocument(page)), rules).page.status,
      ) as [PageStatus, PageStatus]
      judged.push({ label, html, text })
      if (samples.listMisses && GROUPS[html] !== GROUPS[label.status])
        notes.push(`  ${label.name}: ${label.status}, judged ${html}`)
    }
  }
  if (judged.length < labels.length) {
    notes.push(
      `${labels.length - judged.length} labelled pages are not here: \`npx tsx scripts/collect-status-pages.ts\` fetches them`,
    )
  }
  // Floors are pinned to the pages that every machine with the development set has.
  const sets: [name: string, pages: typeof judged][] = [
    ['', judged.filter(({ label }) => label.page.kind !== 'npm')],
    ...(judged.length === labels.length ? [['all/', judged] satisfies [string, typeof judged]] : []),
  ]
  const figures = sets.flatMap(([name, pages]) =>
    (['html', 'text'] as const).flatMap((format) =>
      under(name + format, figuresOf(pages.map(({ label, [format]: found }) => ({ label, found })))),
    ),
  )
  return { figures: under('status', figures), notes }
}

function figuresOf(judged: readonly { label: StatusLabel; found: PageStatus }[]): Figure[] {
  const groups = [...new Set(Object.values(GROUPS))].map((group) => {
    const pages = judged.filter(({ label }) => GROUPS[label.status] === group)
    const right = pages.filter(({ found }) => GROUPS[found] === group).length
    return shareFigure(`${group} right`, right, pages.length)
  })
  const articles = judged.filter(({ label }) => label.status === 'article')
  const lost = articles.filter(({ found }) => !holdsArticle(found)).length
  const asked = groups.filter(({ name }) => name !== 'no article right')
  const mean = asked.reduce((sum, { value }) => sum + value, 0) / asked.length
  return [
    ...groups,
    measureFigure('mean of four', mean),
    faultFigure('articles rejected', lost, articles.length),
  ]
}

function contentOf(name: string, bytes: Buffer) {
  return {
    id: name,
    path: name,
    filePath: `${name}.html`,
    source: 'status',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    supplied: { url: null, added: null },
  }
}
