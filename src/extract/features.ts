import { WORD_KIND } from '../language/scan-words.js'
import type { PhraseRule } from '../rules/match-boilerplate.js'
import { isAfterBlank, type PageView } from './page-view.js'

/** What the line model knows of a segment, in the order of its weights. Each is about 0 to 1. */
export const FEATURES = [
  'bias',
  'length',
  'sentences',
  'ends-sentence',
  'ends-colon',
  'ends-open',
  'starts-lower',
  'starts-bullet',
  'starts-number',
  'has-quote',
  'commas',
  'digits',
  'capitals',
  'all-capitals',
  'function-words',
  'separators',
  'repeated',
  'phrase-site',
  'phrase-site-likely',
  'phrase-promotion',
  'phrase-related',
  'phrase-frame',
  'kind-date',
  'kind-byline',
  'kind-credit',
  'kind-address',
  'under-opener',
  'topical',
  'blank-before',
  'blank-after',
  'body-start',
  'body-end',
  'mass-2',
  'mass-5',
  'mass-12',
  'mass-40',
  'previous-sentence',
  'next-sentence',
  'previous-short',
  'next-short',
  'distance-near-side',
  'distance-far-side',
  'run-of-short',
  'phrases-near',
  'phrases-near-side',
  'previous-colon',
  'previous-same-shape',
  'next-same-shape',
  'dates-near',
  'open-near',
  'repeated-near',
  'phrases-far',
  'phrases-far-side',
  'sentences-share',
  'after-comments',
  'after-related',
  'page-noise',
  'page-phrases',
] as const

export type FeatureName = (typeof FEATURES)[number]

const INDEX = Object.fromEntries(FEATURES.map((name, index) => [name, index])) as Readonly<
  Record<FeatureName, number>
>

/** How many features a row holds. */
export const WIDTH = FEATURES.length

/** The kind of segment by its shape; the line model weighs each class by itself. */
export const SHAPE = { fragment: 0, phrase: 1, sentence: 2 } as const

/** Features of every segment, row after row, and the shape of each. */
export interface FeatureTable {
  readonly rows: Float32Array
  readonly shape: Uint8Array
  /** Words of the segment if it is a sentence line, else 0: the mass that windows and positions are measured in. */
  readonly mass: Float32Array
}

/** What a symbol may be in a line; several may hold at once. */
const MARK = { bullet: 1, separator: 2, closer: 4, end: 8, quote: 16, colon: 32, comma: 64 } as const

const MARKS = new Uint8Array(0x10000)
for (const [mark, characters] of [
  [MARK.bullet, '-•*·–—►▪●○✓✔➤»'],
  [MARK.separator, '|›»/·•>→«<'],
  [MARK.closer, '"\')]»”’*_'],
  [MARK.end, '.!?。！？…।؟۔'],
  [MARK.quote, '"“”„«»「」'],
  [MARK.colon, ':：'],
  [MARK.comma, ',，、،'],
] as const) {
  for (const character of characters) MARKS[character.charCodeAt(0)]! |= mark
}

/** The features of every segment of `page`, in time linear in the page. */
export function computeFeatures(page: PageView): FeatureTable {
  const count = page.segments.length
  const rows = new Float32Array(count * WIDTH)
  const shape = new Uint8Array(count)
  const mass = new Float32Array(count)
  for (let i = 0; i < count; i++) describe(page, i, rows, shape, mass)
  repeats(page, rows)
  topics(page, rows, mass)
  surroundings(page, rows, shape, mass)
  return { rows, shape, mass }
}

