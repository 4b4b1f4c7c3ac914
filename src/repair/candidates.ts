import type { Token } from '../language/token.js'
import type { ChannelModel } from './channel-model.js'
import type { ContextWeight, WordBook } from './context-weight.js'
import type { Arc, Lattice } from './lattice.js'

/** What may have stood in place of one or more tokens; the identity candidate says that they stand as written. */
export interface Candidate extends Arc {
  /** Look-up form of the tokens read. */
  readonly seen: string
  /** Look-up form of what may have stood there. */
  readonly original: string
  readonly isIdentity: boolean
  /** Whether the tokens are such as the spinner replaces; only these count for or against its habits. */
  readonly isEligible: boolean
  /** Where the candidate comes from, for people: `walk`, `table`, `digits`, or the id of a rule. */
  readonly ruleId: string
  /** log10 P(seen | original) before the rest of the document is known. */
  readonly logPrior: number
  /** log10 weight of what neither channel nor language model sees: how frequent the word is in news and on the page. */
  readonly logContext: number
  /** log10 weight of what the rest of the page says: topic and phrases; known once it has been decoded. */
  logPage: number
  /** Least lead over the tokens as they stand, in log10, for the change to be made. */
  readonly minMargin: number
}

/** A rule's proposal: the tokens `from` to `to` of a sentence may have been `text`. */
export interface Proposal {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly ruleId: string
  /** log10 weight, at most 0. */
  readonly logWeight: number
  /** Least lead over the tokens as they stand, in log10, for the change to be made. */
  readonly minMargin: number
}

/** The log10 weight of a word right after, or right before, a name that the language model does not know. */
export type NameWeight = (word: string, isAfter: boolean) => number

/**
 * Finds the candidates of one document's sentences; what is known of a word is looked up once. `density` is the share,
 * above 0 to 1, of what the spinner could replace that it did replace: a page may be spun thinly.
 */
export type CandidateFinder = (
  tokens: readonly Token[],
  proposals: readonly Proposal[],
  density: number,
) => Lattice<Candidate>

/** What stays the same wherever a word stands in the document. */
type Reading = Omit<Candidate, 'from' | 'to'>

/** A finder for `text`, in which the tokens' spans count; `unknown` is the language model's number for other words. */
export function createCandidateFinder(
  text: string,
  channel: ChannelModel,
  unknown: number,
  book: WordBook,
  contextWeight: ContextWeight,
  nameWeight: NameWeight,
): CandidateFinder {
  const reading = (
    seen: string,
    original: string,
    ruleId: string,
    logPrior: number,
    minMargin = 0,
  ): Reading => {
    const words = original.includes(' ') ? original.split(' ').map(book) : [book(original)]
    const logContext = words.reduce((sum, word) => sum + contextWeight(word), 0)
    return {
      words: words.map(({ id }) => id),
      seen,
      original,
      isIdentity: false,
      isEligible: true,
      ruleId,
      logPrior,
      logContext,
      logPage: 0,
      minMargin,
      logWeight: logPrior + logContext,
    }
  }
  const rewritings = new Map<string, readonly Reading[]>()
  const rewritten = (seen: string): readonly Reading[] => {
    let known = rewritings.get(seen)
    if (!known) {
      known = withoutHopeless(
        channel
          .originals(seen)
          .map(({ word, logRewrite, source }) => reading(seen, word, source, logRewrite)),
        book,
      )
      rewritings.set(seen, known)
    }
    return known
  }
  const identities = new Map<string, Reading>()
  const standing = (key: string): Reading => {
    let known = identities.get(key)
    if (!known) {
      known = { ...reading(key, key, 'identity', 0), isIdentity: true, isEligible: false }
      identities.set(key, known)
    }
    return known
  }
  const isUnknownName = (token: Token | undefined): boolean =>
    token?.capitalised === true && book(token.key).id === unknown
  const weightBesideNames = (tokens: readonly Token[], at: number): ((word: string) => number) => {
    const isAfter = isUnknownName(tokens[at - 1])
    const isBefore = isUnknownName(tokens[at + 1])
    if (!isAfter && !isBefore) return () => 0
    return (word) => (isAfter ? nameWeight(word, true) : 0) + (isBefore ? nameWeight(word, false) : 0)
  }
  return (tokens, proposals, density) => {
    const logDensity = Math.log10(density)
    const arcs: Candidate[] = []
    const starting = groupByStart(proposals, tokens.length)
    for (const [at, token] of tokens.entries()) {
      const place = { from: at, to: at + 1 }
      if (token.kind !== 'word' && token.kind !== 'number') {
        arcs.push({ ...standing(token.key), ...place, ...UNSEEN })
      } else if (isReplaceable(text, tokens, at, channel)) {
        const logPrior = thinned(identityPrior(tokens, at, channel), density)
        const weightBeside = weightBesideNames(tokens, at)
        const add = (reading: Reading, logPrior: number): void => {
          const logContext = reading.logContext + weightBeside(reading.original)
          arcs.push(
            placed(reading, at, logPrior, logContext, firstWeight(token, reading, logPrior) + logContext),
          )
        }
        add({ ...standing(token.key), isEligible: true }, logPrior)
        for (const rewriting of rewritten(token.key)) add(rewriting, rewriting.logPrior + logDensity)
      } else arcs.push({ ...standing(token.key), ...place })
      for (const { from, to, text: original, ruleId, logWeight, minMargin } of starting[at]!) {
        const seen = tokens
          .slice(from, to)
          .map(({ key }) => key)
          .join(' ')
        arcs.push({ ...reading(seen, original, ruleId, logWeight, minMargin), from, to })
      }
    }
    return { length: tokens.length, arcs }
  }
}

