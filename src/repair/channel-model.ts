import { once } from '../core/once.js'
import type { Rewritings } from '../language/rewrite-table.js'
import type { Thesaurus } from '../language/thesaurus.js'
import type { PairEvidence, SpinnerPair, SpinnerProfile, ThesaurusName } from '../rules/spinner-profile.js'
import { type ChannelModel, type NewsRanks, type Original, zipf } from './channel.js'
import { createCoverage } from './coverage.js'
import { inflectChannel } from './inflected-channel.js'
import { createListWalk } from './list-walk.js'
import { createSynonymWalk } from './synonym-walk.js'

export type { ChannelModel, NewsRanks, Original } from './channel.js'

/** Parts of the table to leave out, so that a score shows what the rest is worth. */
export interface ChannelOptions {
  /** Leave out pairs that have no evidence but this. */
  readonly withholdEvidence?: PairEvidence
  /** Leave out all pairs. */
  readonly tableClosed?: boolean
}

/** Originals kept of one word, by thesaurus: of all places spun from the lists, these hold 99 % and 97 %. */
const MAX_ORIGINALS: Readonly<Record<ThesaurusName, number>> = { mythes: 20, moby: 40 }

/** The channel of `profile` over the thesaurus that it names. W is found on demand, by a walk back from each seen word. */
export function createChannelModel(
  profile: SpinnerProfile,
  thesaurus: Thesaurus,
  news: NewsRanks,
  options: ChannelOptions = {},
): ChannelModel {
  const plain = createPlainChannel(profile, thesaurus, news, options)
  return withInflection(plain, news)
}

/** The plain channel of `profile` whose answers have been worked out before. */
export function readPlainChannel(profile: SpinnerProfile, rewritings: Rewritings): ChannelModel {
  return {
    ...rewritings,
    profile,
    logRewrite: (original, seen) =>
      rewritings.originals(seen).find(({ word }) => word === original)?.logRewrite ??
      Number.NEGATIVE_INFINITY,
    isEligible: (token, before, after) => isEligible(profile, token, before, after),
  }
}

/** The channel that the profile's handling of endings makes of `plain`. */
export function withInflection(plain: ChannelModel, news: NewsRanks): ChannelModel {
  return plain.profile.inflection === 'none' ? plain : inflectChannel(plain, news)
}

