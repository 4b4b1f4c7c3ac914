import type { Metadata } from '../core/document.js'
import type { Finding } from '../core/finding.js'
import type { PageFacts } from '../core/markup.js'
import { type Agencies, publisherOfHost } from '../rules/known-names.js'
import { type ArticleView, segmentText } from './article.js'
import { markedAuthors } from './authors.js'
import { readByline, readNames } from './bylines.js'
import { readDateLine, type StatedDate } from './date-line.js'
import { type FoundDateline, leadDateline } from './dateline.js'
import { type DateOrder, findDates } from './dates.js'
import type { ExtractResources } from './extract-resources.js'
import { readFrameLine } from './frame-line.js'
import type { RoleFindings } from './roles.js'
import { bareTitle } from './titles.js'

/** What the page says of the article, with what stays in doubt. */
export interface FoundMetadata {
  readonly metadata: Metadata
  readonly findings: readonly Finding[]
}

/**
 * The metadata that an article's assigned segments hold, and before them the markup's `facts`, which are written for
 * machines. `url` is what came with the record or stands on the page.
 */
export function readMetadata(
  article: ArticleView,
  roles: RoleFindings,
  url: string | null,
  facts: PageFacts | null,
  resources: ExtractResources,
): FoundMetadata {
  const hostname = hostOf(url)
  const dates = readDates(article, roles.headline, dateOrder(article, url), resources.agencies)
  const marked = markedDates(facts?.dates ?? [])
  const dateline = roles.dateline ?? dateInText(article, resources)
  const knownPublisher = hostname && publisherOfHost(resources.publishers, hostname)
  return {
    metadata: {
      title: facts ? bareTitle(facts) : null,
      description: facts?.description ?? null,
      url,
      authors:
        (facts && markedAuthors(facts, article.text, resources.agencies)) ??
        readAuthors(article, roles.headline, resources),
      // A page that gives the date of its last change alone was published then, for all that it says.
      date:
        facts?.published ??
        dates.published ??
        marked.published ??
        dateOfAddress(url) ??
        facts?.modified ??
        dates.modified ??
        marked.modified,
      modified: facts?.modified ?? dates.modified ?? marked.modified,
      publisher: dateline?.publisher ?? knownPublisher ?? facts?.publisher ?? null,
      hostname,
      dateline: dateline?.dateline ?? null,
      sections: orElse(textsOf(article, 'section'), facts?.section ? [facts.section] : []),
      tags: orElse(readTags(article), facts?.tags ?? []),
      image: facts?.image ?? null,
      language: article.language ?? facts?.language ?? null,
    },
    findings: facts?.published ? [] : dates.findings,
  }
}

/** `list`, or `other` where it is empty. */
function orElse(list: string[], other: readonly string[]): string[] {
  return list.length > 0 ? list : [...other]
}

/** The host of `url` without `www.`; null when there is none. */
export function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  return new URL(url).hostname.replace(/^www\./, '') || null
}

/** The address of the article that the page itself gives; null when it gives none. */
export function readUrl(article: ArticleView): string | null {
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i]?.role !== 'source-url') continue
    const address = /(?:https?:\/\/|www\.)[^\s<>"]+/i.exec(segmentText(article, i))?.[0]
    if (address) return address.startsWith('http') ? address : `https://${address}`
  }
  return null
}

function dateInText(article: ArticleView, { agencies }: ExtractResources): FoundDateline | null {
  const first = article.roles.findIndex((assigned) => assigned?.role === 'body')
  return first < 0 ? null : leadDateline(segmentText(article, first), agencies)
}

/** Segments above the headline, and after the text, in which dates and authors are looked for. */
const ABOVE = 6
const BELOW = 10

/** Indices of the segments of `role` in the article's head, nearest to the headline first, and then below its text. */
function inFrame(article: ArticleView, headline: number, role: string): number[] {
  let first = article.roles.findIndex((assigned) => assigned?.role === 'body')
  if (first < 0) first = article.roles.length
  const last = lastBody(article)
  const anchor = headline < 0 ? Math.max(0, first - ABOVE) : headline
  const of = (from: number, to: number) => {
    const indices: number[] = []
    for (let i = Math.max(0, from); i < Math.min(to, article.roles.length); i++) {
      if (article.roles[i]?.role === role) indices.push(i)
    }
    return indices
  }
  return [
    ...of(anchor, first + 1),
    ...of(anchor - ABOVE, anchor).reverse(),
    ...of(last + 1, last + 1 + BELOW),
  ]
}

/** Index of the last segment of the text; -1 when there is none. */
function lastBody(article: ArticleView): number {
  return article.roles.findLastIndex((assigned) => assigned?.role === 'body')
}

