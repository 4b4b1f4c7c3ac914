import type { MarkedLine } from '../core/markup.js'
import { type ArticleView, segmentLength } from './article.js'
import { PLACE } from './decode.js'
import { FEATURES, WIDTH } from './features.js'

/** What is weighed when a page is asked whether it holds an article. Each is about 0 to 1. */
export const PAGE_FEATURES = [
  'bias',
  'words',
  'longest-run',
  'odds',
  'share-of-page',
  'paragraph-length',
  'cohesion',
  'title-in-text',
  'no-title',
  'interruptions',
  'linked-text',
  'linked-headlines',
  'teasers',
  'prompts',
] as const

/** Lines that are no sentences between two of the same run. */
const MOST_BETWEEN = 1
/** Beyond these, more changes nothing. */
const MOST_ODDS = 6
const MOST_PARAGRAPH = 100
const MOST_INTERRUPTIONS = 1.5

/**
 * The values of `PAGE_FEATURES` for the text that was found, after roles were assigned: how long and how unbroken it is,
 * how sure its lines are, and whether its paragraphs speak of the same things, as those of one article do and the
 * teasers of many do not. `lines` are those of the markup, null for plain text. Linear in the page.
 */
export function pageFeatures(
  article: ArticleView,
  headline: number,
  lines: readonly (MarkedLine | null)[] | null,
): number[] {
  const { table, roles } = article
  const sentences: number[] = []
  let words = 0
  let total = 0
  let run = 0
  let longestRun = 0
  let between = 0
  let interruptions = 0
  let odds = 0
  let linked = 0
  let teasers = 0
  let prompts = 0
  for (let i = 0; i < roles.length; i++) {
    const mass = table.mass[i]!
    total += mass
    if (article.phrases[i]?.signals === 'truncated') prompts++
    if (mass === 0 || !isRunningText(article, i)) {
      if (++between > MOST_BETWEEN) run = 0
      if (words > 0 && article.places[i] !== PLACE.after) interruptions++
      continue
    }
    sentences.push(i)
    between = 0
    words += mass
    run += mass
    longestRun = Math.max(longestRun, run)
    odds += mass * Math.max(-MOST_ODDS, Math.min(MOST_ODDS, article.odds[i]!))
    if (table.rows[i * WIDTH + ENDS_OPEN] === 1) teasers++
    linked += mass * (lines?.[i]?.linkShare ?? 0)
  }
  const divisor = Math.max(1, words)
  const count = Math.max(1, sentences.length)
  const title = shareOfTitle(article, headline, sentences)
  const headlines = lines ? headlineLikes(article, (i) => (lines[i]?.linkShare ?? 0) > 0.8) : 0
  return [
    1,
    Math.log2(1 + words) / 10,
    Math.log2(1 + longestRun) / 10,
    odds / divisor / MOST_ODDS,
    words / Math.max(1, total),
    Math.min(MOST_PARAGRAPH, words / count) / 40,
    cohesion(article, sentences),
    title ?? 0,
    title === null ? 1 : 0,
    Math.min(MOST_INTERRUPTIONS, interruptions / count),
    linked / divisor,
    Math.log2((1 + headlines) / (1 + sentences.length)) / 4,
    teasers / count,
    Math.min(1, Math.log2(1 + prompts) / 4),
  ]
}

/** How many different lines are written like headlines, of those for which `holds`. */
export function headlineLikes(article: ArticleView, holds: (i: number) => boolean = () => true): number {
  const found = new Set<number>()
  for (let i = 0; i < article.segments.length; i++) {
    const length = segmentLength(article, i)
    if (length < MIN_HEADLINE || length > MAX_HEADLINE || article.phrases[i] || article.kinds[i] !== null)
      continue
    if (article.table.rows[i * WIDTH + ENDS_SENTENCE] === 0 && holds(i)) found.add(article.keys[i]!)
  }
  return found.size
}

/** Words and symbols of a headline. */
const MIN_HEADLINE = 4
const MAX_HEADLINE = 22
const ENDS_SENTENCE = FEATURES.indexOf('ends-sentence')
const ENDS_OPEN = FEATURES.indexOf('ends-open')

/** True for segments of the article's text that may be sentences. */
export function isRunningText({ roles }: ArticleView, i: number): boolean {
  const role = roles[i]?.role
  return role === 'body' || role === 'quotation'
}

/** The share of their longer words that the sentences have in common with others of them, 0 to 1, by words. */
function cohesion(article: ArticleView, sentences: readonly number[]): number {
  const { topic, table } = article
  const holders = new Uint32Array(article.topics)
  /** The last sentence in which a topic was counted, so that it counts once in each. */
  const seenIn = new Int32Array(article.topics).fill(-1)
  const topicsOf = (i: number, each: (topic: number) => void, mark: number) => {
    for (let k = article.firstWord[i]!; k < article.endWord[i]!; k++) {
      const number = topic[k]!
      if (number < 0 || seenIn[number] === mark) continue
      seenIn[number] = mark
      each(number)
    }
  }
  for (const i of sentences) topicsOf(i, (number) => holders[number]!++, i)
  let shared = 0
  let total = 0
  for (const i of sentences) {
    let all = 0
    let common = 0
    topicsOf(
      i,
      (number) => {
        all++
        if (holders[number]! > 1) common++
      },
      -2 - i,
    )
    total += table.mass[i]!
    if (all > 0) shared += (table.mass[i]! * common) / all
  }
  return total === 0 ? 0 : shared / total
}

/** Share of the headline's longer words that the sentences use; null where there is no headline or it has none. */
function shareOfTitle(article: ArticleView, headline: number, sentences: readonly number[]): number | null {
  if (headline < 0) return null
  const wanted = new Set<number>()
  for (let k = article.firstWord[headline]!; k < article.endWord[headline]!; k++) {
    if (article.topic[k]! >= 0) wanted.add(article.topic[k]!)
  }
  if (wanted.size === 0) return null
  const found = new Set<number>()
  for (const i of sentences) {
    for (let k = article.firstWord[i]!; k < article.endWord[i]!; k++) {
      if (wanted.has(article.topic[k]!)) found.add(article.topic[k]!)
    }
  }
  return found.size / wanted.size
}
