import type { LanguageModel } from './language-model.js'
import { createLookUp } from './look-up.js'
import { openPackedFile } from './packed-file.js'
import { openPackedTrigram } from './packed-trigram.js'
import { openStringTable } from './string-table.js'

export const LANGUAGE_MODEL_KIND = 'language-model'
export const LANGUAGE_MODEL_VERSION = 2

/** Ids that every model file begins with. */
export const UNKNOWN = 0
export const SENTENCE_START = 1
export const SENTENCE_END = 2

/**
 * The back-off trigram model in `buffer`, the bytes of `models/language-model.bin`.
 * @throws Error when the bytes are not such a file.
 */
export function openNgramModel(buffer: ArrayBuffer | SharedArrayBuffer): LanguageModel {
  const file = openPackedFile(buffer, LANGUAGE_MODEL_KIND, LANGUAGE_MODEL_VERSION)
  const words = openStringTable(file, 'word')
  const size = file.number('words')
  // Strings from `size` on are other spellings; each stands for the word of the model at its place here.
  const aliases = file.u32('aliases')
  const { logUnigram, history, logProbFrom } = openPackedTrigram(file)

  const lookUp = createLookUp((text, start, end) => {
    const found = words.find(text, start, end)
    return found < size ? found : aliases[found - size]!
  })

  return {
    unknown: UNKNOWN,
    sentenceStart: SENTENCE_START,
    sentenceEnd: SENTENCE_END,
    size,
    id: (word) => {
      const id = lookUp(word)
      return id < 0 ? UNKNOWN : id
    },
    word: (id) => words.get(id),
    logUnigram,
    history,
    logProbFrom,
    logProb: (left2, left1, word) => logProbFrom(history(left2, left1), left1, word),
  }
}