/** What a segment shows by itself. */
function describe(
  page: PageView,
  i: number,
  rows: Float32Array,
  shape: Uint8Array,
  mass: Float32Array,
): void {
  const { text, words, isFunctionWord } = page
  const { start, end } = page.segments[i]!
  const base = i * WIDTH
  let count = 0
  let functionWords = 0
  let capitals = 0
  let allCapitals = 0
  let numbers = 0
  let commas = 0
  let separators = 0
  let sentences = 0
  let quotes = 0
  let ideographs = 0
  const to = page.endWord[i]!
  let previousKind: number = WORD_KIND.symbol
  for (let k = page.firstWord[i]!; k < to; k++) {
    const kind = words.kind[k]!
    if (kind === WORD_KIND.symbol) {
      const unit = text.charCodeAt(words.start[k]!)
      const marks = MARKS[unit]!
      if ((marks & MARK.end) !== 0) {
        // A sentence ends where space or a closing mark follows, and no initial or number stands before.
        const after = words.end[k]! < end ? text.charCodeAt(words.end[k]!) : 0x20
        const isEnd = after <= 0x20 || (MARKS[after]! & MARK.closer) !== 0 || unit > 0x2fff
        const long = k > 0 && words.end[k - 1]! - words.start[k - 1]! > 2
        if (isEnd && (unit !== 0x2e || long || previousKind === WORD_KIND.lower)) sentences++
      } else if ((marks & MARK.comma) !== 0) commas++
      else if ((marks & MARK.quote) !== 0) quotes++
      else if ((marks & MARK.separator) !== 0) separators++
    } else if (kind === WORD_KIND.ideograph) ideographs++
    else {
      count++
      if (kind === WORD_KIND.capitalised) capitals++
      else if (kind === WORD_KIND.capitals) {
        capitals++
        allCapitals++
      } else if (kind === WORD_KIND.number) numbers++
      functionWords += isFunctionWord[k]!
    }
    previousKind = kind
  }
  // Two ideographs carry about as much as one word.
  const length = count + ideographs / 2
  let last = end - 1
  while (
    last > start &&
    ((MARKS[text.charCodeAt(last)]! & MARK.closer) !== 0 || text.charCodeAt(last) === 0x20)
  )
    last--
  const lastUnit = text.charCodeAt(last)
  const isDotted = lastUnit === 0x2e && text.charCodeAt(last - 1) === 0x2e
  const endsOpen = lastUnit === 0x2026 || isDotted
  const endsSentence = (MARKS[lastUnit]! & MARK.end) !== 0 && !endsOpen
  const firstUnit = text.charCodeAt(start)
  const phrase = page.phrases[i]
  const kind = page.kinds[i]
  const divisor = Math.max(1, length)
  rows[base + INDEX.bias] = 1
  rows[base + INDEX.length] = Math.log2(1 + length) / 6
  rows[base + INDEX.sentences] = Math.min(sentences, 5) / 5
  rows[base + INDEX['ends-sentence']] = endsSentence ? 1 : 0
  rows[base + INDEX['ends-colon']] = (MARKS[lastUnit]! & MARK.colon) !== 0 ? 1 : 0
  rows[base + INDEX['ends-open']] = endsOpen ? 1 : 0
  rows[base + INDEX['starts-lower']] = words.kind[page.firstWord[i]!] === WORD_KIND.lower ? 1 : 0
  rows[base + INDEX['starts-bullet']] = (MARKS[firstUnit]! & MARK.bullet) !== 0 ? 1 : 0
  rows[base + INDEX['starts-number']] = words.kind[page.firstWord[i]!] === WORD_KIND.number ? 1 : 0
  rows[base + INDEX['has-quote']] = quotes > 0 ? 1 : 0
  rows[base + INDEX.commas] = Math.min(1, (commas / divisor) * 5)
  rows[base + INDEX.digits] = Math.min(1, (numbers / divisor) * 2)
  rows[base + INDEX.capitals] = capitals / divisor
  rows[base + INDEX['all-capitals']] = allCapitals / divisor
  rows[base + INDEX['function-words']] =
    ideographs > count ? 0.4 : Math.min(1, (functionWords / Math.max(1, count)) * 2)
  rows[base + INDEX.separators] = Math.min(1, separators / 2)
  if (phrase) rows[base + INDEX[phraseFeature(phrase)]] = 1
  rows[base + INDEX['kind-date']] = kind === 'date' ? 1 : 0
  rows[base + INDEX['kind-byline']] = kind === 'byline' ? 1 : 0
  rows[base + INDEX['kind-credit']] = kind === 'credit' ? 1 : 0
  rows[base + INDEX['kind-address']] = kind === 'address' || kind === 'symbols' ? 1 : 0
  const isProse = rows[base + INDEX['function-words']]! >= 0.3 && !phrase?.isCertain
  const isSentence = (sentences > 0 && endsSentence && length >= 8 && isProse) || (length >= 25 && isProse)
  shape[i] = isSentence ? SHAPE.sentence : length <= 4 && !endsSentence ? SHAPE.fragment : SHAPE.phrase
  mass[i] = isSentence ? length : 0
}

