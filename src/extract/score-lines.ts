import type { MarkedLine } from '../core/markup.js'
import type { KnownSite } from '../rules/known-sites.js'
import type { ArticleView } from './article.js'
import { calibrate, lift } from './calibrate.js'
import { decodePlaces, PLACE } from './decode.js'
import { computeFeatures, FEATURES, type FeatureTable, WIDTH } from './features.js'
import { LINEAR_LINE_MODEL, type LineModel } from './line-model.js'
import { withMarkup } from './markup-model.js'
import type { PageView } from './page-view.js'
import { siteOdds } from './site-evidence.js'
import { statedOdds } from './stated-body.js'

/** Log odds, base e, that nothing in a page's surroundings outweighs. */
const CERTAIN = 6
/** Log odds for a line that the article's makers added to its text. */
const NOTE = 3

const EDITORS_NOTE =
  /^\W?(?:editor(?:'?s|s')? note|correction|clarification|author's note|(?:this|the) (?:story|article|report|post|piece|headline)(?: on [^.]{1,40})? (?:has been|was) (?:updated|corrected|amended|revised|clarified))\b/i

/** What is known of a page beside its words; null where nothing is. */
export interface PageEvidence {
  /** The markup's line for each segment. */
  readonly lines: readonly (MarkedLine | null)[] | null
  /** What other pages of its site hold. */
  readonly site: KnownSite | null
  /** The article's text as the page's data gives it. */
  readonly stated: string | null
}

const WORDS_ALONE: PageEvidence = { lines: null, site: null, stated: null }

/**
 * The page with the odds of each segment, as `model`, the rules and the other evidence see them, and its likeliest place.
 */
export function scoreLines(
  page: PageView,
  { lines, site, stated }: PageEvidence = WORDS_ALONE,
  model: LineModel = LINEAR_LINE_MODEL,
): ArticleView {
  // Parts that splitting has named are no evidence of what stands round them.
  const open = page.segments.flatMap(({ given }, i) => (given ? [] : [i]))
  const view = open.length === page.segments.length ? page : choose(page, open)
  const table = computeFeatures(view)
  const byWords = calibrate(model.logOdds(table), table.mass)
  const odds = lines
    ? withMarkup(
        byWords,
        open.map((i) => lines[i] ?? null),
      )
    : byWords
  const evidence = site && siteOdds(view, table.shape, site)
  if (evidence) addTo(odds, evidence)
  const inData = statedOdds(view, stated, odds)
  if (inData) addTo(odds, inData)
  adjust(view, odds)
  let places = evidence ? decodeRound(odds, evidence) : decodePlaces(odds)
  const lifted = places.includes(PLACE.body) ? null : lift(odds, table.mass)
  if (lifted) places = decodePlaces(lifted)
  takeInFew(view, table, odds, places)
  takeInEdges(view, table, odds, places)
  leaveOutTail(view, table, places)
  const roles = page.segments.map(({ given }) => given)
  const siteLines = new Set(evidence ? open.filter((_, at) => evidence[at]! < 0) : [])
  if (view === page) return { ...page, table, odds, places, roles, siteLines }
  return { ...page, ...spread(page.segments.length, open, table, odds, places), roles, siteLines }
}

function addTo(odds: Float64Array, added: Float64Array): void {
  for (let i = 0; i < odds.length; i++) odds[i]! += added[i]!
}

/** On a page of at most so many lines, its only sentences are the article, or what is left of it. */
const FEW_LINES = 12
const FEW_ODDS = -3

/** Takes the sentences of a page that has few lines for its text, where the decoder saw none: a teaser above a paywall. */
function takeInFew(page: PageView, table: FeatureTable, odds: Float64Array, places: Uint8Array): void {
  if (places.length > FEW_LINES || places.includes(PLACE.body)) return
  const isText = (i: number) => table.mass[i]! > 0 && odds[i]! > FEW_ODDS && !page.phrases[i]
  const first = places.findIndex((_, i) => isText(i))
  if (first < 0) return
  const last = places.findLastIndex((_, i) => isText(i))
  for (let i = first; i <= last; i++) places[i] = isText(i) ? PLACE.body : PLACE.aside
  places.fill(PLACE.after, last + 1)
}

/**
 * The likeliest places where a lone line that the site is known by, and that is no text, stands in nobody's way: a prompt
 * between two paragraphs parts them no more than a picture does. Without this 3 of 66 held-out sites lose more than 0.005
 * of F1 by their profile, with it none does. Where runs of such lines stood in nobody's way either, one would.
 */
function decodeRound(odds: Float64Array, evidence: Float64Array): Uint8Array {
  const isOut = (i: number) => evidence[i]! < 0 && odds[i]! <= 0
  const isIn = (i: number) => !isOut(i) || isOut(i - 1) || isOut(i + 1)
  const kept = decodePlaces(odds.filter((_, i) => isIn(i)))
  let at = 0
  return Uint8Array.from(odds, (_, i) => {
    if (isIn(i)) return kept[at++]!
    const [before, after] = [kept[at - 1] ?? PLACE.before, kept[at] ?? PLACE.after]
    if (before !== PLACE.body) return before
    return after === PLACE.after ? after : PLACE.aside
  })
}

/** First letters of `EDITORS_NOTE`, after a mark or a bracket: most lines are settled by them. */
const NOTE_STARTS = /[ecat]/i

function mayBeNote(text: string, start: number): boolean {
  return NOTE_STARTS.test(text[start]!) || !/\w/.test(text[start]!)
}

/** Where rules or the line's own words are sure, they outweigh the model. */
function adjust(page: PageView, odds: Float64Array): void {
  for (const [i, { start }] of page.segments.entries()) {
    if (page.kinds[i] === 'address' && page.phrases[i - 1]?.opens === 'source-url') {
      odds[i] = -CERTAIN
      odds[i - 1] = -CERTAIN
    } else if (page.phrases[i]?.isCertain) odds[i] = Math.min(odds[i]!, -CERTAIN)
    else if (mayBeNote(page.text, start) && EDITORS_NOTE.test(page.text.slice(start, start + 100)))
      odds[i] = Math.max(odds[i]!, NOTE)
  }
}

/** Least log odds and least share of common words for a sentence at the text's edge to be taken in. */
const EDGE_ODDS = -1
const EDGE_TOPICAL = 0.3
const TOPICAL = FEATURES.indexOf('topical')
const ENDS_SENTENCE = FEATURES.indexOf('ends-sentence')

/**
 * A sentence that touches the text and shares its words belongs to it: the first and last paragraphs have furniture on
 * one side, which the model holds against them. On the development pages this changes F1 by less than 0.001.
 */
function takeInEdges(page: PageView, table: FeatureTable, odds: Float64Array, places: Uint8Array): void {
  const first = places.indexOf(PLACE.body)
  if (first < 0) return
  const mayJoin = (i: number) =>
    i >= 0 && i < places.length && odds[i]! > EDGE_ODDS && page.kinds[i] === null && !page.phrases[i]
  const isTopical = (i: number) => table.mass[i]! > 0 && table.rows[i * WIDTH + TOPICAL]! >= EDGE_TOPICAL
  if (mayJoin(first - 1) && isTopical(first - 1)) places[first - 1] = PLACE.body
  const next = places.lastIndexOf(PLACE.body) + 1
  // A last sentence may be too short to share words with the others: "Nobody was hurt."
  if (mayJoin(next) && (isTopical(next) || table.rows[next * WIDTH + ENDS_SENTENCE] === 1)) {
    places[next] = PLACE.body
  }
}

/** The longest line, in words and symbols, that is no part of the text when nothing of the text follows it. */
const MAX_TAIL_LENGTH = 6
const [ENDS_COLON, STARTS_BULLET, STARTS_NUMBER] = (
  ['ends-colon', 'starts-bullet', 'starts-number'] as const
).map((name) => FEATURES.indexOf(name)) as [number, number, number]

/**
 * Short lines after the last sentence are subheads of nothing: tags, sections, a name. Only the items of a list may
 * end an article. On the development pages this changes F1 by less than 0.001.
 */
function leaveOutTail(page: PageView, table: FeatureTable, places: Uint8Array): void {
  const has = (i: number, feature: number) => table.rows[i * WIDTH + feature] === 1
  const isBrief = (i: number) =>
    table.mass[i] === 0 &&
    page.endWord[i]! - page.firstWord[i]! <= MAX_TAIL_LENGTH &&
    ![ENDS_SENTENCE, STARTS_BULLET, STARTS_NUMBER].some((feature) => has(i, feature))
  const last = places.lastIndexOf(PLACE.body)
  let end = last
  while (end >= 0 && places[end] === PLACE.body && isBrief(end)) end--
  if (end < 0 || has(end, ENDS_COLON)) return
  places.fill(PLACE.after, end + 1, last + 1)
}

/** The page as if it held only the segments `open`. */
function choose(page: PageView, open: readonly number[]): PageView {
  return {
    ...page,
    segments: open.map((i) => page.segments[i]!),
    firstWord: Uint32Array.from(open, (i) => page.firstWord[i]!),
    endWord: Uint32Array.from(open, (i) => page.endWord[i]!),
    keys: Float64Array.from(open, (i) => page.keys[i]!),
    phrases: open.map((i) => page.phrases[i] ?? null),
    kinds: open.map((i) => page.kinds[i] ?? null),
  }
}

/** What is known of the segments `open`, laid out for all `count`; the others stand where the one before them does. */
function spread(
  count: number,
  open: readonly number[],
  table: FeatureTable,
  odds: Float64Array,
  places: Uint8Array,
): Pick<ArticleView, 'table' | 'odds' | 'places'> {
  const all = {
    table: {
      rows: new Float32Array(count * WIDTH),
      shape: new Uint8Array(count),
      mass: new Float32Array(count),
    },
    odds: new Float64Array(count).fill(-CERTAIN),
    places: new Uint8Array(count),
  }
  let k = 0
  for (let i = 0; i < count; i++) {
    if (open[k] !== i) {
      all.places[i] = all.places[i - 1] ?? 0
      continue
    }
    all.table.rows.set(table.rows.subarray(k * WIDTH, (k + 1) * WIDTH), i * WIDTH)
    all.table.shape[i] = table.shape[k]!
    all.table.mass[i] = table.mass[k]!
    all.odds[i] = odds[k]!
    all.places[i] = places[k]!
    k++
  }
  return all
}
