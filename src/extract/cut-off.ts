import type { JudgedPage, Signal, StatusEvidence } from '../core/page-status.js'
import { type ArticleView, segmentLength, segmentText } from './article.js'
import { isRunningText } from './page-features.js'
import { judged, type PageMarkup, quote, type TextView } from './status-evidence.js'

/** Lines round the end of the text that are asked whether they say that it was cut off. */
const NEAR_END = 12
/** A text of more words is whole even if a wall stands after it, unless its last sentence is cut. */
const WALLED_WORDS = 400
const CUT_WORDS = 250
/** The last sentence of a longer text may end in dots, or be the teaser of another. */
const DOTTED_WORDS = 400

/** A text that ends early at a wall. */
export function walled(article: ArticleView, text: TextView, { facts }: PageMarkup): JudgedPage | null {
  const end = endOf(article, text.last)
  const wall = wallNear(article, text.last)
  if (wall >= 0 && (text.words < WALLED_WORDS || end !== null || facts?.isFree === false)) {
    return { status: 'paywalled', evidence: withEnd(article, wall, end) }
  }
  if (facts?.isFree !== false || (end === null && text.words >= CUT_WORDS)) return null
  const reason = `the page says that it is not free, and gives ${text.words} words`
  return judged('paywalled', 'status/not-free', reason)
}

/** A text that ends early without a wall: at a prompt to go on elsewhere, at a further page, or in dots. */
export function cutOff(article: ArticleView, text: TextView): JudgedPage | null {
  const end = endOf(article, text.last)
  const prompt = signalNear(article, text.last, 'truncated')
  if (prompt >= 0 && prompt <= text.last + 2 && (end !== null || text.words < CUT_WORDS)) {
    return { status: 'truncated', evidence: withEnd(article, prompt, end) }
  }
  const pages = signalNear(article, text.last, 'more_pages')
  if (pages > text.last) return { status: 'truncated', evidence: [quote(article, pages)] }
  if (hasPageNumbers(article, text.last)) {
    return judged('truncated', 'status/page-numbers', 'numbers of further pages stand under the text')
  }
  return end?.isDotted && text.words < DOTTED_WORDS ? { status: 'truncated', evidence: [end] } : null
}

/** The line near the end of the text that a rule knows as a wall's, or that speaks of subscribing and of reading on; -1. */
function wallNear(article: ArticleView, last: number): number {
  const known = signalNear(article, last, 'paywalled')
  if (known >= 0) return known
  const end = Math.min(article.segments.length, last + 1 + NEAR_END)
  for (let i = last + 1; i < end; i++) {
    const line = segmentText(article, i)
    if (line.length <= MAX_WALL && WALL_OFFER.test(line) && WALL_PROMISE.test(line)) return i
  }
  return -1
}

/** The longest line that is read as a wall's, in UTF-16 units. */
const MAX_WALL = 240
const WALL_OFFER =
  /\b(?:subscri(?:be|bers?|ption)|members?(?:hip)?|trial|register|sign (?:in|up)|log ?in|premium)\b/i
const WALL_PROMISE =
  /\b(?:unlock|(?:read|reading|see|view|access) (?:the |this |your |our )?(?:full|rest|entire|whole|article|story|more|on|all|unlimited|premium)|continue reading|keep reading|full access|unlimited access|digital access|(?:only|exclusive(?:ly)?) (?:for|to|available)|free articles?)\b/i

/** True where page 1 and page 2 are offered soon after the text, on one line or on lines of their own. */
function hasPageNumbers(article: ArticleView, last: number): boolean {
  let expected = 1
  const end = Math.min(article.segments.length, last + 1 + NEAR_PAGES)
  for (let i = last + 1; i < end; i++) {
    const { start, end: to } = article.segments[i]!
    if (to - start > MAX_PAGE_NUMBERS) {
      expected = 1
      continue
    }
    const line = article.text.slice(start, to)
    if (PAGE_NUMBERS.test(line)) return true
    expected = line === String(expected) ? expected + 1 : 1
    if (expected > 2) return true
  }
  return false
}

/** Lines after the text in which page numbers are looked for; further down they are those of lists and comments. */
const NEAR_PAGES = 6
/** The longest line of page numbers, in UTF-16 units. */
const MAX_PAGE_NUMBERS = 60
const PAGE_NUMBERS =
  /^(?:pages?\W{0,3})?(?:1|\[1\]|\(1\))[ |,·•/]{1,3}(?:2|\[2\]|\(2\))(?:[ |,·•/]|$)(?![ ]?(?:20|19)\d\d)/i

function withEnd(article: ArticleView, line: number, end: StatusEvidence | null): StatusEvidence[] {
  return end ? [quote(article, line), end] : [quote(article, line)]
}

/** The nearest line to the end of the text, at most `NEAR_END` away, that signals `signal`; -1 when none does. */
function signalNear(article: ArticleView, last: number, signal: Signal): number {
  for (let away = 1; away <= NEAR_END; away++) {
    if (article.phrases[last + away]?.signals === signal) return last + away
  }
  for (let away = 0; away <= 2; away++) {
    if (article.phrases[last - away]?.signals === signal) return last - away
  }
  return -1
}

/** Words and symbols of a line that may be a sentence. */
const LEAST_SENTENCE = 10

interface CutEnd extends StatusEvidence {
  /** True where dots stand for what is left out. */
  readonly isDotted: boolean
}

/** The evidence that the text's last sentence is not whole; null where it is. */
function endOf(article: ArticleView, last: number): CutEnd | null {
  // Items of a list, names and the like may end a text.
  if (last < 0 || !isRunningText(article, last) || segmentLength(article, last) < LEAST_SENTENCE) return null
  const tail = segmentText(article, last).slice(-40)
  if (/(?:…|\.\.\.)[\])]?\W{0,3}$/.test(tail)) {
    return { ruleId: 'status/ends-in-dots', reason: `the text ends in "${tail.trimStart()}"`, isDotted: true }
  }
  if (article.table.mass[last]! > 0 && /[\p{L}\p{N},;–—-]$/u.test(tail)) {
    return {
      ruleId: 'status/ends-within-sentence',
      reason: `the text ends in "${tail.trimStart()}"`,
      isDotted: false,
    }
  }
  return null
}
