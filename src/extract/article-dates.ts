import type { Finding } from '../core/finding.js'
import type { PageFacts } from '../core/markup.js'
import type { Agencies } from '../rules/known-names.js'
import { type ArticleView, segmentText } from './article.js'
import { readDateLine, type StatedDate } from './date-line.js'
import { type DateOrder, findDates } from './dates.js'
import { inFrame, lastBody } from './frame.js'
import { readFrameLine } from './frame-line.js'

/** What dates are read from beside the article. */
export interface DateSources {
  readonly url: string | null
  readonly facts: PageFacts | null
  /** When the page was collected, ISO 8601; null when unknown. A date after it is a template's or a broken clock's. */
  readonly collected: string | null
}

/**
 * When the article was published and last changed: by what the page's data says, then by its lines, by what its markup
 * calls a date, and by its address. A page that tells its last change alone was published then, for all that it says.
 */
export function readDates(
  article: ArticleView,
  headline: number,
  { url, facts, collected }: DateSources,
  agencies: Agencies,
): FoundDates {
  const stated = statedDates(article, headline, dateOrder(article, url), agencies)
  const marked = markedDates(facts?.dates ?? [])
  const first = (dates: readonly (string | null | undefined)[]): string | null =>
    dates.find((date) => date != null && !isAfter(date, collected)) ?? null
  const modified = first([facts?.modified, stated.modified, marked.modified])
  return {
    published: first([facts?.published, stated.published, marked.published, dateOfAddress(url), modified]),
    modified,
    findings: facts?.published ? [] : stated.findings,
  }
}

/** True where a date lies after the day on which its page was collected, and after the next, as zones differ. */
function isAfter(date: string, collected: string | null): boolean {
  return collected !== null && dayNumber(date) - dayNumber(collected) > 1
}

/** Days from 1 March of the year 0 to an ISO 8601 date. */
function dayNumber(date: string): number {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number) as [number, number, number]
  // Years that begin in March have their leap day at the end.
  const march = (month + 9) % 12
  const years = month < 3 ? year - 1 : year
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  return 365 * years + leapDays + Math.floor((153 * march + 2) / 5) + day - 1
}

/** The dates of an article, ISO 8601. */
export interface FoundDates {
  readonly published: string | null
  readonly modified: string | null
  readonly findings: Finding[]
}

/** The dates that the lines round an article state. */
function statedDates(
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
      readDateLine(text, order) ?? readFrameLine(text, agencies, order)?.dates ?? unsaidDates(text, order)
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

/** The dates in a text that says nothing of them. */
function unsaidDates(text: string, order: DateOrder | null): StatedDate[] {
  return findDates(text, order).map((date) => ({ ...date, sense: 'unsaid' }))
}

/** The dates in texts that the markup calls dates. */
function markedDates(texts: readonly string[]): Omit<FoundDates, 'findings'> {
  let published: string | null = null
  let modified: string | null = null
  for (const text of texts) {
    for (const { sense, value } of readDateLine(text) ?? unsaidDates(text, null)) {
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