/**
 * A word this much less likely than the best, in log10, by channel and frequency together, is not the one whatever
 * stands beside it: with 2.2 repair is a sixth faster and no share of the score moves by more than .005; with 1.6 it
 * loses words.
 */
const HOPELESS = 2.2

function withoutHopeless(readings: readonly Reading[], book: WordBook): readonly Reading[] {
  const weights = readings.map(
    ({ original, logWeight }) => logWeight + FREQUENCY_WEIGHT * book(original).logUnigram,
  )
  const least = Math.max(...weights) - HOPELESS
  return readings.filter((_, index) => weights[index]! >= least)
}

/** The share that the language model's frequencies have in what it says of a word in its place. */
const FREQUENCY_WEIGHT = 0.7

/** The reading of the token at `at`. Written out, since copying by spread takes half of the time of finding candidates. */
function placed(
  reading: Reading,
  at: number,
  logPrior: number,
  logContext: number,
  logWeight: number,
): Candidate {
  return {
    from: at,
    to: at + 1,
    words: reading.words,
    seen: reading.seen,
    original: reading.original,
    isIdentity: reading.isIdentity,
    isEligible: reading.isEligible,
    ruleId: reading.ruleId,
    logPrior,
    logContext,
    logPage: reading.logPage,
    minMargin: reading.minMargin,
    logWeight,
  }
}

/**
 * The log10 weight of a reading before the gate has judged the text: its prior, but for digits and ordinals, of which
 * clean tables and lists are full. They must not open the gate, and are read by their prior once words have.
 */
function firstWeight(token: Token, { isIdentity }: Reading, logPrior: number): number {
  if (token.kind !== 'number' && !ORDINAL.test(token.key)) return logPrior
  return isIdentity ? 0 : UNJUDGED_DIGIT
}

/** A digit as a number word counts for little, but stays among the candidates. */
const UNJUDGED_DIGIT = -2

/** log10 P(a word stays) where only `density` of the replacements are made. */
function thinned(logIdentity: number, density: number): number {
  return density === 1 ? logIdentity : Math.log10(1 - density * (1 - 10 ** logIdentity))
}

/** Marks are transparent to the language model: its words were counted without them. */
const UNSEEN = { words: [], logContext: 0, logWeight: 0 } as const

function isReplaceable(text: string, tokens: readonly Token[], at: number, channel: ChannelModel): boolean {
  const token = tokens[at]!
  if (token.kind === 'number' ? !isDigitWord(token.key) : isOrdinal(token.key) || isMeasure(tokens, at))
    return false
  return channel.isEligible(
    token.text,
    text.slice(token.start - 1, token.start),
    text.slice(token.end, token.end + 1),
  )
}

/** News writes `20th century` itself; the first few ordinals it spells out. */
function isOrdinal(key: string): boolean {
  return ORDINAL.test(key) && key !== '2nd' && key !== '3rd'
}

const ORDINAL = /^\d+(?:st|nd|rd|th)$/

/** True for what stands between figures (`5 x 3`) or behind one and has no vowel: a unit (`10 ft`, `4 lb`). */
function isMeasure(tokens: readonly Token[], at: number): boolean {
  const { key } = tokens[at]!
  return tokens[at - 1]?.kind === 'number' && !/[aeiouy]/.test(key)
}

/** The numbers that news spells out; from 10 on its style guides ask for digits. */
function isDigitWord(key: string): boolean {
  return /^[1-9]$/.test(key)
}

/** log10 P(the token stands as written). A lone small digit is rare in news, but for dates, lists, scores and prices. */
function identityPrior(tokens: readonly Token[], at: number, channel: ChannelModel): number {
  const token = tokens[at]!
  const digits = channel.profile.digits
  if (token.kind !== 'number' || !digits) return channel.logIdentity(token.key)
  return isNumeral(tokens, at) ? 0 : digits.log_original
}

/** True when a digit belongs where it stands: a day, an item of a list, a share, a measure. */
function isNumeral(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  return (
    (before !== undefined && NUMERAL_BEFORE.has(before.key)) ||
    (after !== undefined && NUMERAL_AFTER.has(after.key))
  )
}

const NUMERAL_BEFORE = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec no number list article chapter section page part phase level grade group route highway channel day week version game round category type class q # $ £ € of'.split(
    ' ',
  ),
)

const NUMERAL_AFTER = new Set(
  '% percent per pm am p.m. a.m. january february march april may june july august september october november december km kg cm mm mph c f st nd rd th million billion trillion'.split(
    ' ',
  ),
)

function groupByStart(proposals: readonly Proposal[], length: number): Proposal[][] {
  const groups: Proposal[][] = Array.from({ length }, () => [])
  for (const proposal of proposals) groups[proposal.from]?.push(proposal)
  return groups
}
