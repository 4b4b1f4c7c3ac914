import { templateKey } from '../language/line-key.js'
import type { KnownSite } from '../rules/known-sites.js'
import type { Assignment } from './article.js'
import { SHAPE } from './features.js'
import type { PageView } from './page-view.js'

/** The part of a line that is left out because it stands on many pages of its site. */
export const SITE_LINE: Assignment = { role: 'boilerplate', ruleId: 'profile/site-line' }

/**
 * Pages on which a line must stand to be the site's own, and the share of them: on fewer it is a chance, or a series. The
 * real sites of the development set have two or three pages: with 2 instead of 3, of the 12 on the train side 4 gain and
 * 2 lose as plain text. The share is a judgement.
 */
const LEAST_PAGES = 3
const LEAST_SHARE = 0.01

/**
 * Log odds, base e, against a line being article text where it stands on two pages, and what each doubling adds. On the
 * real sites of the train side 0.30 of the phrases and 0.25 of the sentences of furniture stand on another page, and 0.008
 * and 0.004 of those of the text: 3.6 and 4.1. A fragment says nothing: so do 0.65 of the furniture and 0.19 of the text,
 * which are subheads such as "Pros" and "Cons". On simulated train sites of 10 pages with prompts, plain text: 1.2 against
 * fragments takes recall from 0.961 to 0.952; 2 and 2.5 in the place of 3.6 and 4.1 lose 0.005 of F1, and a doubling worth
 * 1 instead of 2 loses 0.001.
 */
const PHRASE_ODDS = 3.6
const SENTENCE_ODDS = 4.1
const ODDS_PER_DOUBLING = 2
/** Surer than rules are of a line; on the same sites 6 loses 0.001. */
const MOST_ODDS = 10

/**
 * The log odds, base e, that the other pages of `site` add to each segment being article text: 0, or less for a line that
 * stands on many. `shape` is that of each segment, as in `FeatureTable`.
 */
export function siteOdds(page: PageView, shape: Uint8Array, site: KnownSite): Float64Array {
  const least = Math.max(LEAST_PAGES, LEAST_SHARE * site.pages)
  return Float64Array.from(page.segments, (_, i) => {
    if (shape[i] === SHAPE.fragment) return 0
    const pages = site.lines.get(templateKey(page.words, page.firstWord[i]!, page.endWord[i]!)) ?? 0
    if (pages < least) return 0
    const odds = shape[i] === SHAPE.sentence ? SENTENCE_ODDS : PHRASE_ODDS
    return -Math.min(MOST_ODDS, odds + ODDS_PER_DOUBLING * Math.log2(pages / 2))
  })
}
