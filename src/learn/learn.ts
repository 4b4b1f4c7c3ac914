import type { Thesaurus } from '../language/thesaurus.js'
import { createPlainChannel } from '../repair/channel-model.js'
import { createFamily } from '../repair/family.js'
import type { Family, RepairResources } from '../repair/reading.js'
import type { RepairSettings } from '../repair/settings.js'
import type { SpinnerPair, ThesaurusName } from '../rules/spinner-profile.js'
import { countPairs } from './base-pairs.js'
import { findDigitHabit } from './digits.js'
import { DEFAULT_DISCOVERY, discoverPairs } from './discover.js'
import { countUses, estimateCoverage, sortWords } from './estimate-coverage.js'
import { estimateWalk } from './estimate-walk.js'
import { FLAT_HABITS, type Habits, toWorkingProfile, withoutWords } from './flat-profile.js'
import { learnTable } from './learn-table.js'
import { type Observation, type PilePage, type PileReading, readPile } from './observe.js'
import { observeParallel } from './parallel.js'
import { chooseStructure } from './structure.js'

/** What learning draws on. */
export interface LearnResources {
  readonly repair: RepairResources
  readonly thesauri: Readonly<Record<ThesaurusName, () => Thesaurus>>
}

/** A page to learn from. */
export interface LearnPage extends PilePage {
  /** The paragraphs of its original; null where there is none. */
  readonly original: readonly string[] | null
}

/** What was learned of a spinner. */
export interface Learned {
  readonly habits: Habits
  /** log10 evidence that a spinner of these habits wrote the pages. */
  readonly logEvidence: number
  readonly observations: readonly Observation[]
}

/**
 * Rounds of decoding and estimating. On 30 articles of three unlike spinners the share restored of other articles still
 * rises up to the sixth.
 */
const ROUNDS = 6
/** In these rounds the structure is chosen anew, by habits that fit better than before. */
const STRUCTURE_ROUNDS = 2
/** Pages by which structures are compared. */
const STRUCTURE_PAGES = 8

/**
 * The habits of the spinner whose output `pages` are, found by decoding them with what is believed of it, estimating
 * its habits from what was restored, and decoding again. Pages whose originals are at hand are read by those instead.
 * The same pages give the same habits; order counts only for which of them decide the structure.
 * @see Dempster, Laird and Rubin 1977; hard decisions are avoided, but readings below three tenths are dropped
 */
export function learn(
  pages: readonly LearnPage[],
  resources: LearnResources,
  settings: RepairSettings,
  onRound: (round: number, rounds: number) => void = () => {},
): Learned {
  const parallel = pages.flatMap((page) => (page.original ? observeParallel(page, page.original) : []))
  const alone = pages.filter(({ original }) => original === null)
  const observe = (habits: Habits, some: readonly PilePage[], glance: boolean) => {
    const family = familyOf(habits, resources)
    const reading = readPile(some, family, resources.repair, settings, glance)
    return { reading, observations: [...eligible(parallel, family), ...reading.observations] }
  }
  const settle = (habits: Habits) => {
    const sample = pages.slice(0, STRUCTURE_PAGES)
    const bare = withoutWords(habits)
    const first = observe(bare, alone.slice(0, STRUCTURE_PAGES), true)
    const fitted = withoutWords(estimate(bare, first.observations, resources))
    const { logEvidence } = readPile(sample, familyOf(fitted, resources), resources.repair, settings, true)
    return { habits: fitted, logEvidence }
  }
  let habits: Habits = { ...FLAT_HABITS, ...findDigitHabit(pages) }
  for (let round = 0; round < ROUNDS; round++) {
    if (round < STRUCTURE_ROUNDS) habits = chooseStructure(habits, settle)
    const { reading, observations } = observe(habits, alone, false)
    habits = estimate(habits, observations, resources)
    // First what the thesaurus explains, and last only what has stood the test of a decoding.
    if (round > 0 && round < ROUNDS - 1) habits = withDiscovered(habits, alone, reading, resources)
    // Nothing that decoding could change is left to be read again.
    if (alone.length === 0 && round >= STRUCTURE_ROUNDS) break
    onRound(round + 1, ROUNDS)
  }
  const { observations } = observe(habits, alone, false)
  const family = familyOf(habits, resources)
  const { logEvidence } = readPile(pages, family, resources.repair, settings, true)
  return { habits, logEvidence, observations }
}

/** The family that has `habits`. */
export function familyOf(habits: Habits, { thesauri, repair }: LearnResources): Family {
  const thesaurus = thesauri[habits.walk.thesaurus]
  const plain = createPlainChannel(toWorkingProfile(habits), thesaurus(), repair.news)
  return createFamily(plain, [], thesaurus, repair.news)
}

/** The observations of words that the family's spinner looks at. */
function eligible(observations: readonly Observation[], { channel }: Family): Observation[] {
  return observations.filter(({ sentence: { tokens }, at }) => {
    const { text, spaceBefore, spaceAfter } = tokens[at]!
    return channel.isEligible(text, spaceBefore ? ' ' : '.', spaceAfter ? ' ' : '.')
  })
}

/** `habits` with all that the observations say. */
function estimate(
  habits: Habits,
  observations: readonly Observation[],
  { thesauri, repair }: LearnResources,
): Habits {
  const thesaurus = thesauri[habits.walk.thesaurus]()
  const pairs = countPairs(observations, habits.inflection, thesaurus)
  const uses = countUses(pairs)
  const { table, stayed } = learnTable(pairs)
  const { skip, vocabulary } = sortWords(uses)
  return {
    ...habits,
    walk: estimateWalk(habits.walk, pairs, thesaurus),
    coverage: estimateCoverage(habits.coverage, uses, repair.news),
    table_confidence: { ...habits.table_confidence, identity: Math.min(0.5, Math.max(0.02, stayed)) },
    skip,
    vocabulary,
    table,
  }
}

function withDiscovered(
  habits: Habits,
  pages: readonly PilePage[],
  reading: PileReading,
  { repair }: LearnResources,
): Habits {
  const outputs = new Set(habits.table.map(({ to }) => to))
  const found = discoverPairs(
    pages,
    reading,
    (seen) => outputs.has(seen),
    repair.languageModel,
    repair.news,
    DEFAULT_DISCOVERY,
  )
  return { ...habits, table: withPairs(habits.table, found) }
}

/** A pair that was only discovered leaves room for others. */
const MOST_SHARE = 0.5

/** `table` with the pairs whose originals are not used up by others, each with the share that is left. */
function withPairs(table: readonly SpinnerPair[], found: readonly SpinnerPair[]): SpinnerPair[] {
  const shares = new Map<string, number>()
  for (const { from, share = 1 } of table) shares.set(from, (shares.get(from) ?? 0) + share)
  const added = found.flatMap((pair) => {
    const taken = shares.get(pair.from) ?? 0
    // Rounded down, so that the shares of one word never sum to more than 1.
    const share = Math.min(Math.floor(100 * (1 - taken)) / 100, MOST_SHARE)
    if (share <= 0) return []
    shares.set(pair.from, taken + share)
    return [{ ...pair, share }]
  })
  return [...table, ...added]
}
