import nspell from 'nspell'
import { editDistance } from './edit-distance.js'
import type { LanguageModel } from './language-model.js'
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
  /** A source of suggestions for one document. */
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

/** Longer words are run together or are no words; the search grows with the square of the length. */
const MAX_LETTERS = 20

/**
 * @param loadDictionary called at the first suggestion in a variety: a dictionary takes 0.3 s of CPU and 30 to 60 MB
 */
export function createSpelling(
  words: WordSet,
  languageModel: LanguageModel,
  loadDictionary: (variety: Variety) => Dictionary,
): Spelling {
  const lookUps: Partial<Record<Variety, Suggester>> = {}
  const lookUp = (variety: Variety): Suggester => {
    lookUps[variety] ??= cached(rankedLookUp(nspell(loadDictionary(variety)), languageModel))
    return lookUps[variety]
  }
  return {
    isWord: words.has,
    suggester: (variety, budget = SUGGESTIONS_PER_DOCUMENT) => {
      const asked = new Set<string>()
      return (word) => {
        if (word.length > MAX_LETTERS || !/^\p{Ll}+$/u.test(word) || words.has(word)) return []
        if (!asked.has(word)) {
          if (asked.size >= budget) return []
          asked.add(word)
        }
        return lookUp(variety)(word)
      }
    },
  }
}

/** nspell orders equals by the host's locale, and frequent words no better than rare ones; so its order is replaced. */
function rankedLookUp(speller: ReturnType<typeof nspell>, languageModel: LanguageModel): Suggester {
  return (word) =>
    speller
      .suggest(word)
      .map((text) => ({
        text,
        distance: editDistance(word, text),
        logUnigram: languageModel.logUnigram(languageModel.id(text)),
      }))
      .sort((a, b) => a.distance - b.distance || b.logUnigram - a.logUnigram || (a.text < b.text ? -1 : 1))
      .map(({ text }) => text)
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
