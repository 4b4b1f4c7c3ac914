import type { Span } from './span.js'

/** What a page's markup says beside its words. */
export interface Markup {
  /** The lines of the text, in order, without white space at their ends; spans count in the record's text. */
  readonly lines: readonly MarkedLine[]
  readonly facts: PageFacts
}

/** Elements round a line, or words of their classes and ids, that say where it stands. */
export const ZONES = [
  'article',
  'main',
  'body-text',
  'navigation',
  'footer',
  'header',
  'aside',
  'form',
  'figure',
  'hidden',
  'text-class',
  'furniture-class',
  'comment-class',
] as const
export type Zone = (typeof ZONES)[number]

/** The bit that stands for `zone` in `MarkedLine.zones`. */
export function zoneBit(zone: Zone): number {
  return 1 << ZONES.indexOf(zone)
}

/** The kind of element that a line stands in directly. */
export const LINE_TAGS = ['paragraph', 'heading', 'item', 'cell', 'quotation', 'other'] as const
export type LineTag = (typeof LINE_TAGS)[number]

/** One line of the text as its markup has it. */
export interface MarkedLine extends Span {
  readonly tag: LineTag
  /** Bit n is set where the line stands in zone n of `ZONES`. */
  readonly zones: number
  /** Share of the line's characters that are links, 0 to 1. */
  readonly linkShare: number
  /**
   * log10 of 1 + the characters of paragraphs that stand directly under the same element as this line's own, and under
   * the element above that: where an article's paragraphs stand, most of the page's do.
   */
  readonly siblings: number
  readonly cousins: number
}

/** What the page's head, its structured data and its markup say of the article; null or empty where they say nothing. */
export interface PageFacts {
  /** Titles, the most trustworthy first; the last may hold the site's name too. */
  readonly titles: readonly string[]
  readonly description: string | null
  readonly authors: readonly string[]
  /** Texts of elements that the markup calls the author's, in page order; they may hold "By" and roles. */
  readonly bylines: readonly string[]
  /** Texts of elements that the markup calls a date, in page order. */
  readonly dates: readonly string[]
  /** ISO 8601. */
  readonly published: string | null
  readonly modified: string | null
  readonly publisher: string | null
  readonly url: string | null
  /** ISO 639-1. */
  readonly language: string | null
  readonly section: string | null
  readonly tags: readonly string[]
  /** Address of the picture that stands for the article. */
  readonly image: string | null
  /** What the page calls itself: types of schema.org and of Open Graph, in lower case. */
  readonly types: readonly string[]
  /** The article's text as the page's data gives it, whole or its beginning; null where they give none. */
  readonly body: string | null
  /** False where the page says that its article is behind a paywall; null where it says nothing. */
  readonly isFree: boolean | null
}
