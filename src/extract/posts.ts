import { type MarkedLine, zoneBit } from '../core/markup.js'
import { type ArticleView, segmentLength } from './article.js'
import { FEATURES, WIDTH } from './features.js'
import { firstBody, lastBody } from './frame.js'
import { isRunningText } from './page-features.js'

/** How a text is made up. */
export interface Posts {
  /** Parts with a time of their own. */
  readonly posts: number
  /** Paragraphs of running text. */
  readonly paragraphs: number
}

/** Lines between a post's time and its first sentence. */
const REACH = 4
/** The longest line that is a time stamp, in words and symbols. */
const MAX_LENGTH = 24

/**
 * The parts of the text with a time of their own: a line with a time of day or an age, and running text soon after it,
 * as the posts of a live blog have. Comments have times too, and do not count.
 */
export function countPosts(article: ArticleView): Posts {
  const { table } = article
  const first = firstBody(article)
  const last = lastBody(article)
  let posts = 0
  let paragraphs = 0
  let stamp = -REACH - 1
  for (let i = Math.max(0, first - REACH); i <= last; i++) {
    if (table.rows[i * WIDTH + AFTER_COMMENTS] === 1) break
    const isSentence = isRunningText(article, i) && table.mass[i]! > 0
    if (isSentence) paragraphs++
    if (isStamp(article, i)) stamp = i
    else if (isSentence && i - stamp <= REACH) {
      posts++
      stamp = -REACH - 1
    }
  }
  return { posts, paragraphs }
}

const AFTER_COMMENTS = FEATURES.indexOf('after-comments')

function isStamp(article: ArticleView, i: number): boolean {
  if (segmentLength(article, i) > MAX_LENGTH || article.table.mass[i]! > 0) return false
  const { start, end } = article.segments[i]!
  return TIME.test(article.text.slice(start, end))
}

const TIME =
  /(?:^|[\s(@])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d%])|(?:^|[\s(@])\d{1,2} ?[ap]\.?m\b|\b\d{1,3} ?(?:m|h|mins?|minutes?|hours?|hrs?) ago\b|^\d{1,3}(?:\+\d)?['’′]/i

/**
 * The pictures that the text goes through: the most of its captions, of its credits, and of lines such as "3 of 20".
 * `lines` are those of the markup, null for plain text.
 */
export function countPictures(article: ArticleView, lines: readonly (MarkedLine | null)[] | null): number {
  const { roles, kinds } = article
  const first = firstBody(article)
  const last = lastBody(article)
  let captions = 0
  let credits = 0
  let numbers = 0
  for (let i = Math.max(0, first - REACH); i < Math.min(roles.length, last + REACH); i++) {
    const { start, end } = article.segments[i]!
    const isInFigure = ((lines?.[i]?.zones ?? 0) & FIGURE) !== 0
    if (roles[i]?.role === 'caption' || (isInFigure && segmentLength(article, i) > MIN_CAPTION)) captions++
    if (
      kinds[i] === 'credit' ||
      roles[i]?.role === 'credit' ||
      CREDIT.test(article.text.slice(Math.max(start, end - MAX_CREDIT), end))
    )
      credits++
    if (end - start <= MAX_POSITION && POSITION.test(article.text.slice(start, end))) numbers++
  }
  return Math.max(captions, credits, numbers)
}

const FIGURE = zoneBit('figure')
/** Words and symbols of the shortest caption. */
const MIN_CAPTION = 5
/** The longest line that is a picture's number, and the part of a line that is searched for a credit, in UTF-16 units. */
const MAX_POSITION = 30
const MAX_CREDIT = 80
const POSITION = /^\W?(?:photo|image|picture|slide)?s? ?#?\d{1,3} ?(?:of|\/) ?\d{1,3}\W?$/i
const CREDIT =
  /(?:\b(?:photo(?:graph)?s?|image|picture|credit|courtesy)\b[^.]{1,60}|\b(?:getty|reuters|afp|ap photo|shutterstock|epa|alamy)\b[^.]{0,40})\W{0,3}$/i
