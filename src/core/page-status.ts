/** What a page may hold. `index_page` and `no_article` give no record. */
export const PAGE_STATUSES = [
  'article',
  'truncated',
  'paywalled',
  'live_blog',
  'gallery',
  'index_page',
  'no_article',
] as const
export type PageStatus = (typeof PAGE_STATUSES)[number]

/** What a line's wording may say of its page. */
export const SIGNALS = ['truncated', 'more_pages', 'paywalled', 'live_blog', 'no_article'] as const
export type Signal = (typeof SIGNALS)[number]

/** A fact that speaks for a page's status. */
export interface StatusEvidence {
  /** The rule or feature behind it, such as `boilerplate/subscription-wall`. */
  readonly ruleId: string
  /** One sentence for people. */
  readonly reason: string
}

/** What a page holds, and why that is believed; an article needs no reason. */
export interface JudgedPage {
  readonly status: PageStatus
  readonly evidence: readonly StatusEvidence[]
}

/** A page against which nothing speaks. */
export const ARTICLE: JudgedPage = { status: 'article', evidence: [] }

/** False for pages that give no record. */
export function holdsArticle(status: PageStatus): boolean {
  return status !== 'index_page' && status !== 'no_article'
}

/** The status with its reasons, for people: `truncated: the page says "Page 1 of 3"`. */
export function describePage({ status, evidence }: JudgedPage): string {
  return `${status}: ${evidence.map(({ reason }) => reason).join('; ')}`
}
