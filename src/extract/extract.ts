import type { Block } from '../core/block.js'
import type { Document } from '../core/document.js'
import { type MarkedLine, type PageFacts, zoneBit } from '../core/markup.js'
import { siteOf } from '../core/site.js'
import type { Agencies } from '../rules/known-names.js'
import type { KnownSite } from '../rules/known-sites.js'
import type { ArticleView } from './article.js'
import { captionLabel } from './captions.js'
import { readCredit } from './credits.js'
import { PLACE } from './decode.js'
import type { ExtractResources } from './extract-resources.js'
import { linesOfSegments } from './markup-evidence.js'
import { hostOf, readMetadata, readUrl } from './metadata.js'
import { pageStatus } from './page-status.js'
import { type PageView, viewPage } from './page-view.js'
import { assignRoles, type RoleFindings } from './roles.js'
import { scoreLines } from './score-lines.js'
import { splitLines } from './split-lines.js'
import { titleCandidates } from './titles.js'

/**
 * The document with its blocks, its metadata and what the page holds. Every line, or part of a line, becomes a block
 * with a role and the rule or feature that decided it; a page without an article has no block whose role is part of the
 * text. The text itself stays as it is.
 */
export function extract(document: Document, resources: ExtractResources): Document {
  const { record } = document
  const facts = record.markup?.facts ?? null
  const page = cutPage(document, resources)
  const read = (site: KnownSite | null) => {
    const viewed = assignParts(page, resources, site)
    const url = record.supplied.url ?? facts?.url ?? readUrl(viewed.article)
    return {
      ...viewed,
      ...readMetadata(viewed.article, viewed.roles, url, facts, record.supplied.added, resources),
    }
  }
  const alone = read(null)
  // A page of plain text may have to be read to tell its site.
  const site = resources.sites?.get(siteOf(record, alone.metadata))
  const { article, lines, roles, metadata, findings } = site ? read(site()) : alone
  return {
    ...document,
    blocks: toBlocks(article, resources.agencies),
    metadata,
    page: pageStatus(article, roles.headline, { lines, facts }),
    findings: [...document.findings, ...findings],
  }
}

/** A document's segments with their roles. */
export interface ViewedArticle {
  readonly article: ArticleView
  /** The markup's line for each segment; null for plain text. */
  readonly lines: readonly (MarkedLine | null)[] | null
  readonly roles: RoleFindings
}

/** The segments of `document` and the part that each plays. */
export function viewArticle(document: Document, resources: ExtractResources): ViewedArticle {
  return assignParts(cutPage(document, resources), resources, null)
}

/** A document cut into segments, with what its markup says. */
interface CutPage {
  readonly view: PageView
  readonly lines: readonly (MarkedLine | null)[] | null
  readonly facts: PageFacts | null
}

function cutPage({ text, record, revisions }: Document, resources: ExtractResources): CutPage {
  const facts = record.markup?.facts ?? null
  const segments = splitLines(text, resources)
  const host = hostOf(record.supplied.url ?? facts?.url ?? null)
  const view = viewPage(text, segments, resources.boilerplate, resources.agencies, host)
  return { view, lines: linesOfSegments({ record, revisions }, segments), facts }
}

function assignParts(
  { view, lines, facts }: CutPage,
  { agencies }: ExtractResources,
  site: KnownSite | null,
): ViewedArticle {
  const article = scoreLines(view, { lines, site, stated: facts?.body ?? null })
  if (lines) markComments(article, lines)
  return { article, lines, roles: assignRoles(article, agencies, facts ? titleCandidates(facts) : []) }
}

const COMMENTS = zoneBit('comment-class')

/** Lines outside the text that the markup calls comments: the names in them are not the author's. */
function markComments(article: ArticleView, lines: readonly (MarkedLine | null)[]): void {
  for (const [i, line] of lines.entries()) {
    if (!line || (line.zones & COMMENTS) === 0 || article.places[i] === PLACE.body) continue
    article.roles[i] ??= { role: 'boilerplate', ruleId: 'markup/comments' }
  }
}

/** A block for each segment; a caption's credit on the same line becomes a block of its own, a credit loses its label. */
function toBlocks(article: ArticleView, agencies: Agencies): Block[] {
  const blocks: Block[] = []
  for (const [i, { start, end, credit }] of article.segments.entries()) {
    const { role, ruleId } = article.roles[i]!
    if (role === 'credit') {
      const named = readCredit(article.text.slice(start, end), agencies)
      blocks.push(
        named
          ? { start: start + named.start, end: start + named.end, role, ruleId }
          : { start, end, role, ruleId },
      )
      continue
    }
    const from = role === 'caption' ? start + captionLabel(article.text.slice(start, end)) : start
    if (role !== 'caption' || !credit) {
      blocks.push({ start: from, end, role, ruleId })
      continue
    }
    blocks.push({ start: from, end: credit.captionEnd, role, ruleId })
    blocks.push({ start: credit.start, end: credit.end, role: 'credit', ruleId: 'credit/end-of-caption' })
  }
  return blocks
}
