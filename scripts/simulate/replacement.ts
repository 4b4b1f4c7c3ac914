import type { Thesaurus } from '../../src/language/thesaurus.js'
import type { NewsRanks } from '../../src/repair/channel-model.js'
import type { SpinnerPair, SpinnerProfile } from '../../src/rules/spinner-profile.js'
import { createListedSynonyms, massByRank } from './listed-synonyms.js'
import { pickByMass, uniform } from './uniform.js'

/**
 * What the spinner writes for the word `original` (lower-case base form), or null where it leaves it. `scope` tells
 * choices apart that differ from page to page or place to place; the same arguments always give the same answer.
 */
export type Replacement = (original: string, scope: string) => string | null

/** Synonyms among which the later steps of a walk by hops choose. */
const LATER_RANKS = 6
const NUMERALS: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
}

/**
 * A spinner's choices by `profile`, each drawn by a hash of `seed` and the word: whether it has the word at all
 * (coverage), its table, its numerals, and its walk through the thesaurus.
 */
export function createReplacement(
  profile: SpinnerProfile,
  thesaurus: Thesaurus,
  news: NewsRanks,
  seed: string,
): Replacement {
  const { walk, table_confidence: confidence } = profile
  const synonyms = createListedSynonyms(profile, thesaurus)
  const covers = createCoverage(profile, news)
  const pairs = groupByOriginal(profile.table)
  const numberWords = new Set(profile.digits?.words)

  const draw = (purpose: string, word: string, scope: string) => uniform(seed, scope, purpose, word)

  const take = (word: string, ranks: readonly number[], limit: number, at: number): string | null => {
    const listed = synonyms(word)
    const rank = pickByMass(massByRank(ranks, Math.min(listed.length, limit)), at)
    return rank < 0 ? null : listed[rank]!
  }

  /** One replacement, where nothing replaces it again. */
  const step = (word: string, scope: string, ranks: readonly number[]): string | null =>
    draw('cover', word, scope) < covers(word) ? take(word, ranks, 40, draw('rank', word, scope)) : null

  const byHops = (word: string, scope: string): string | null => {
    const hops = pickByMass(walk.hops, draw('hops', word, scope)) + 1
    let current = step(word, scope, walk.ranks)
    for (let hop = 1; hop < hops && current !== null; hop++) {
      // A list that leads nowhere ends the walk where it stands.
      current = take(current, walk.ranks, LATER_RANKS, draw(`hop ${hop}`, word, scope)) ?? current
    }
    return current
  }

  const walked = (word: string, scope: string): string | null => {
    const cascade = walk.cascade
    if (!cascade || draw('walk', word, scope) >= cascade.weight) return byHops(word, scope)
    const next = step(word, scope, cascade.ranks)
    // Words are replaced in falling order: what comes later has its own turn still before it.
    return next !== null && next < word ? (replace(next, scope) ?? next) : next
  }

  const replace = (word: string, scope: string): string | null => {
    if (numberWords.has(word)) return NUMERALS[word] ?? null
    const known = pairs.get(word)
    if (!known) return walked(word, scope)
    const masses = known.map(
      ({ evidence, share = 1 }) => share * Math.max(...evidence.map((e) => confidence[e])),
    )
    const chosen = pickByMass([...masses, confidence.walk, confidence.identity], draw('table', word, scope))
    // Pairs give the end of the whole chain.
    if (chosen < known.length) return known[chosen]!.to
    return chosen === known.length ? walked(word, scope) : null
  }

  const cache = new Map<string, string | null>()
  return (original, scope) => {
    const key = `${scope}\t${original}`
    let known = cache.get(key)
    if (known === undefined) {
      const written = replace(original, scope)
      known = written === original ? null : written
      cache.set(key, known)
    }
    return known
  }
}

/** P(the spinner has the word), from the profile: none of the skip list, nearly all of the vocabulary, else by rank. */
function createCoverage(
  { coverage, skip, vocabulary, table }: SpinnerProfile,
  news: NewsRanks,
): (word: string) => number {
  const skipped = new Set(skip)
  const listed = new Set([...vocabulary, ...table.map(({ from }) => from)])
  return (word) => {
    if (skipped.has(word)) return 0
    if (listed.has(word)) return coverage.listed
    const rank = news.rank(word)
    if (rank === Number.POSITIVE_INFINITY) return 0
    const base = coverage.ceiling / (1 + Math.exp(coverage.slope * Math.log((rank + 1) / coverage.half_rank)))
    return base * formFactor(word, coverage)
  }
}

function formFactor(word: string, { past, plural, ing, hyphenated }: SpinnerProfile['coverage']): number {
  if (word.includes('-')) return hyphenated
  if (/.{2}ed$/.test(word) && !word.endsWith('eed')) return past
  if (/.{2}ing$/.test(word)) return ing
  if (/.{3}s$/.test(word) && !/(?:ss|us|is)$/.test(word)) return plural
  return 1
}

function groupByOriginal(table: readonly SpinnerPair[]): Map<string, SpinnerPair[]> {
  const groups = new Map<string, SpinnerPair[]>()
  for (const pair of table) {
    const group = groups.get(pair.from)
    if (group) group.push(pair)
    else groups.set(pair.from, [pair])
  }
  return groups
}