function phraseFeature({ role, isCertain }: PhraseRule): FeatureName {
  switch (role) {
    case 'related':
      return 'phrase-related'
    case 'promotion':
    case 'legal':
    case 'boilerplate':
      return 'phrase-promotion'
    case 'navigation':
    case 'share':
    case 'counter':
    case 'section':
      return isCertain ? 'phrase-site' : 'phrase-site-likely'
    default:
      return 'phrase-frame'
  }
}

/** Marks segments whose words stand elsewhere on the page too. */
function repeats(page: PageView, rows: Float32Array): void {
  const { keys } = page
  const counts = new Map<number, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  for (let i = 0; i < keys.length; i++) rows[i * WIDTH + INDEX.repeated] = counts.get(keys[i]!)! > 1 ? 1 : 0
}

/** The share of a segment's longer words that the page's other sentence lines use. */
function topics(page: PageView, rows: Float32Array, mass: Float32Array): void {
  const { topic } = page
  const counts = new Uint32Array(page.topics)
  for (let i = 0; i < mass.length; i++) {
    if (mass[i] === 0) continue
    for (let k = page.firstWord[i]!; k < page.endWord[i]!; k++) if (topic[k]! >= 0) counts[topic[k]!]!++
  }
  for (let i = 0; i < mass.length; i++) {
    const own = mass[i]! > 0 ? 1 : 0
    let all = 0
    let shared = 0
    for (let k = page.firstWord[i]!; k < page.endWord[i]!; k++) {
      if (topic[k]! < 0) continue
      all++
      if (counts[topic[k]!]! > own) shared++
    }
    rows[i * WIDTH + INDEX.topical] = all === 0 ? 0.3 : shared / all
  }
}

