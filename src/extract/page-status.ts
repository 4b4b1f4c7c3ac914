import { isBodyRole } from '../core/block.js'
import type { MarkedLine, PageFacts } from '../core/markup.js'
import {
  ARTICLE,
  type JudgedPage,
  type PageStatus,
  type Signal,
  type StatusEvidence,
} from '../core/page-status.js'
import { type ArticleView, segmentLength, segmentText } from './article.js'
import { weightsOf } from './feature-weights.js'
import { headlineLikes, isRunningText, PAGE_FEATURES, pageFeatures } from './page-features.js'
import { PAGE_WEIGHTS } from './page-weights.js'
import { countPictures, countPosts } from './posts.js'

const WEIGHTS = weightsOf(PAGE_FEATURES, PAGE_WEIGHTS, 'page-weights.ts')

/** What `pageStatus` is told beside the article: the markup's lines and facts, null for plain text. */
export interface PageMarkup {
  readonly lines: readonly (MarkedLine | null)[] | null
  readonly facts: PageFacts | null
}

/**
 * What the page holds, after roles were assigned. An article unless something speaks against it: a short text that
 * stands alone is one too.
 */
export function pageStatus(article: ArticleView, headline: number, markup: PageMarkup): JudgedPage {
  const text = describeText(article)
  return (
    missing(article, text, markup) ??
    walled(article, text, markup) ??
    listing(article, text, headline, markup) ??
    cutOff(article, text) ??
    running(article, headline, markup) ??
    ARTICLE
  )
}

/** The article's text at a glance. */
interface TextView {
  readonly first: number
  readonly last: number
  /** Words of its sentences. */
  readonly words: number
}

function describeText(article: ArticleView): TextView {
  const { roles, table } = article
  const isBody = (assigned: (typeof roles)[number]) => assigned !== null && isBodyRole(assigned.role)
  let words = 0
  for (let i = 0; i < roles.length; i++) if (isRunningText(article, i)) words += table.mass[i]!
  return { first: roles.findIndex(isBody), last: roles.findLastIndex(isBody), words }
}

function judged(status: PageStatus, ruleId: string, reason: string): JudgedPage {
  return { status, evidence: [{ ruleId, reason }] }
}

/** A text of fewer words beside a line that says that the page is missing is not what was looked for. */
const MISSING_WORDS = 80

/** A page without text, or one that says itself that it holds nothing. */
function missing(article: ArticleView, text: TextView, markup: PageMarkup): JudgedPage | null {
  if (text.words < MISSING_WORDS) {
    const line = article.phrases.findIndex((phrase) => phrase?.signals === 'no_article')
    if (line >= 0) return { status: 'no_article', evidence: [quote(article, line)] }
  }
  if (text.first >= 0) return null
  const headlines = headlineLikes(article)
  return headlines >= LISTED && hasLinkedHeadlines(article, markup)
    ? judged(
        'index_page',
        'status/headlines-alone',
        `${headlines} lines like headlines and no text of an article`,
      )
    : judged('no_article', 'status/no-text', 'no line of the page looks like the text of an article')
}

/** Headlines that make a list of articles. */
const LISTED = 8

/** True unless the markup shows that the headlines are no links. */
function hasLinkedHeadlines(article: ArticleView, { lines }: PageMarkup): boolean {
  return !lines || headlineLikes(article, (i) => (lines[i]?.linkShare ?? 0) > 0.8) * 2 >= LISTED
}

/**
 * Least log odds, base e, of a page with an article among other headlines. On the pages that the weights were not fitted
 * to, -0.7 keeps 389 of 393 whole pages (of the other four three are listings) and finds 82 of 100 made listings; at -1
 * it is 390 and 74, at 0 378 and 86.
 */
const LEAST_ODDS = -0.7
/** What the page says of itself counts so much, in log odds; a judgement, not a measurement. */
const FACTS_ODDS = 0.8

/** A page of headlines and teasers: its paragraphs are few, short or about different things. */
function listing(
  article: ArticleView,
  text: TextView,
  headline: number,
  markup: PageMarkup,
): JudgedPage | null {
  const headlines = headlineLikes(article)
  if (headlines < LISTED) return null
  if (articleOdds(article, headline, markup) >= LEAST_ODDS) return null
  const reason = `${headlines} lines like headlines, and ${text.words} words of text that do not read as one article`
  return judged('index_page', 'status/listing', reason)
}

/** Log odds, base e, that the text is one article. */
export function articleOdds(article: ArticleView, headline: number, { lines, facts }: PageMarkup): number {
  const features = pageFeatures(article, headline, lines)
  return features.reduce((sum, value, f) => sum + value * WEIGHTS[f]!, 0) + factsOdds(facts)
}

