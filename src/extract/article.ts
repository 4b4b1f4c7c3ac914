import type { BlockRole } from '../core/block.js'
import { PLACE } from './decode.js'
import type { FeatureTable } from './features.js'
import type { PageView } from './page-view.js'

/** The part a segment plays and why. */
export interface Assignment {
  readonly role: BlockRole
  readonly ruleId: string
}

/** A page on its way to roles: what is known of each segment, and the assignments made so far. */
export interface ArticleView extends PageView {
  readonly table: FeatureTable
  /** Log odds, base e, of each segment being article text. */
  readonly odds: Float64Array
  /** A value of `PLACE` for each segment; finding the headline may move the article's beginning. */
  readonly places: Uint8Array
  readonly roles: (Assignment | null)[]
  /** Segments that stand on many pages of the site, as far as is known. */
  readonly siteLines: ReadonlySet<number>
}

/** The text of segment `i`. */
export function segmentText(article: PageView, i: number): string {
  const { start, end } = article.segments[i]!
  return article.text.slice(start, end)
}

/** Words and symbols of segment `i`. */
export function segmentLength(article: PageView, i: number): number {
  return article.endWord[i]! - article.firstWord[i]!
}

/** True for a segment in the article's text to which no other part was given. */
export function isText(article: ArticleView, i: number): boolean {
  return article.places[i] === PLACE.body && article.roles[i] === null
}

/** First segment of the article's text that has sentences, or that is text at all; -1 when there is none. */
export function firstText(article: ArticleView): number {
  let first = -1
  for (let i = 0; i < article.segments.length; i++) {
    if (!isText(article, i)) continue
    if (article.table.mass[i]! > 0) return i
    if (first < 0) first = i
  }
  return first
}

/** Last segment of the article's text; -1 when there is none. */
export function lastText(article: ArticleView): number {
  for (let i = article.segments.length - 1; i >= 0; i--) if (isText(article, i)) return i
  return -1
}