/** Where a segment stands among the sentences of the page, and what its neighbours are. */
function surroundings(page: PageView, rows: Float32Array, shape: Uint8Array, mass: Float32Array): void {
  const count = mass.length
  const sums = new Float64Array(count + 1)
  const phraseSums = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) {
    sums[i + 1] = sums[i]! + mass[i]!
    phraseSums[i + 1] = phraseSums[i]! + (page.phrases[i] ? 1 : 0)
  }
  const total = sums[count]!
  const dates = new Float64Array(count + 1)
  const opens = new Float64Array(count + 1)
  const reps = new Float64Array(count + 1)
  const sents = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) {
    dates[i + 1] =
      dates[i]! + rows[i * WIDTH + INDEX['kind-date']]! + (page.phrases[i]?.role === 'date' ? 1 : 0)
    opens[i + 1] = opens[i]! + rows[i * WIDTH + INDEX['ends-open']]!
    reps[i + 1] = reps[i]! + rows[i * WIDTH + INDEX.repeated]!
    sents[i + 1] = sents[i]! + (mass[i]! > 0 ? 1 : 0)
  }
  const noise = 1 - sents[count]! / Math.max(1, count)
  // On a page with little text its first and last sentences say nothing of the furniture round them.
  const size = total / (total + 300)
  const share = (list: Float64Array, i: number, size: number) => {
    const low = Math.max(0, i - size)
    const high = Math.min(count, i + size + 1)
    return (list[high]! - list[low]! - (list[i + 1]! - list[i]!)) / Math.max(1, high - low - 1)
  }
  const lesserSide = (list: Float64Array, i: number, size: number) => {
    const low = Math.max(0, i - size)
    const high = Math.min(count, i + size + 1)
    const before = (list[i]! - list[low]!) / Math.max(1, i - low)
    const after = (list[high]! - list[i + 1]!) / Math.max(1, high - i - 1)
    return Math.min(before, after)
  }
  let comments = false
  let related = 99
  const window = (i: number, size: number) =>
    sums[Math.min(count, i + size + 1)]! - sums[Math.max(0, i - size)]! - mass[i]!
  const previous = new Float64Array(count)
  const next = new Float64Array(count)
  let last = -1
  for (let i = 0; i < count; i++) {
    previous[i] = last < 0 ? 99 : i - last
    if (mass[i]! > 0) last = i
  }
  last = -1
  for (let i = count - 1; i >= 0; i--) {
    next[i] = last < 0 ? 99 : last - i
    if (mass[i]! > 0) last = i
  }
  // Lines since a heading such as "Related stories" with no run of sentences since.
  let opener = 99
  for (let i = 0; i < count; i++) {
    const base = i * WIDTH
    const before = sums[i]! / Math.max(1, total)
    const after = (total - sums[i + 1]!) / Math.max(1, total)
    opener++
    if (i > 1 && mass[i - 1]! > 25 && mass[i - 2]! > 25) opener = 99
    rows[base + INDEX['under-opener']] = opener < 40 ? 1 / (1 + opener / 8) : 0
    related++
    const opensRole = page.phrases[i]?.opens
    if (opensRole === 'boilerplate' && before > 0.1) comments = true
    if (opensRole === 'related') related = 0
    if (opensRole) opener = 0
    rows[base + INDEX['after-comments']] = comments ? 1 : 0
    rows[base + INDEX['after-related']] = related < 60 ? 1 / (1 + related / 12) : 0
    rows[base + INDEX['page-noise']] = noise
    rows[base + INDEX['page-phrases']] = phraseSums[count]! / count
    rows[base + INDEX['dates-near']] = Math.min(1, share(dates, i, 4) * 4)
    rows[base + INDEX['open-near']] = Math.min(1, share(opens, i, 6) * 4)
    rows[base + INDEX['repeated-near']] = share(reps, i, 5)
    rows[base + INDEX['phrases-far']] = share(phraseSums, i, 15)
    rows[base + INDEX['sentences-share']] = share(sents, i, 12)
    rows[base + INDEX['blank-before']] = isAfterBlank(page, i) ? 1 : 0
    rows[base + INDEX['blank-after']] = isAfterBlank(page, i + 1) ? 1 : 0
    rows[base + INDEX['body-start']] = Math.max(0, 1 - before * 20) * noise * size
    rows[base + INDEX['body-end']] = Math.max(0, 1 - after * 20) * noise * size
    rows[base + INDEX['mass-2']] = Math.log2(1 + window(i, 2)) / 8
    rows[base + INDEX['mass-5']] = Math.log2(1 + window(i, 5)) / 9
    rows[base + INDEX['mass-12']] = Math.log2(1 + window(i, 12)) / 10
    rows[base + INDEX['mass-40']] = Math.log2(1 + window(i, 40)) / 11
    rows[base + INDEX['previous-sentence']] = i > 0 && mass[i - 1]! > 0 ? 1 : 0
    rows[base + INDEX['next-sentence']] = i + 1 < count && mass[i + 1]! > 0 ? 1 : 0
    rows[base + INDEX['previous-short']] = i > 0 && shape[i - 1] === SHAPE.fragment ? 1 : 0
    rows[base + INDEX['next-short']] = i + 1 < count && shape[i + 1] === SHAPE.fragment ? 1 : 0
    const nearer = Math.min(previous[i]!, next[i]!)
    const farther = Math.max(previous[i]!, next[i]!)
    rows[base + INDEX['distance-near-side']] = Math.log2(1 + Math.min(nearer, 63)) / 6
    rows[base + INDEX['distance-far-side']] = Math.log2(1 + Math.min(farther, 63)) / 6
    rows[base + INDEX['run-of-short']] =
      mass[i]! > 0 ? 0 : Math.log2(Math.min(previous[i]! + next[i]!, 63)) / 6
    rows[base + INDEX['phrases-near']] = share(phraseSums, i, 4)
    rows[base + INDEX['phrases-near-side']] = lesserSide(phraseSums, i, 4)
    rows[base + INDEX['phrases-far-side']] = lesserSide(phraseSums, i, 15)
    rows[base + INDEX['previous-colon']] = i > 0 ? rows[base - WIDTH + INDEX['ends-colon']]! : 0
    rows[base + INDEX['previous-same-shape']] = i > 0 && isAlike(rows, i, i - 1) ? 1 : 0
    rows[base + INDEX['next-same-shape']] = i + 1 < count && isAlike(rows, i, i + 1) ? 1 : 0
  }
}

/** True when two segments are about as long and end alike, as items of a list do. */
function isAlike(rows: Float32Array, i: number, j: number): boolean {
  return (
    Math.abs(rows[i * WIDTH + INDEX.length]! - rows[j * WIDTH + INDEX.length]!) < 0.1 &&
    rows[i * WIDTH + INDEX['ends-sentence']] === rows[j * WIDTH + INDEX['ends-sentence']]
  )
}
