import { countWords } from '../corpus/count-words.js'
import type { CorpusText } from '../corpus/read-wcxb.js'
import type { TrigramModel } from './trigram-model.js'

/** Exponent on P(word in the texts) / P(word in the model). docs/language-model.md has its neighbours. */
const EXPONENT = 0.5
/** The most that a ratio may be, in log10: the counts of rare words are not to be trusted. */
const MAX_LOG_RATIO = 1
/** How much the model's own unigrams count beside those of the texts. */
const MODEL_SHARE = 0.3
/** One sentence end to about fifteen tokens of the texts. */
const SENTENCE_END_SHARE = 1 / 15

/** log10 of what each word's probability is to be multiplied by, so that the model uses words more as `texts` do. */
export function newsFactors(
  model: TrigramModel,
  texts: readonly CorpusText[],
  exponent = EXPONENT,
): Float64Array {
  const { counts, total } = countWords(texts)
  return Float64Array.from(model.words, (word, i) => {
    if (word === '<s>') return 0
    const own = 10 ** model.unigramLogProbs[i]!
    const share = word === '</s>' ? SENTENCE_END_SHARE : (counts.get(word) ?? 0) / total
    const ratio = Math.log10(((1 - MODEL_SHARE) * share + MODEL_SHARE * own) / own)
    return exponent * Math.max(-MAX_LOG_RATIO, Math.min(MAX_LOG_RATIO, ratio))
  })
}