function readAuthors(article: ArticleView, headline: number, { agencies }: ExtractResources): string[] {
  const authors: string[] = []
  for (const i of inFrame(article, headline, 'byline')) {
    const text = segmentText(article, i)
    const names =
      readByline(text, agencies) ??
      readFrameLine(text, agencies)?.names ??
      (article.phrases[i] ? signed(text, agencies) : readNames(text, agencies)) ??
      []
    for (const name of names) if (!authors.includes(name)) authors.push(name)
    // Names above the headline or below the text are a second choice.
    if (authors.length > 0 && !isFollowedByByline(article, i)) break
  }
  return authors
}

function isFollowedByByline(article: ArticleView, i: number): boolean {
  return article.roles[i + 1]?.role === 'byline' || article.roles[i + 2]?.role === 'byline'
}

/** The reporters of a signature: "Reporting by Ann Lee in Kyiv; editing by Jo Roe" to Ann Lee. */
function signed(text: string, agencies: Agencies): string[] | null {
  const part = /\b(?:reporting|writing|written|reported)(?: and writing)? by ([^;.]{3,80})/i.exec(text)
  return part ? readNames(part[1]!, agencies) : null
}

interface FoundDates {
  readonly published: string | null
  readonly modified: string | null
  readonly findings: Finding[]
}

function readDates(
  article: ArticleView,
  headline: number,
  order: DateOrder | null,
  agencies: Agencies,
): FoundDates {
  let published: string | null = null
  let modified: string | null = null
  const findings: Finding[] = []
  const last = lastBody(article)
  for (const i of [...inFrame(article, headline, 'date'), ...inFrame(article, headline, 'byline')]) {
    if (article.roles[i]!.ruleId === 'split/date-of-title') continue
    const text = segmentText(article, i)
    const dates: readonly StatedDate[] =
      readDateLine(text, order) ??
      readFrameLine(text, agencies, order)?.dates ??
      findDates(text, order).map((date) => ({ ...date, sense: 'unsaid' }))
    for (const date of dates) {
      // Below the text stand the dates of other articles too.
      if (i > last && date.sense === 'unsaid') continue
      if (date.value === null) {
        const start = article.segments[i]!.start
        findings.push(...doubt(text, date, start))
      } else if (date.sense === 'modified') modified ??= date.value
      else published ??= date.value
    }
  }
  return { published, modified, findings: published === null ? findings : [] }
}

/** The dates in texts that the markup calls dates. */
function markedDates(texts: readonly string[]): Omit<FoundDates, 'findings'> {
  let published: string | null = null
  let modified: string | null = null
  for (const text of texts) {
    const dates: readonly StatedDate[] =
      readDateLine(text) ?? findDates(text).map((date) => ({ ...date, sense: 'unsaid' }))
    for (const { sense, value } of dates) {
      if (sense === 'modified') modified ??= value
      else published ??= value
    }
  }
  return { published, modified }
}

/** The date in the path of an address, such as `/2025/12/18/`; null where it has none. */
function dateOfAddress(url: string | null): string | null {
  const path = url && /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/\-_+.]|$)/.exec(url)
  if (!path) return null
  const [date] = findDates(`${path[1]}-${path[2]}-${path[3]}`)
  return date?.value ?? null
}

/** A finding for a date whose digits have two readings. */
function doubt(text: string, date: StatedDate, offset: number): Finding[] {
  const written = text.slice(date.start, date.end)
  const readings = (['day-first', 'month-first'] as const).map((order) => findDates(written, order)[0]?.value)
  const [first, second] = readings
  if (!first || !second || first === second) return []
  return [
    {
      stage: 'extract',
      ruleId: 'date/two-readings',
      start: offset + date.start,
      end: offset + date.end,
      reason: `"${written}" may mean ${first} or ${second}, and the page does not decide which`,
      suggestions: [first, second],
    },
  ]
}

/** Whether the page's other dates, or its address, show the day or the month to come first. */
function dateOrder(article: ArticleView, url: string | null): DateOrder | null {
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i]?.role !== 'date') continue
    for (const date of findDates(segmentText(article, i))) if (date.proves) return date.proves
  }
  const path = url && /\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/.exec(url)
  if (!path) return null
  const [, year, month, day] = path.map(Number)
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i]?.role !== 'date') continue
    for (const order of ['day-first', 'month-first'] as const) {
      const value = findDates(segmentText(article, i), order)[0]?.value
      if (value?.startsWith(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`))
        return order
    }
  }
  return null
}

function textsOf(article: ArticleView, role: string): string[] {
  const texts: string[] = []
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i]?.role !== role) continue
    const text = segmentText(article, i)
    if (!texts.includes(text)) texts.push(text)
  }
  return texts
}

/** Tags, one to a line or in a list after "Tags:", without hash signs. */
function readTags(article: ArticleView): string[] {
  const tags = textsOf(article, 'tag').flatMap((text) => {
    const list = /^[^:]{2,24}:(.+)$/u.exec(text)?.[1]
    if (list) return list.split(/[,;|•·]/).map((tag) => tag.trim())
    return text.startsWith('#') ? text.split(/[\s,]+/) : [text]
  })
  return [...new Set(tags.map((tag) => tag.replace(/^#/, '').trim()).filter((tag) => tag !== ''))]
}
