import type { PageFacts } from '../core/markup.js'
import { ARTICLE, type JudgedPage } from '../core/page-status.js'
import type { ArticleView } from './article.js'
import { cutOff, walled } from './cut-off.js'
import { weightsOf } from './feature-weights.js'
import { headlineLikes, PAGE_FEATURES, pageFeatures } from './page-features.js'
import { PAGE_WEIGHTS } from './page-weights.js'
import { running } from './running.js'
import { describeText, judged, type PageMarkup, quote, type TextView } from './status-evidence.js'

const WEIGHTS = weightsOf(PAGE_FEATURES, PAGE_WEIGHTS, 'page-weights.ts')

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
 * Least log odds, base e, of a page with an article among other headlines. Of the 393 development pages with an odd number,
 * -0.9 takes 4 for listings as plain text and 4 in HTML (three of them are), 32 and 21 where only the beginning of the
 * article is left, and finds 294 and 287 of the listings made of them. At -1.2 these are 2 and 3, 22 and 13, 271 and 270;
 * at -0.5 8 and 4, 52 and 32, 316 and 309.
 */
const LEAST_ODDS = -0.9
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
function articleOdds(article: ArticleView, headline: number, { lines, facts }: PageMarkup): number {
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
