import { type ArticleView, isText, segmentLength, segmentText } from './article.js'
import { findDates } from './dates.js'
import { isHeadMatter } from './headline-features.js'

/** The longest standfirst, in words and symbols. */
const MAX_LENGTH = 90

/**
 * Gives the summary under the headline its role: a paragraph after the headline that bylines, dates, captions or a
 * repeated headline part from the text, or a line under it that is no sentence.
 */
export function assignStandfirst(article: ArticleView, headline: number): void {
  if (headline < 0) return
  const count = article.segments.length
  let first = headline + 1
  while (first < count && !isParagraph(article, first)) {
    if (first - headline > 12) return
    first++
  }
  if (first >= count || segmentLength(article, first) > MAX_LENGTH) return
  const why = partedFromText(article, first) ?? underHeadline(article, headline, first)
  if (why) article.roles[first] = { role: 'standfirst', ruleId: why }
}

/** A segment without another part that has the length of a sentence. */
function isParagraph(article: ArticleView, i: number): boolean {
  if (article.roles[i] !== null || isHeadMatter(article, i) || article.kinds[i] !== null) return false
  if (segmentLength(article, i) < 6 || article.phrases[i]?.isCertain) return false
  // A short line with a date is of the frame, whatever else it holds.
  return article.table.mass[i]! > 0 || findDates(segmentText(article, i)).every(({ value }) => value === null)
}

function partedFromText(article: ArticleView, i: number): string | null {
  // One line that is neither may stand between, such as the name of a series.
  const next = isText(article, i + 1) ? i + 1 : [i + 1, i + 2].find((j) => isFrame(article, j))
  return next !== undefined && isFrame(article, next) && hasTextAfter(article, next)
    ? 'standfirst/parted-from-text'
    : null
}

/** True for what parts a standfirst from the text. */
function isFrame(article: ArticleView, i: number): boolean {
  const role = article.roles[i]?.role
  return (
    role === 'repeat' ||
    role === 'caption' ||
    role === 'dateline' ||
    role === 'byline' ||
    role === 'date' ||
    isHeadMatter(article, i)
  )
}

function underHeadline(article: ArticleView, headline: number, i: number): string | null {
  const text = segmentText(article, i)
  const isNext = i === headline + 1
  const isOpenLine = !/[.!?:;,…。]["')\]]*$/.test(text) && segmentLength(article, i) >= 7
  return isNext && isOpenLine && article.table.mass[i + 1]! > 0 && isText(article, i + 1)
    ? 'standfirst/open-line-under-headline'
    : null
}

function hasTextAfter(article: ArticleView, i: number): boolean {
  for (let j = i; j < article.segments.length; j++) if (isText(article, j)) return true
  return false
}