const ARTICLE_TYPES = /article|posting|report|review|recipe|interview/
const LISTING_TYPES = /^(?:collectionpage|itemlist|searchresultspage|profilepage|blog)$/

function factsOdds(facts: PageFacts | null): number {
  if (!facts) return 0
  if (facts.types.some((type) => ARTICLE_TYPES.test(type)) || facts.published !== null) return FACTS_ODDS
  const isHome = facts.url !== null && URL.canParse(facts.url) && new URL(facts.url).pathname.length <= 1
  if (isHome) return -2 * FACTS_ODDS
  return facts.types.some((type) => LISTING_TYPES.test(type) || type === 'website') ? -FACTS_ODDS : 0
}

/** Lines round the end of the text that are asked whether they say that it was cut off. */
const NEAR_END = 12
/** A text of more words is whole even if a wall stands after it, unless its last sentence is cut. */
const WALLED_WORDS = 400
const CUT_WORDS = 250
/** The last sentence of a longer text may end in dots, or be the teaser of another. */
const DOTTED_WORDS = 400

/** A text that ends early at a wall. */
function walled(article: ArticleView, text: TextView, { facts }: PageMarkup): JudgedPage | null {
  const end = endOf(article, text.last)
  const wall = wallNear(article, text.last)
  if (wall >= 0 && (text.words < WALLED_WORDS || end !== null || facts?.isFree === false)) {
    return { status: 'paywalled', evidence: withEnd(article, wall, end) }
  }
  if (facts?.isFree !== false || (end === null && text.words >= CUT_WORDS)) return null
  const reason = `the page says that it is not free, and gives ${text.words} words`
  return judged('paywalled', 'status/not-free', reason)
}

/** A text that ends early without a wall: at a prompt to go on elsewhere, at a further page, or in dots. */
function cutOff(article: ArticleView, text: TextView): JudgedPage | null {
  const end = endOf(article, text.last)
  const prompt = signalNear(article, text.last, 'truncated')
  if (prompt >= 0 && prompt <= text.last + 2 && (end !== null || text.words < CUT_WORDS)) {
    return { status: 'truncated', evidence: withEnd(article, prompt, end) }
  }
  const pages = signalNear(article, text.last, 'more_pages')
  if (pages > text.last) return { status: 'truncated', evidence: [quote(article, pages)] }
  if (hasPageNumbers(article, text.last)) {
    return judged('truncated', 'status/page-numbers', 'numbers of further pages stand under the text')
  }
  return end?.isDotted && text.words < DOTTED_WORDS ? { status: 'truncated', evidence: [end] } : null
}

/** The line near the end of the text that a rule knows as a wall's, or that speaks of subscribing and of reading on; -1. */
function wallNear(article: ArticleView, last: number): number {
  const known = signalNear(article, last, 'paywalled')
  if (known >= 0) return known
  const end = Math.min(article.segments.length, last + 1 + NEAR_END)
  for (let i = last + 1; i < end; i++) {
    const line = segmentText(article, i)
    if (line.length <= MAX_WALL && WALL_OFFER.test(line) && WALL_PROMISE.test(line)) return i
  }
  return -1
}

/** The longest line that is read as a wall's, in UTF-16 units. */
const MAX_WALL = 240
const WALL_OFFER =
  /\b(?:subscri(?:be|bers?|ption)|members?(?:hip)?|trial|register|sign (?:in|up)|log ?in|premium)\b/i
const WALL_PROMISE =
  /\b(?:unlock|(?:read|reading|see|view|access) (?:the |this |your |our )?(?:full|rest|entire|whole|article|story|more|on|all|unlimited|premium)|continue reading|keep reading|full access|unlimited access|digital access|(?:only|exclusive(?:ly)?) (?:for|to|available)|free articles?)\b/i

/** True where page 1 and page 2 are offered soon after the text, on one line or on lines of their own. */
function hasPageNumbers(article: ArticleView, last: number): boolean {
  let expected = 1
  const end = Math.min(article.segments.length, last + 1 + NEAR_PAGES)
  for (let i = last + 1; i < end; i++) {
    const { start, end: to } = article.segments[i]!
    if (to - start > MAX_PAGE_NUMBERS) {
      expected = 1
      continue
    }
    const line = article.text.slice(start, to)
    if (PAGE_NUMBERS.test(line)) return true
    expected = line === String(expected) ? expected + 1 : 1
    if (expected > 2) return true
  }
  return false
}

