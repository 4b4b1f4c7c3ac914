import type { BlockRole } from '../core/block.js'
import type { Agencies } from '../rules/known-names.js'
import {
  type ArticleView,
  type Assignment,
  firstText,
  isText,
  segmentLength,
  segmentText,
} from './article.js'
import { assignCaptions } from './captions.js'
import { type FoundDateline, lineDateline } from './dateline.js'
import { PLACE } from './decode.js'
import { firstBody } from './frame.js'
import { assignHeadline } from './headline.js'
import { LINEAR_LINE_MODEL } from './line-model.js'
import { assignNameBelow, assignNames } from './names.js'
import { assignQuotations } from './quotations.js'
import { SITE_LINE } from './site-evidence.js'
import { assignStandfirst } from './standfirst.js'
import { assignSubheads } from './subheads.js'
import { assignTail } from './tail.js'

/** What assigning roles found on its way. */
export interface RoleFindings {
  /** Index of the headline; -1 when there is none. */
  readonly headline: number
  /** The dateline on a line of its own. */
  readonly dateline: FoundDateline | null
}

/**
 * Gives every segment its part: first what is certain by itself, then the frame of the article from the headline
 * inwards, then the parts of the text, and last what the rest of the page is.
 */
export function assignRoles(
  article: ArticleView,
  agencies: Agencies,
  titles: readonly string[] = [],
): RoleFindings {
  const headline = assignHeadline(article, titles)
  const dateline = assignDateline(article, headline, agencies)
  assignCaptions(article)
  assignFrame(article)
  assignNames(article, headline)
  assignHeadSection(article, headline)
  assignStandfirst(article, headline)
  assignNameBelow(article)
  assignTail(article)
  assignQuotations(article)
  assignRepeats(article)
  assignSubheads(article)
  assignRest(article)
  return { headline, dateline }
}

/** A dateline on its own line stands under the headline, or before the text where there is none. */
function assignDateline(article: ArticleView, headline: number, agencies: Agencies): FoundDateline | null {
  const first = firstText(article)
  const end = first < 0 ? headline + 6 : Math.min(first + 1, Math.max(headline, 0) + 12)
  for (let i = headline + 1; i < Math.min(end, article.segments.length); i++) {
    if (article.roles[i] !== null || article.phrases[i]?.isCertain) continue
    const found = lineDateline(segmentText(article, i), agencies)
    if (!found) continue
    article.roles[i] = { role: 'dateline', ruleId: 'dateline/own-line' }
    return found
  }
  return null
}

/** A section's name just above or below the headline, where no menu of such names stands. */
function assignHeadSection(article: ArticleView, headline: number): void {
  if (headline < 0) return
  const isMenu = (i: number) => {
    const role = article.phrases[i]?.role
    return role === 'section' || role === 'navigation'
  }
  const isBrief = (i: number) => i >= 0 && article.kinds[i] !== 'date' && segmentLength(article, i) <= 4
  for (const i of [headline - 1, headline - 2, headline + 1]) {
    if (article.roles[i] !== null || article.phrases[i]?.role !== 'section') continue
    if (isMenu(i - 1) || isMenu(i + 1) || (isBrief(i - 1) && isBrief(i - 2))) continue
    article.roles[i] = { role: 'section', ruleId: 'section/beside-headline' }
    return
  }
}

/** Lines that say by their own form what they are: dates and bylines outside the text, and addresses. */
function assignFrame(article: ArticleView): void {
  const first = firstText(article)
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i] !== null) continue
    const kind = article.kinds[i]
    // The line model may take the head's last lines for text.
    const outside = !isText(article, i) || i < first || (i <= first + 2 && article.odds[i]! < 2)
    if (kind === 'date' && (outside || article.odds[i]! < 0))
      article.roles[i] = { role: 'date', ruleId: 'date/line' }
    else if (kind === 'byline' && outside) article.roles[i] = { role: 'byline', ruleId: 'byline/by' }
    else if (kind === 'address' && outside) {
      const opener = article.phrases[i - 1]?.opens === 'source-url'
      const isSource = opener || /^[^:]{0,20}(?:source|original|url)/i.test(segmentText(article, i))
      article.roles[i] = isSource
        ? { role: 'source-url', ruleId: opener ? 'source-url/under-heading' : 'source-url/label' }
        : { role: 'boilerplate', ruleId: 'line/address' }
    }
  }
}

/** Paragraphs of the text that stood in it before. */
function assignRepeats(article: ArticleView): void {
  const seen = new Set<number>()
  for (let i = 0; i < article.segments.length; i++) {
    if (!isText(article, i) || segmentLength(article, i) < 12) continue
    if (seen.has(article.keys[i]!)) article.roles[i] = { role: 'repeat', ruleId: 'repeat/paragraph' }
    else seen.add(article.keys[i]!)
  }
}

/** The rest: text, the phrases of the rules, what a heading opened, and what the line model says. */
function assignRest(article: ArticleView): void {
  let opened: Assignment | null = null
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i] !== null) continue
    const phrase = article.phrases[i]
    if (isText(article, i)) {
      opened = null
      article.roles[i] = { role: 'body', ruleId: LINEAR_LINE_MODEL.reason(article.table, i, 'for') }
      continue
    }
    if (phrase) {
      // Section names away from the article are the site's menu.
      const role = phrase.role === 'section' ? 'navigation' : phrase.role
      article.roles[i] = { role, ruleId: phrase.ruleId }
      opened = phrase.opens ? { role: phrase.opens, ruleId: `${phrase.ruleId}/below` } : opened
    } else article.roles[i] = opened ?? leftOver(article, i)
  }
}

function leftOver(article: ArticleView, i: number): Assignment {
  if (article.kinds[i] === 'symbols') return { role: 'boilerplate', ruleId: 'line/no-words' }
  if (article.kinds[i] === 'byline') return { role: 'byline', ruleId: 'byline/by' }
  if (article.siteLines.has(i)) return SITE_LINE
  const place = article.places[i]
  const isShort = segmentLength(article, i) <= 6
  const role: BlockRole = place === PLACE.aside ? 'boilerplate' : isShort ? 'navigation' : 'boilerplate'
  if (article.odds[i]! > 0) return { role, ruleId: 'line-model/outside-the-main-part' }
  return { role, ruleId: LINEAR_LINE_MODEL.reason(article.table, i, 'against') }
}

/** True where a segment stands in the head of the article: between the headline, or a little above it, and the text. */
export function isInHead(article: ArticleView, headline: number, i: number): boolean {
  const first = firstBody(article)
  return i > headline - 6 && (first < 0 || i < first)
}
