import { type ArticleView, firstText, isText, segmentLength, segmentText } from './article.js'
import { PLACE } from './decode.js'
import { FEATURES, WIDTH } from './features.js'
import { isAfterBlank } from './page-view.js'

/** What is weighed when the headline is looked for. Each is about 0 to 1. */
export const HEADLINE_FEATURES = [
  'bias',
  'odd-length',
  'short',
  'long',
  'ends-sentence',
  'question',
  'ends-colon',
  'separators',
  'distance-to-text',
  'text-before',
  'in-text',
  'odds',
  'topical',
  'frequent-words',
  'first-on-page',
  'byline-follows',
  'longest',
  'blank-before',
  'blank-after',
  'short-before',
] as const

/** A segment that might be the headline. */
export interface HeadlineCandidate {
  readonly index: number
  readonly features: readonly number[]
}

/** Segments before the first text that are asked, and the share of the text that may stand before a headline. */
const REACH = 60
const MAX_TEXT_BEFORE = 0.12

const TOPICAL = FEATURES.indexOf('topical')
const SEPARATORS = FEATURES.indexOf('separators')

/** Segments near the beginning of the article's text that are written like a headline, in page order. */
export function headlineCandidates(article: ArticleView): HeadlineCandidate[] {
  const anchor = firstText(article)
  if (anchor < 0) return []
  const count = article.segments.length
  const textBefore = massBefore(article)
  const total = Math.max(1, textBefore[count]!)
  let last = anchor + 2
  while (last < Math.min(anchor + 40, count - 1) && textBefore[last + 1]! / total <= MAX_TEXT_BEFORE) last++
  last = Math.min(last, count - 1)
  const nextText = distancesToText(article, last)
  const frequency = wordFrequencies(article, total)
  const candidates: { index: number; features: number[] }[] = []
  let longest = -1
  for (let i = Math.max(0, anchor - REACH); i <= last; i++) {
    const text = segmentText(article, i)
    if (!mayBeHeadline(article, i, text)) continue
    const length = segmentLength(article, i)
    if (
      article.table.mass[i] === 0 &&
      length < 30 &&
      (longest < 0 || length > segmentLength(article, candidates[longest]!.index))
    ) {
      longest = candidates.length
    }
    candidates.push({
      index: i,
      features: [
        1,
        Math.abs(Math.log2(length) - Math.log2(10)),
        length < 3 ? 1 : 0,
        length > 22 ? 1 : 0,
        /[.!。]["')]*$/.test(text) ? 1 : 0,
        /[?？]$/.test(text) ? 1 : 0,
        /[:：]$/.test(text) ? 1 : 0,
        article.table.rows[i * WIDTH + SEPARATORS]!,
        Math.log2(Math.max(1, Math.min(64, nextText[i]! - i))) / 6,
        Math.min(1, (textBefore[i]! / total) * 8),
        article.places[i] === PLACE.body ? 1 : 0,
        Math.max(-1, Math.min(1, article.odds[i]! / 6)),
        article.table.rows[i * WIDTH + TOPICAL]!,
        frequency(i),
        candidates.length === 0 && isFirst(article, i) ? 1 : 0,
        isOverHeadMatter(article, i) ? 1 : 0,
        0,
        isAfterBlank(article, i) || isFurniture(article, i - 1) ? 1 : 0,
        isAfterBlank(article, i + 1) || isFurniture(article, i + 1) ? 1 : 0,
        i > 0 && segmentLength(article, i - 1) <= 4 ? 1 : 0,
      ],
    })
  }
  if (longest >= 0) candidates[longest]!.features[HEADLINE_FEATURES.indexOf('longest')] = 1
  return candidates
}

/** True for a line that a rule is sure of, unless such lines stand under headlines. */
function isFurniture(article: ArticleView, i: number): boolean {
  return article.phrases[i]?.isCertain === true && !isHeadMatter(article, i)
}

/** True when a byline, date or the like is among the next three lines, furniture not counted. */
function isOverHeadMatter(article: ArticleView, i: number): boolean {
  let seen = 0
  for (let j = i + 1; j < article.segments.length && seen < 3; j++) {
    if (isHeadMatter(article, j)) return true
    if (!isFurniture(article, j)) seen++
  }
  return false
}

/** True when nothing stands above segment `i` but lines that rules know. */
function isFirst(article: ArticleView, i: number): boolean {
  for (let j = 0; j < i; j++) if (!article.phrases[j]) return false
  return true
}

/** True for what stands between a headline and the text: bylines, dates, counters, share buttons. */
export function isHeadMatter(article: ArticleView, i: number): boolean {
  const kind = article.kinds[i]
  if (kind === 'date' || kind === 'byline') return true
  const role = article.phrases[i]?.role
  return role === 'date' || role === 'counter' || role === 'share' || role === 'byline'
}

function mayBeHeadline(article: ArticleView, i: number, text: string): boolean {
  if (text.length > 250 || article.segments[i]!.given || article.phrases[i]?.isCertain) return false
  if (article.kinds[i] !== null) return false
  if (article.table.mass[i] === 0) return true
  // A sentence is a headline only where the page treats it as one: with a dateline, byline or date under it, or twice.
  return isHeadMatter(article, i + 1) || isHeadMatter(article, i + 2) || standsAgain(article, i)
}

function standsAgain(article: ArticleView, i: number): boolean {
  const end = Math.min(article.segments.length, i + 12)
  for (let j = i + 1; j < end; j++) if (article.keys[j] === article.keys[i]) return true
  return false
}

/** Words of sentences in the text before each segment, and in all of it. */
function massBefore(article: ArticleView): Float64Array {
  const sums = new Float64Array(article.segments.length + 1)
  for (let i = 0; i < article.segments.length; i++) {
    sums[i + 1] = sums[i]! + (isText(article, i) ? article.table.mass[i]! : 0)
  }
  return sums
}

/** For each segment up to `last`, the index of the next sentence of the text after it. */
function distancesToText(article: ArticleView, last: number): Float64Array {
  const next = new Float64Array(last + 1)
  let found = last + 1
  while (found < article.segments.length && !(isText(article, found) && article.table.mass[found]! > 0))
    found++
  for (let i = last; i >= 0; i--) {
    next[i] = found
    if (isText(article, i) && article.table.mass[i]! > 0) found = i
  }
  return next
}

/** How often a segment's longer words stand in the text: 1 for words that a long article uses again and again. */
function wordFrequencies(article: ArticleView, total: number): (i: number) => number {
  const { topic } = article
  const counts = new Uint32Array(article.topics)
  for (let i = 0; i < article.segments.length; i++) {
    if (!isText(article, i)) continue
    for (let k = article.firstWord[i]!; k < article.endWord[i]!; k++) if (topic[k]! >= 0) counts[topic[k]!]!++
  }
  const often = Math.max(4, total / 60)
  return (i) => {
    let all = 0
    let sum = 0
    for (let k = article.firstWord[i]!; k < article.endWord[i]!; k++) {
      if (topic[k]! < 0) continue
      all++
      sum += Math.min(1, counts[topic[k]!]! / often)
    }
    return all === 0 ? 0 : sum / all
  }
}
