import type { LanguageModel } from '../language/language-model.js'
import type { NewsUnigrams } from '../language/news-unigrams.js'
import { stem } from '../language/stem.js'
import type { WordVectors } from '../language/word-vectors.js'
import type { Story } from './stories.js'

/** Weights of the evidence beside channel and language model. */
export interface ContextSettings {
  /** Exponent on P(word in news) / P(word in the language model), and the most that ratio may count, in log10. */
  readonly newsWeight: number
  readonly newsLimit: number
  /** Exponent on P(word beside a name) / P(word), where the language model does not know the name. */
  readonly nameWeight: number
  /** log10 bonus of a word that the page uses elsewhere: least, by each doubling of its count, and most. */
  readonly repeatBase: number
  readonly repeatStep: number
  readonly repeatLimit: number
  /** Share of the words, 0 to 1, that are taken to come from what other articles on the story say; 0 for none. */
  readonly storyShare: number
  /** Exponent on how much likelier that makes a word than news does, and the most it may count, in log10. */
  readonly storyWeight: number
  readonly storyLimit: number
}

/** What holds for a word on every page. */
export interface WordFacts {
  /** Its number in the language model. */
  readonly id: number
  /** log10 of its share in the texts behind the language model. */
  readonly logUnigram: number
  readonly stem: string
  /** log10 of its share in news. */
  readonly logNews: number
  /** log10 of how much more news uses it than the language model expects. */
  readonly newsLead: number
}

/** Looks a word up. Answers are kept, for all documents. */
export type WordBook = (word: string) => WordFacts

/** A book of words as these models see them. */
export function createWordBook(
  news: NewsUnigrams,
  vectors: WordVectors,
  languageModel: LanguageModel,
): WordBook {
  const known = new Map<string, WordFacts>()
  return (word) => {
    let facts = known.get(word)
    if (!facts) {
      const id = languageModel.id(word)
      const logUnigram = languageModel.logUnigram(id)
      const newsLead = logShare(word, news, vectors) - logUnigram
      facts = { id, logUnigram, stem: stem(word), logNews: news.logProb(word), newsLead }
      known.set(word, facts)
    }
    return facts
  }
}

/** log10 weight, beside channel and language model, of a word in place of some token. */
export type ContextWeight = (word: WordFacts) => number

/**
 * The log10 weight of a word on this page: how much more news uses it than the language model expects, and whether
 * the page itself uses it where no spinner could have put it, or other articles on its `story` do. `certain` are the
 * look-up forms of such words.
 */
export function createContextWeight(
  certain: Iterable<string>,
  book: WordBook,
  story: Story | null,
  settings: ContextSettings,
): ContextWeight {
  const counts = new Map<string, number>()
  for (const word of certain) {
    const { stem } = book(word)
    counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  return ({ stem, logNews, newsLead }) => {
    const limited = Math.max(-settings.newsLimit, Math.min(settings.newsLimit, newsLead))
    return (
      settings.newsWeight * limited +
      repeatBonus(counts.get(stem) ?? 0, settings) +
      (story ? storyBonus(story.share(stem), logNews, settings) : 0)
    )
  }
}

/**
 * log10 share of a word in news: the mean of what was counted and of what the word's place in the vectors' list says,
 * which was counted on far more news, but lists words by frequency without telling it.
 */
function logShare(word: string, news: NewsUnigrams, vectors: WordVectors): number {
  const rank = vectors.find(word)
  const counted = news.logProb(word)
  return rank < 0 ? counted : (counted + news.logProbAt(rank)) / 2
}

function repeatBonus(count: number, { repeatBase, repeatStep, repeatLimit }: ContextSettings): number {
  return count === 0 ? 0 : Math.min(repeatLimit, repeatBase + repeatStep * Math.log2(count))
}

/** How much likelier a word is where the story gives some of the words, and news the others. */
function storyBonus(
  share: number,
  logNews: number,
  { storyShare, storyWeight, storyLimit }: ContextSettings,
): number {
  return Math.min(storyLimit, storyWeight * Math.log10(1 - storyShare + storyShare * share * 10 ** -logNews))
}
