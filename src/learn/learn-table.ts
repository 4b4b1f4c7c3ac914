import type { SpinnerPair } from '../rules/spinner-profile.js'
import type { BasePair } from './base-pairs.js'
import type { Observation } from './observe.js'

/** What a pair needs to be written down: summed probability of its places, and their mean. */
const LEAST_WEIGHT = 0.5
const LEAST_MEAN = 0.5

/** Pairs of a table, with how often their originals stayed as they were. */
export interface LearnedTable {
  readonly table: SpinnerPair[]
  /** Share of the places of the table's originals where they stand unreplaced, 0 to 1. */
  readonly stayed: number
}

const CONTEXT_WORDS = 4

/** The pairs met often and surely enough, with count, confidence and a context for review; ordered by word. */
export function learnTable(pairs: readonly BasePair[]): LearnedTable {
  const replaced = new Map<string, number>()
  const stayed = new Map<string, number>()
  for (const { from, to, weight } of pairs) {
    const totals = from === to ? stayed : replaced
    totals.set(from, (totals.get(from) ?? 0) + weight)
  }
  const table = pairs.flatMap(({ from, to, weight, places }): SpinnerPair[] => {
    if (from === to || !isWord(from) || !isWord(to)) return []
    if (weight < LEAST_WEIGHT || weight < LEAST_MEAN * places.length) return []
    // Rounded down, so that the shares of one word's outputs never sum to more than 1.
    const share = Math.floor((100 * weight) / replaced.get(from)!) / 100
    if (share === 0) return []
    const confidence = Math.round((100 * weight) / (places.length + 0.5)) / 100
    const context = contextOf(places[0]!)
    return [{ from, to, evidence: ['learned'], share, confidence, count: places.length, context }]
  })
  const listed = new Set(table.map(({ from }) => from))
  const sum = (totals: ReadonlyMap<string, number>) =>
    [...totals].reduce((sum, [word, weight]) => sum + (listed.has(word) ? weight : 0), 0)
  const ofReplaced = sum(replaced)
  const ofStayed = sum(stayed)
  return { table, stayed: ofStayed === 0 ? 0 : ofStayed / (ofStayed + ofReplaced) }
}

/** What the schema of profiles takes for a word of the table. */
function isWord(text: string): boolean {
  return /^[^\s\p{Lu}\d]+$/u.test(text)
}

/** The words around a place, the output in brackets. */
function contextOf({ sentence: { tokens }, at }: Observation): string {
  const words = (from: number, to: number) => tokens.slice(Math.max(0, from), to).map(({ text }) => text)
  return [
    ...words(at - CONTEXT_WORDS, at),
    `[${tokens[at]!.text}]`,
    ...words(at + 1, at + 1 + CONTEXT_WORDS),
  ].join(' ')
}