/** The channel for words as they stand in the thesaurus and the table, whatever the spinner does to endings. */
export function createPlainChannel(
  profile: SpinnerProfile,
  thesaurus: Thesaurus,
  news: NewsRanks,
  options: ChannelOptions = {},
): ChannelModel {
  const table = compileTable(profile, options)
  const listed = new Set([...profile.vocabulary, ...table.byOriginal.keys()])
  const coverage = createCoverage(profile, news, listed)
  const coverageByEntry = new Map<number, number>()
  const usageByEntry = new Map<number, number>()
  const covers = (entry: number): number => {
    let known = coverageByEntry.get(entry)
    if (known === undefined) {
      known = coverage(thesaurus.text(entry))
      coverageByEntry.set(entry, known)
    }
    return known
  }
  // Made for the first word that is asked about: a run may load profiles that none of its documents needs.
  const walk = once(() =>
    profile.walk.thesaurus === 'moby'
      ? createListWalk(thesaurus)
      : createSynonymWalk(profile.walk, thesaurus, covers),
  )
  const maxOriginals = MAX_ORIGINALS[profile.walk.thesaurus]
  const digitWords = new Set(profile.digits?.words)
  const walks = new Map<string, ReadonlyMap<number, number>>()
  const originals = new Map<string, readonly Original[]>()

  /** How likely an entry is to be written at all, up to a factor: Zipf's law over its rank in news. */
  const usage = (entry: number): number => {
    let known = usageByEntry.get(entry)
    if (known === undefined) {
      known = zipf(news.rank(thesaurus.text(entry)))
      usageByEntry.set(entry, known)
    }
    return known
  }

  const walksTo = (seen: string): ReadonlyMap<number, number> => {
    let known = walks.get(seen)
    if (!known) {
      const entry = thesaurus.find(seen)
      known = entry >= 0 && entry < thesaurus.wordCount ? walk().originals(entry) : new Map()
      walks.set(seen, known)
    }
    return known
  }

  /** P(replaced by something that no pair names), by thesaurus entry. */
  const walked = (entry: number, original: string): number => {
    const pairs = table.byOriginal.get(original)
    return pairs ? restOfWalk(pairs) : covers(entry)
  }

  /** What a word with pairs leaves for outputs that no pair names. */
  const restOfWalk = (pairs: readonly TablePair[]): number => {
    const named = pairs.reduce((sum, { probability }) => sum + probability, profile.table_confidence.identity)
    return Math.max(profile.table_confidence.walk, 1 - named)
  }

  const logRewrite = (original: string, seen: string): number => {
    const pair = table.byOriginal.get(original)?.find(({ to }) => to === seen)
    if (pair) return Math.log10(pair.probability)
    const entry = thesaurus.find(original)
    const w = entry < 0 ? 0 : (walksTo(seen).get(entry) ?? 0)
    return Math.log10(w === 0 ? 0 : w * walked(entry, original))
  }

  const findOriginals = (seen: string): Original[] => {
    const found: Original[] = []
    const add = (word: string, rewrite: number, source: 'table' | 'walk'): void => {
      const origin = digitWords.has(word) ? 'digits' : source
      found.push({ word, logRewrite: Math.log10(rewrite), source: origin })
    }
    const pairs = table.bySeen.get(seen) ?? []
    for (const { from, probability } of pairs) add(from, probability, 'table')
    // Only entries that may end among the best are turned into words: a common output has hundreds of originals.
    const walks = [...walksTo(seen)].map(([entry, w]) => ({
      entry,
      w,
      most: w * covers(entry) * usage(entry),
    }))
    walks.sort((a, b) => b.most - a.most || a.entry - b.entry)
    for (const { entry, w } of walks.slice(0, maxOriginals + pairs.length)) {
      const word = thesaurus.text(entry)
      if (pairs.some(({ from }) => from === word)) continue
      const rewrite = w * walked(entry, word)
      if (rewrite > 0) add(word, rewrite, 'walk')
    }
    return found
      .sort((a, b) => b.logRewrite - a.logRewrite || (a.word < b.word ? -1 : 1))
      .slice(0, maxOriginals)
  }

  return {
    profile,
    originals: (seen) => {
      let known = originals.get(seen)
      if (!known) {
        known = findOriginals(seen)
        originals.set(seen, known)
      }
      return known
    },
    logIdentity: (word) => {
      if (table.byOriginal.has(word)) return Math.log10(profile.table_confidence.identity)
      const entry = thesaurus.find(word)
      if (entry < 0 || entry >= thesaurus.wordCount) return 0
      return Math.log10(1 - covers(entry) * (1 - walk().returning(entry)))
    },
    logRewrite,
    isEligible: (token, before, after) => isEligible(profile, token, before, after),
  }
}

interface TablePair {
  readonly from: string
  readonly to: string
  readonly probability: number
}

interface Table {
  readonly byOriginal: ReadonlyMap<string, readonly TablePair[]>
  readonly bySeen: ReadonlyMap<string, readonly TablePair[]>
}

function compileTable(profile: SpinnerProfile, { withholdEvidence, tableClosed }: ChannelOptions): Table {
  const byOriginal = new Map<string, TablePair[]>()
  const bySeen = new Map<string, TablePair[]>()
  for (const pair of tableClosed ? [] : profile.table) {
    const evidence = pair.evidence.filter((kind) => kind !== withholdEvidence)
    if (evidence.length === 0) continue
    const { from, to } = pair
    const compiled = { from, to, probability: pairProbability(profile, pair, evidence) }
    append(byOriginal, from, compiled)
    append(bySeen, to, compiled)
  }
  return { byOriginal, bySeen }
}

function pairProbability(
  { table_confidence }: SpinnerProfile,
  { share = 1, confidence }: SpinnerPair,
  evidence: readonly PairEvidence[],
): number {
  return share * (confidence ?? Math.max(...evidence.map((kind) => table_confidence[kind])))
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** See `ChannelModel.isEligible`. */
function isEligible(
  { tokens, digits }: SpinnerProfile,
  token: string,
  before: string,
  after: string,
): boolean {
  if (tokens.casing === 'lower' ? token !== token.toLowerCase() : isAcronym(token)) return false
  if (digits === undefined && /^\d/.test(token)) return false
  return tokens.boundaries === 'any' || (/^\s?$/.test(before) && /^\s?$/.test(after))
}

/** No spinner was seen to put in, or to replace, words of capitals alone. */
function isAcronym(token: string): boolean {
  return token.length > 1 && token === token.toUpperCase() && token !== token.toLowerCase()
}
