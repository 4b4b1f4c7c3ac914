import type { LanguageModel } from '../../src/language/language-model.js'

/** A sentence as its look-up keys, and for each whether it counts. */
export interface ScoredSentence {
  readonly words: readonly string[]
  readonly counts: readonly boolean[]
}

/** 10 to the mean of −log10 P over the words that count, each after the two words before it. */
export function perplexity(model: LanguageModel, sentences: readonly ScoredSentence[]): number {
  let sum = 0
  let total = 0
  for (const { words, counts } of sentences) {
    let left2 = model.sentenceStart
    let left1 = model.sentenceStart
    for (const [at, word] of words.entries()) {
      const id = model.id(word)
      if (counts[at]) {
        sum -= model.logProb(left2, left1, id)
        total++
      }
      left2 = left1
      left1 = id
    }
  }
  return 10 ** (sum / total)
}
