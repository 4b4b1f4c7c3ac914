import type { LanguageModel } from '../language/language-model.js'
import type { NewsUnigrams } from '../language/news-unigrams.js'
import { stem } from '../language/stem.js'
import type { ContextWeight } from './candidates.js'

/** Weights of the evidence beside channel and language model. */
export interface ContextSettings {
  /** Exponent on P(word in news) / P(word in the language model), and the most that ratio may count, in log10. */
  readonly newsWeight: number
  readonly newsLimit: number
  /** log10 bonus of a word that the page uses elsewhere: least, by each doubling of its count, and most. */
  readonly repeatBase: number
  readonly repeatStep: number
  readonly repeatLimit: number
}

/**
 * The log10 weight of a word on this page: how much more news uses it than the language model expects, and whether
 * the page itself uses it where no spinner could have put it. `certain` are the look-up forms of such words.
 */
export function createContextWeight(
  certain: Iterable<string>,
  news: NewsUnigrams,
  languageModel: LanguageModel,
  settings: ContextSettings,
): ContextWeight {
  const counts = new Map<string, number>()
  for (const word of certain) {
    const key = stem(word)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const known = new Map<string, number>()
  return (word) => {
    let weight = known.get(word)
    if (weight === undefined) {
      const ratio = news.logProb(word) - languageModel.logUnigram(languageModel.id(word))
      const limited = Math.max(-settings.newsLimit, Math.min(settings.newsLimit, ratio))
      weight = settings.newsWeight * limited + repeatBonus(counts.get(stem(word)) ?? 0, settings)
      known.set(word, weight)
    }
    return weight
  }
}

function repeatBonus(count: number, { repeatBase, repeatStep, repeatLimit }: ContextSettings): number {
  return count === 0 ? 0 : Math.min(repeatLimit, repeatBase + repeatStep * Math.log2(count))
}
