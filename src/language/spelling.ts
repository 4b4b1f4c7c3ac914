import nspell from 'nspell'
import { editDistance } from './edit-distance.js'
import type { NewsUnigrams } from './news-unigrams.js'
import type { Variety, WordSet } from './word-set.js'

/** A Hunspell dictionary: the text of its affix file and of its word list. */
export interface Dictionary {
  readonly aff: string
  readonly dic: string
}

/** Which words are English, and what may stand in place of one that is not. */
export interface Spelling {
  /** See `WordSet.has`. */
  isWord(word: string): boolean
  /**
   * Lower-case words in one letter's distance of `word`, the most frequent first. Found in the word set, without a
   * dictionary: some microseconds for each letter.
   */
  nearWords: Suggester
  /** A source of suggestions for one document, nearer and farther ones; loads a dictionary. */
  suggester(variety: Variety, budget?: number): Suggester
}

/**
 * Suggestions for a lower-case word that is none, nearest first, then most frequent; empty for words that are right,
 * hold a capital, a digit or more than 20 letters, and once the document's budget is spent.
 */
export type Suggester = (word: string) => readonly string[]

/**
 * How many different words of a document may be looked up. A look-up takes 2 to 230 ms, so this bounds a document of
 * nothing but nonsense to a few seconds. It counts look-ups, cached or not: what a document gets may depend on neither
 * the clock nor the documents before it.
 */
export const SUGGESTIONS_PER_DOCUMENT = 40

/** Longer words are run together or are no words. */
const MAX_LETTERS = 20

/**
 * @param loadDictionary called at the first suggestion in a variety: a dictionary takes 0.3 s of CPU and 30 to 60 MB
 */
export function createSpelling(
  words: WordSet,
  news: NewsUnigrams,
  loadDictionary: (variety: Variety) => Dictionary,
): Spelling {
  const lookUps: Partial<Record<Variety, Suggester>> = {}
  const lookUp = (variety: Variety): Suggester => {
    lookUps[variety] ??= cached(rankedLookUp(nspell(loadDictionary(variety)), news))
    return lookUps[variety]
  }
  /** Words of which a suggestion may be asked: the search grows with the square of their length. */
  const mayBeMisspelt = (word: string): boolean =>
    word.length <= MAX_LETTERS && /^\p{Ll}+$/u.test(word) && !words.has(word)
  return {
    isWord: words.has,
    nearWords: (word) => {
      if (!mayBeMisspelt(word)) return []
      const found = new Set(variantsOf(word).filter((variant) => words.has(variant)))
      return ranked([...found].map((text) => ({ text, distance: 1, logProb: news.logProb(text) })))
    },
    suggester: (variety, budget = SUGGESTIONS_PER_DOCUMENT) => {
      const asked = new Set<string>()
      return (word) => {
        if (!mayBeMisspelt(word)) return []
        if (!asked.has(word)) {
          if (asked.size >= budget) return []
          asked.add(word)
        }
        return lookUp(variety)(word)
      }
    },
  }
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** What one letter more, less, exchanged or replaced makes of `word`. */
function variantsOf(word: string): string[] {
  const variants: string[] = []
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    for (const letter of LETTERS) variants.push(before + letter + word.slice(at))
    if (at === word.length) continue
    const after = word.slice(at + 1)
    variants.push(before + after)
    for (const letter of LETTERS) variants.push(before + letter + after)
    if (after !== '') variants.push(before + after[0] + word[at] + after.slice(1))
  }
  return variants
}

interface Suggestion {
  readonly text: string
  readonly distance: number
  readonly logProb: number
}

function ranked(suggestions: readonly Suggestion[]): string[] {
  return [...suggestions]
    .sort((a, b) => a.distance - b.distance || b.logProb - a.logProb || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text)
}

/** nspell orders equals by the host's locale, and frequent words no better than rare ones; so its order is replaced. */
function rankedLookUp(speller: ReturnType<typeof nspell>, news: NewsUnigrams): Suggester {
  return (word) =>
    ranked(
      speller
        .suggest(word)
        .map((text) => ({ text, distance: editDistance(word, text), logProb: news.logProb(text) })),
    )
}

function cached(lookUp: Suggester): Suggester {
  const known = new Map<string, readonly string[]>()
  return (word) => {
    let suggestions = known.get(word)
    if (suggestions === undefined) {
      suggestions = lookUp(word)
      known.set(word, suggestions)
    }
    return suggestions
  }
}
