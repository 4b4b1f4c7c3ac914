import { type ArticleView, isText, segmentLength, segmentText } from './article.js'
import { PLACE } from './decode.js'
import { weightsOf } from './feature-weights.js'
import { HEADLINE_FEATURES, headlineCandidates, isHeadMatter } from './headline-features.js'
import { HEADLINE_WEIGHTS } from './headline-weights.js'
import { titleKey } from './titles.js'

/**
 * Least log odds, base e, for a segment to be the headline. At -2 two thirds of the development pages that have lost
 * their title get none, and one in twenty that have it loses it; at -1 it is three quarters and one in five.
 */
const THRESHOLD = -2

/**
 * Log odds of a page's first line with a date, byline or counter, or the text's first sentence, right under it. The
 * development pages begin with their navigation, and so cannot teach how the text of a feed begins; a judgement, not a
 * measurement.
 */
const HEAD_OF_FEED = 2

const WEIGHTS = weightsOf(HEADLINE_FEATURES, HEADLINE_WEIGHTS, 'headline-weights.ts')

/**
 * Gives the headline its role, by one of the `titles` that the markup gives where a line is one, and takes what stands
 * before it out of the text. Other segments of the same words become repeats. The headline's index; -1 when the page
 * has none.
 */
export function assignHeadline(article: ArticleView, titles: readonly string[] = []): number {
  let headline = findTitle(article, titles)
  let best = THRESHOLD
  for (const { index, features } of headline < 0 ? headlineCandidates(article) : []) {
    const score =
      features.reduce((sum, value, f) => sum + value * WEIGHTS[f]!, 0) +
      (index === 0 && isOverArticle(article) ? HEAD_OF_FEED : 0)
    if (score > best) {
      best = score
      headline = index
    }
  }
  if (headline < 0) return -1
  // Where the headline stands twice before the text, as in a path of links or under a picture, the first counts.
  const key = article.keys[headline]!
  const first = article.keys.indexOf(key)
  const start = headline - first < 20 && !article.roles[first] ? first : headline
  for (let i = 0; i < article.segments.length; i++) {
    if (i === start) article.roles[i] = { role: 'headline', ruleId: 'headline/most-likely' }
    else if (article.keys[i] === key) article.roles[i] = { role: 'repeat', ruleId: 'repeat/headline' }
    else if (i < start && article.places[i] === PLACE.body) article.places[i] = PLACE.before
  }
  return start
}

/** The first line that is one of `titles`, of which earlier ones go before later ones; -1 when there is none. */
function findTitle(article: ArticleView, titles: readonly string[]): number {
  if (titles.length === 0) return -1
  const lines = new Map<string, number>()
  const shortest = Math.min(...titles.map(({ length }) => length)) - SLACK
  const longest = Math.max(...titles.map(({ length }) => length)) + SLACK
  for (let i = article.segments.length - 1; i >= 0; i--) {
    const { start, end } = article.segments[i]!
    if (end - start >= shortest && end - start <= longest && !article.roles[i])
      lines.set(titleKey(segmentText(article, i)), i)
  }
  for (const title of titles) {
    const line = lines.get(titleKey(title))
    if (line !== undefined && textBefore(article, line) <= MOST_TEXT_ABOVE) return line
  }
  return -1
}

/** Share of the article's words, 0 to 1, that stand before segment `i`. */
function textBefore(article: ArticleView, i: number): number {
  let before = 0
  let total = 0
  for (let at = 0; at < article.segments.length; at++) {
    if (!isText(article, at)) continue
    const words = segmentLength(article, at)
    total += words
    if (at < i) before += words
  }
  return total === 0 ? 0 : before / total
}

/** A headline stands above its text, but for a summary; the same words further down are a link. */
const MOST_TEXT_ABOVE = 0.1

/** Characters by which a title on the page may be longer or shorter: quotation marks, spaces and the like. */
const SLACK = 8

/** True when the article begins right under the page's first line. */
function isOverArticle(article: ArticleView): boolean {
  return isHeadMatter(article, 1) || (isText(article, 1) && article.table.mass[1]! > 0)
}