/** Lines after the text in which page numbers are looked for; further down they are those of lists and comments. */
const NEAR_PAGES = 6
/** The longest line of page numbers, in UTF-16 units. */
const MAX_PAGE_NUMBERS = 60
const PAGE_NUMBERS =
  /^(?:pages?\W{0,3})?(?:1|\[1\]|\(1\))[ |,·•/]{1,3}(?:2|\[2\]|\(2\))(?:[ |,·•/]|$)(?![ ]?(?:20|19)\d\d)/i

function withEnd(article: ArticleView, line: number, end: StatusEvidence | null): StatusEvidence[] {
  return end ? [quote(article, line), end] : [quote(article, line)]
}

function quote(article: ArticleView, line: number): StatusEvidence {
  const words = segmentText(article, line)
  const shown = words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words
  const ruleId = article.phrases[line]?.ruleId ?? 'status/wall'
  return { ruleId, reason: `the page says "${shown}"` }
}

/** The nearest line to the end of the text, at most `NEAR_END` away, that signals `signal`; -1 when none does. */
function signalNear(article: ArticleView, last: number, signal: Signal): number {
  for (let away = 1; away <= NEAR_END; away++) {
    if (article.phrases[last + away]?.signals === signal) return last + away
  }
  for (let away = 0; away <= 2; away++) {
    if (article.phrases[last - away]?.signals === signal) return last - away
  }
  return -1
}

/** Words and symbols of a line that may be a sentence. */
const LEAST_SENTENCE = 10

interface CutEnd extends StatusEvidence {
  /** True where dots stand for what is left out. */
  readonly isDotted: boolean
}

/** The evidence that the text's last sentence is not whole; null where it is. */
function endOf(article: ArticleView, last: number): CutEnd | null {
  // Items of a list, names and the like may end a text.
  if (last < 0 || !isRunningText(article, last) || segmentLength(article, last) < LEAST_SENTENCE) return null
  const tail = segmentText(article, last).slice(-40)
  if (/(?:…|\.\.\.)[\])]?\W{0,3}$/.test(tail)) {
    return { ruleId: 'status/ends-in-dots', reason: `the text ends in "${tail.trimStart()}"`, isDotted: true }
  }
  if (article.table.mass[last]! > 0 && /[\p{L}\p{N},;–—-]$/u.test(tail)) {
    return {
      ruleId: 'status/ends-within-sentence',
      reason: `the text ends in "${tail.trimStart()}"`,
      isDotted: false,
    }
  }
  return null
}

/** Posts of a live blog, where the page calls itself one and where it does not. */
const LEAST_POSTS = 3
const MANY_POSTS = 6
/** Share of the text's paragraphs that begin a post. */
const POST_SHARE = 0.12
/** Pictures of a gallery. */
const LEAST_PICTURES = 5

const LIVE_TITLE =
  /(?:^|[^\p{L}])live(?:blog)?(?:[:,.!|–—-]|$| (?:updates|blog|coverage|news|now|score))|\bas it happened\b|\bminute[- ]by[- ]minute\b|\blatest updates\b/iu
const GALLERY_TITLE = /\b(?:in (?:pictures|photos)|photos|pictures|gallery|slide ?show|photo essay|images)\b/i
const GALLERY_TYPE = /^(?:imagegallery|mediagallery|gallery|article:gallery)$/

/** A page that goes on as things happen, or from picture to picture. */
function running(article: ArticleView, headline: number, { lines, facts }: PageMarkup): JudgedPage | null {
  const title = headline < 0 ? (facts?.titles[0] ?? '') : segmentText(article, headline)
  const { posts, paragraphs } = countPosts(article)
  const isCalledLive =
    facts?.types.includes('liveblogposting') === true ||
    LIVE_TITLE.test(title) ||
    article.phrases.some((phrase) => phrase?.signals === 'live_blog')
  if (posts >= (isCalledLive ? LEAST_POSTS : MANY_POSTS) && posts >= POST_SHARE * paragraphs) {
    return judged('live_blog', 'status/posts', `${posts} parts of the text have a time of their own`)
  }
  const isCalledGallery = facts?.types.some((type) => GALLERY_TYPE.test(type)) || GALLERY_TITLE.test(title)
  const pictures = countPictures(article, lines)
  return pictures >= LEAST_PICTURES && pictures >= (isCalledGallery ? 0.4 : 1.3) * paragraphs
    ? judged(
        'gallery',
        'status/pictures',
        `${pictures} captions, credits or numbers of pictures beside ${paragraphs} paragraphs`,
      )
    : null
}
