import type { Metadata } from '../core/document.js'
import type { Finding } from '../core/finding.js'
import type { PageFacts } from '../core/markup.js'
import { type Agencies, publisherOfHost } from '../rules/known-names.js'
import { type ArticleView, segmentText } from './article.js'
import { readDates } from './article-dates.js'
import { markedAuthors } from './authors.js'
import { readByline, readNames } from './bylines.js'
import { type FoundDateline, leadDateline } from './dateline.js'
import type { ExtractResources } from './extract-resources.js'
import { firstBody, inFrame } from './frame.js'
import { readFrameLine } from './frame-line.js'
import type { RoleFindings } from './roles.js'
import { bareTitle } from './titles.js'

/** What the page says of the article, with what stays in doubt. */
export interface FoundMetadata {
  readonly metadata: Metadata
  readonly findings: readonly Finding[]
}

/**
 * The metadata that an article's assigned segments hold, and before them the markup's `facts`, which are written for
 * machines. `url` is what came with the record or stands on the page; `collected` is when the record was, where that is known.
 */
export function readMetadata(
  article: ArticleView,
  roles: RoleFindings,
  url: string | null,
  facts: PageFacts | null,
  collected: string | null,
  resources: ExtractResources,
): FoundMetadata {
  const hostname = hostOf(url)
  const dates = readDates(article, roles.headline, { url, facts, collected }, resources.agencies)
  const dateline = roles.dateline ?? dateInText(article, resources)
  const knownPublisher = hostname && publisherOfHost(resources.publishers, hostname)
  return {
    metadata: {
      title: facts ? bareTitle(facts) : null,
      description: facts?.description ?? null,
      url,
      authors:
        (facts && markedAuthors(facts, article.text, resources.agencies)) ??
        readAuthors(article, roles.headline, resources),
      date: dates.published,
      modified: dates.modified,
      publisher: dateline?.publisher ?? knownPublisher ?? facts?.publisher ?? null,
      hostname,
      dateline: dateline?.dateline ?? null,
      sections: orElse(textsOf(article, 'section'), facts?.section ? [facts.section] : []),
      tags: orElse(readTags(article), facts?.tags ?? []),
      image: facts?.image ?? null,
      language: article.language ?? facts?.language ?? null,
    },
    findings: dates.findings,
  }
}

/** `list`, or `other` where it is empty. */
function orElse(list: string[], other: readonly string[]): string[] {
  return list.length > 0 ? list : [...other]
}

/** The host of `url` without `www.`; null when there is none. */
export function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  return new URL(url).hostname.replace(/^www\./, '') || null
}

/** The address of the article that the page itself gives; null when it gives none. */
export function readUrl(article: ArticleView): string | null {
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i]?.role !== 'source-url') continue
    const address = /(?:https?:\/\/|www\.)[^\s<>"]+/i.exec(segmentText(article, i))?.[0]
    if (address) return address.startsWith('http') ? address : `https://${address}`
  }
  return null
}

function dateInText(article: ArticleView, { agencies }: ExtractResources): FoundDateline | null {
  const first = firstBody(article)
  return first < 0 ? null : leadDateline(segmentText(article, first), agencies)
}

function readAuthors(article: ArticleView, headline: number, { agencies }: ExtractResources): string[] {
  const authors: string[] = []
  for (const i of inFrame(article, headline, 'byline')) {
    const text = segmentText(article, i)
    const names =
      readByline(text, agencies) ??
      readFrameLine(text, agencies)?.names ??
      (article.phrases[i] ? signed(text, agencies) : readNames(text, agencies)) ??
      []
    for (const name of names) if (!authors.includes(name)) authors.push(name)
    // Names above the headline or below the text are a second choice.
    if (authors.length > 0 && !isFollowedByByline(article, i)) break
  }
  return authors
}

function isFollowedByByline(article: ArticleView, i: number): boolean {
  return article.roles[i + 1]?.role === 'byline' || article.roles[i + 2]?.role === 'byline'
}

/** The reporters of a signature: "Reporting by Ann Lee in Kyiv; editing by Jo Roe" to Ann Lee. */
function signed(text: string, agencies: Agencies): string[] | null {
  const part = /\b(?:reporting|writing|written|reported)(?: and writing)? by ([^;.]{3,80})/i.exec(text)
  return part ? readNames(part[1]!, agencies) : null
}

function textsOf(article: ArticleView, role: string): string[] {
  const texts: string[] = []
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i]?.role !== role) continue
    const text = segmentText(article, i)
    if (!texts.includes(text)) texts.push(text)
  }
  return texts
}

/** Tags, one to a line or in a list after "Tags:", without hash signs. */
function readTags(article: ArticleView): string[] {
  const tags = textsOf(article, 'tag').flatMap((text) => {
    const list = /^[^:]{2,24}:(.+)$/u.exec(text)?.[1]
    if (list) return list.split(/[,;|•·]/).map((tag) => tag.trim())
    return text.startsWith('#') ? text.split(/[\s,]+/) : [text]
  })
  return [...new Set(tags.map((tag) => tag.replace(/^#/, '').trim()).filter((tag) => tag !== ''))]
}
