import { openPackedFile } from './packed-file.js'
import { openStringTable } from './string-table.js'

export const NEWS_UNIGRAMS_KIND = 'news-unigrams'
export const NEWS_UNIGRAMS_VERSION = 1

/** How often news uses a word. Case does not count; a British spelling is its American one where that alone is known. */
export interface NewsUnigrams {
  /** log10 of the word's share in the words of news; for words never met, a little below the rarest. */
  logProb(word: string): number
  /** How many words are more frequent; Infinity for words never met. */
  rank(word: string): number
  /** log10 share of the word with this rank, from 0; of the rarest word for ranks beyond it. */
  logProbAt(rank: number): number
  /** How many words are known. */
  readonly size: number
}

/** The unigrams in `buffer`, the bytes of `models/news-unigrams.bin`. @throws Error when the bytes are not such a file. */
export function openNewsUnigrams(buffer: ArrayBuffer | SharedArrayBuffer): NewsUnigrams {
  const file = openPackedFile(buffer, NEWS_UNIGRAMS_KIND, NEWS_UNIGRAMS_VERSION)
  // Words are numbered by rank; strings behind them are other spellings, each with the rank of its word.
  const words = openStringTable(file, 'word')
  const size = file.number('words')
  const aliases = file.u32('aliases')
  const logProbs = file.f32('logProbs')
  const unseen = file.number('unseenLogProb')
  const find = (word: string): number => {
    const found = words.find(word, 0, word.length)
    return found < size ? found : aliases[found - size]!
  }
  return {
    size,
    logProb: (word) => {
      const rank = find(word)
      return rank < 0 ? unseen : logProbs[rank]!
    },
    logProbAt: (rank) => logProbs[Math.min(rank, size - 1)]!,
    rank: (word) => {
      const rank = find(word)
      return rank < 0 ? Number.POSITIVE_INFINITY : rank
    },
  }
}
