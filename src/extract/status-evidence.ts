import { isBodyRole } from '../core/block.js'
import type { MarkedLine, PageFacts } from '../core/markup.js'
import type { JudgedPage, PageStatus, StatusEvidence } from '../core/page-status.js'
import { type ArticleView, segmentText } from './article.js'
import { isRunningText } from './page-features.js'

/** What a page's markup tells of its status: its lines and facts, null for plain text. */
export interface PageMarkup {
  readonly lines: readonly (MarkedLine | null)[] | null
  readonly facts: PageFacts | null
}

/** The article's text at a glance. */
export interface TextView {
  /** Segments; -1 where there is no text. */
  readonly first: number
  readonly last: number
  /** Words of its sentences. */
  readonly words: number
}

/** The text of an article whose roles were assigned. */
export function describeText(article: ArticleView): TextView {
  const { roles, table } = article
  const isBody = (assigned: (typeof roles)[number]) => assigned !== null && isBodyRole(assigned.role)
  let words = 0
  for (let i = 0; i < roles.length; i++) if (isRunningText(article, i)) words += table.mass[i]!
  return { first: roles.findIndex(isBody), last: roles.findLastIndex(isBody), words }
}

/** A page judged by one thing. */
export function judged(status: PageStatus, ruleId: string, reason: string): JudgedPage {
  return { status, evidence: [{ ruleId, reason }] }
}

/** The longest quotation, in UTF-16 units. */
const MAX_QUOTE = 80

/** The words of a line, as evidence. */
export function quote(article: ArticleView, line: number): StatusEvidence {
  const words = segmentText(article, line)
  const shown = words.length > MAX_QUOTE ? `${words.slice(0, MAX_QUOTE - 1).trimEnd()}…` : words
  const ruleId = article.phrases[line]?.ruleId ?? 'status/wall'
  return { ruleId, reason: `the page says "${shown}"` }
}
