import { type Document, toDocument } from '../../src/core/document.js'
import type { MarkedLine } from '../../src/core/markup.js'
import { titleKey } from '../../src/extract/titles.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import type { LabelledPage } from './labelled-pages.js'

/** A line to put on a page; `mark` is what its markup would say. */
interface Line {
  readonly text: string
  readonly breaks: number
  readonly mark: Omit<MarkedLine, 'start' | 'end'> | null
}

/** The page with only the segments for which `keeps` holds. */
export function keeping(page: LabelledPage, keeps: (i: number) => boolean): Document {
  return compose(
    page,
    page.labels.length === 0 ? [] : linesOf(page).flatMap((line, i) => (keeps(i) ? [line] : [])),
  )
}

/** The page without its article: menus, teasers of other articles, comments and footers stay. */
export function withoutArticle(page: LabelledPage): Document {
  return keeping(page, (i) => !isArticle(page, i))
}

/** Headlines on a made listing: at least so many, and up to so many more. */
const LEAST_ENTRIES = 6
const MORE_ENTRIES = 25

/**
 * The page as a listing of `others` in the place of its article, in one of six layouts: headlines alone, teasers alone
 * or both, with dates, authors and "Read more" in some. `seed` decides the layout.
 */
export function asListing(page: LabelledPage, others: readonly LabelledPage[], seed: number): Document {
  const count = LEAST_ENTRIES + ((seed * 7) % MORE_ENTRIES)
  const entries = others.slice(0, count).flatMap((other) => entry(other, seed))
  const lines = linesOf(page)
  const place = lines.findIndex((_, i) => isArticle(page, i))
  const rest = (from: number, to: number) =>
    lines.slice(from, to).filter((_, i) => !isArticle(page, from + i))
  return compose(page, [...rest(0, place), ...entries, ...rest(place, lines.length)])
}

/** Most words of a teaser, by the seed. */
const TEASERS = [60, 30, 18] as const

/** One article on a listing. */
function entry({ page }: LabelledPage, seed: number): Line[] {
  const layout = seed % 6
  const teaser = teaserOf(page.body, layout === 1 || layout === 4 ? 2 : 1, TEASERS[seed % 3]!, seed % 2 === 0)
  const mark = {
    tag: 'other',
    zones: layout % 2 === 0 ? 2 : 1,
    linkShare: 0,
    siblings: 0,
    cousins: 0,
  } as const
  const link = { ...mark, linkShare: 1 }
  const size = Math.log10(1 + teaser.length)
  const lines: Line[] = []
  if (layout !== 5) {
    const tag = layout % 2 === 0 ? 'other' : 'heading'
    lines.push({ text: page.title, breaks: 2, mark: { ...link, tag } })
  }
  if (layout === 3) return lines
  if (layout >= 2 && page.date) lines.push({ text: page.date, breaks: 1, mark })
  if (layout === 4 && page.author) lines.push({ text: `By ${page.author}`, breaks: 1, mark })
  lines.push({
    text: teaser,
    breaks: layout % 2 === 0 ? 2 : 1,
    mark: {
      ...mark,
      tag: 'paragraph',
      linkShare: layout === 5 ? 1 : 0,
      siblings: size,
      cousins: layout % 2 === 0 ? size : size + 1,
    },
  })
  if (seed % 4 === 0) lines.push({ text: 'Read more', breaks: 1, mark: link })
  return lines
}

function teaserOf(body: string, sentences: number, mostWords: number, hasEllipsis: boolean): string {
  const words = body
    .split(/(?<=[.!?])\s/)
    .slice(0, sentences)
    .join(' ')
    .split(/\s+/)
  return words.length > mostWords
    ? words.slice(0, mostWords).join(' ') + (hasEllipsis ? '…' : '...')
    : words.join(' ')
}

/** Segments of the article and its title. */
function isArticle({ page, view, labels }: LabelledPage, i: number): boolean {
  const { start, end } = view.segments[i]!
  return labels[i]! >= 0.5 || titleKey(view.text.slice(start, end)) === titleKey(page.title)
}

function linesOf({ view, lines }: LabelledPage): Line[] {
  return view.segments.map(({ start, end, breaks }, i) => ({
    text: view.text.slice(start, end),
    breaks,
    mark: lines?.[i] ?? null,
  }))
}

/** A document of `lines`, as a page of the same kind; its head says nothing, as that would be of the article. */
function compose({ page }: LabelledPage, lines: readonly Line[]): Document {
  let text = ''
  const marked: MarkedLine[] = []
  for (const { text: words, breaks, mark } of lines) {
    if (words === '') continue
    if (text !== '') text += breaks > 1 ? '\n\n' : '\n'
    const start = text.length
    text += words
    if (mark) marked.push({ ...mark, start, end: text.length })
  }
  const markup = page.markup && { lines: marked, facts: { ...page.markup.facts, titles: [] } }
  return toDocument({ ...toSourceRecord(page.id, text), markup })
}
