import { type Document, toDocument } from '../../src/core/document.js'
import type { MarkedLine, Markup } from '../../src/core/markup.js'
import { computeFeatures, type FeatureTable } from '../../src/extract/features.js'
import { linesOfSegments } from '../../src/extract/markup-evidence.js'
import { type PageView, viewPage } from '../../src/extract/page-view.js'
import { splitLines } from '../../src/extract/split-lines.js'
import { normalise } from '../../src/normalise/normalise.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import { loadResources } from '../../src/resources.js'
import { labelLines } from './label-lines.js'
import { type Page, readPages, type Scope } from './pages.js'

/** A development page as the line model sees it, with the reviewer's verdict on each segment. */
export interface LabelledPage {
  readonly page: Page
  readonly view: PageView
  readonly table: FeatureTable
  /** Share of each segment's words that stand in the reviewed body. */
  readonly labels: Float64Array
  /** The line of the page's markup in which each segment lies; null where the page is plain text. */
  readonly lines: readonly (MarkedLine | null)[] | null
}

const { extract: resources } = await loadResources()

/** The document after normalisation, as `extract` receives it. */
function normalised(id: string, text: string, markup: Markup | null = null): Document {
  return normalise(toDocument({ ...toSourceRecord(id, text), markup }))
}

/** All development pages of one scope, or those on one side of the split, with features and labels. */
export async function labelledPages(
  scope: Scope,
  rendered?: string,
  split: Page['split'] | null = null,
): Promise<LabelledPage[]> {
  return (await readPages(scope, rendered))
    .filter((page) => split === null || page.split === split)
    .map((page) => label(page, normalised(page.id, page.text, page.markup)))
}

/** Lines of furniture that `tightened` leaves at each edge of the article's text. */
const MARGIN = 2

/**
 * The page as a careful scraper keeps it: the article's text and the few lines nearest to it. No such pages are among
 * the development pages, and the articles that people hold are mostly like this.
 */
export function tightened({ page, view, labels }: LabelledPage): LabelledPage {
  const isNear = (i: number) => {
    for (let j = i - MARGIN; j <= i + MARGIN; j++) if ((labels[j] ?? 0) >= 0.5) return true
    return false
  }
  const lines = view.segments.flatMap(({ start, end, breaks }, i) =>
    isNear(i) ? [(breaks > 1 ? '\n\n' : '\n') + view.text.slice(start, end)] : [],
  )
  return label(page, toDocument(toSourceRecord(page.id, lines.join('').trim())))
}

/** Segments of the article's text that `shortened` keeps. */
const SHORT = 8

/**
 * The page with all of its furniture and the beginning of its article: news is short, and the development pages are
 * long. The pages' ids decide whether 4, 6 or 8 segments of the text are kept.
 */
export function shortened({ page, view, labels }: LabelledPage): LabelledPage {
  const keep = SHORT - 2 * (Number(page.id) % 3)
  let kept = 0
  // Half of the scrapers keep no blank lines.
  const hasBlankLines = Number(page.id) % 2 === 0
  const lines = view.segments.flatMap(({ start, end, breaks }, i) => {
    if (labels[i]! >= 0.5 && ++kept > keep) return []
    return [(hasBlankLines && breaks > 1 ? '\n\n' : '\n') + view.text.slice(start, end)]
  })
  return label(page, toDocument(toSourceRecord(page.id, lines.join('').trim())))
}

function label(page: Page, document: Document): LabelledPage {
  const { text } = document
  const segments = splitLines(text, resources)
  const view = viewPage(text, segments, resources.boilerplate, resources.agencies, null)
  return {
    page,
    view,
    table: computeFeatures(view),
    labels: labelLines(text, segments, normalised(page.id, page.body).text),
    lines: linesOfSegments(document, segments),
  }
}
