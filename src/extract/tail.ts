import { looksLikePersonName } from '../language/person-names.js'
import { type ArticleView, lastText, segmentLength, segmentText } from './article.js'

/** Segments after the text in which its author, sections and tags are looked for. */
const REACH = 40
/** The longest tag or section name, in words and symbols. */
const MAX_TAG_LENGTH = 6

/** Gives the author's name, the sections and the tags that close an article their roles. */
export function assignTail(article: ArticleView): void {
  const last = lastText(article)
  if (last < 0) return
  const isUnsigned = !article.roles.some((assigned) => assigned?.role === 'byline')
  const end = Math.min(article.segments.length, last + 1 + REACH)
  for (let i = last + 1; i < end; i++) {
    const role = article.roles[i]?.role
    if (role === 'section' || isSectionName(article, i)) {
      assignSections(article, i, end)
      return
    }
    if (role) continue
    if (article.phrases[i]?.opens === 'tag') {
      article.roles[i] = { role: 'navigation', ruleId: article.phrases[i]!.ruleId }
      assignTags(article, i + 1, end, 'tag/under-heading')
      return
    }
    if (article.phrases[i]?.role === 'tag' || isHashTag(article, i)) {
      article.roles[i] = { role: 'tag', ruleId: article.phrases[i]?.ruleId ?? 'tag/hash' }
    } else if (isUnsigned && isAuthor(article, i, last)) {
      article.roles[i] = { role: 'byline', ruleId: 'byline/name-after-text' }
    } else if (isTagRun(article, i, end, last)) {
      assignTags(article, i, end, 'tag/run-after-text')
      return
    } else if (article.phrases[i] || segmentLength(article, i) > 12) return
  }
}

/** Section names in a short run, and the tags in the run that follows them. */
function assignSections(article: ArticleView, from: number, end: number): void {
  let i = from
  // Under names that were glued together the tags begin, though some are called like sections.
  const areGlued = article.segments[from]!.given !== null
  while (i < end && (article.roles[i]?.role === 'section' || (!areGlued && isSectionName(article, i)))) i++
  if (i - from > 4) return
  for (let j = from; j < i; j++) article.roles[j] ??= { role: 'section', ruleId: 'section/after-text' }
  assignTags(article, i, end, 'tag/after-sections')
}

function isSectionName(article: ArticleView, i: number): boolean {
  return article.roles[i] === null && article.phrases[i]?.role === 'section'
}

function assignTags(article: ArticleView, from: number, end: number, ruleId: string): void {
  const breaks = article.segments[from]?.breaks ?? 0
  for (let i = from; i < end && isTagLike(article, i); i++) {
    // A blank line ends a run that has none inside.
    if (i > from && article.segments[i]!.breaks > Math.max(breaks, article.segments[from + 1]?.breaks ?? 0))
      break
    article.roles[i] = { role: 'tag', ruleId }
  }
}

function isTagLike(article: ArticleView, i: number): boolean {
  const phrase = article.phrases[i]
  if (article.roles[i] !== null || (phrase && (phrase.isCertain || phrase.role !== 'section'))) return false
  const length = segmentLength(article, i)
  return (
    length > 0 &&
    length <= MAX_TAG_LENGTH &&
    (article.kinds[i] === null || article.kinds[i] === 'credit') &&
    !/[.!?:;,]$/.test(segmentText(article, i))
  )
}

function isHashTag(article: ArticleView, i: number): boolean {
  return /^#[\p{L}\p{N}_]{2,40}(?:[ ,]+#[\p{L}\p{N}_]{2,40})*$/u.test(segmentText(article, i))
}

/** Three or more short lines, most of them about what the article is about. */
function isTagRun(article: ArticleView, from: number, end: number, last: number): boolean {
  let count = 0
  let topical = 0
  for (let i = from; i < end && isTagLike(article, i); i++) {
    if (article.phrases[i]) return false
    count++
    if (isInText(article, i, last)) topical++
  }
  return count >= 3 && topical * 2 >= count
}

/** A person's name alone between blank lines, of someone the article does not speak of. */
function isAuthor(article: ArticleView, i: number, last: number): boolean {
  const isAlone = article.segments[i]!.breaks > 1 && (article.segments[i + 1]?.breaks ?? 2) > 1
  return isAlone && looksLikePersonName(segmentText(article, i)) && !isInText(article, i, last)
}

/** True when the page, down to segment `last`, holds the words of segment `i` in a row. */
function isInText(article: ArticleView, i: number, last: number): boolean {
  const { words } = article
  const from = article.firstWord[i]!
  const length = segmentLength(article, i)
  const end = article.endWord[last]!
  for (let k = 0; k + length <= end; k++) {
    let same = 0
    while (same < length && words.hash[k + same] === words.hash[from + same]) same++
    if (same === length) return true
  }
  return false
}
