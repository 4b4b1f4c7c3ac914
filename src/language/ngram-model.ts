import type { LanguageModel } from './language-model.js'
import { openPackedFile } from './packed-file.js'
import { openPackedTrigram } from './packed-trigram.js'
import { openStringTable, type StringTable } from './string-table.js'

export const LANGUAGE_MODEL_KIND = 'language-model'
export const LANGUAGE_MODEL_VERSION = 1

/** Ids that every model file begins with. */
export const UNKNOWN = 0
export const SENTENCE_START = 1
export const SENTENCE_END = 2

/**
 * The back-off trigram model in `buffer`, the bytes of `models/language-model.bin`.
 * @see Katz 1987: P(w | u v) is the trigram's where the model holds it, else backoff(u v) · P(w | v), and so on down.
 * @throws Error when the bytes are not such a file.
 */
export function openNgramModel(buffer: ArrayBuffer | SharedArrayBuffer): LanguageModel {
  const file = openPackedFile(buffer, LANGUAGE_MODEL_KIND, LANGUAGE_MODEL_VERSION)
  const words = openStringTable(file, 'word')
  const size = file.number('words')
  // Strings from `size` on are other spellings; each stands for the word of the model at its place here.
  const aliases = file.u32('aliases')
  const logUnigrams = Float64Array.from(file.f32('unigramLogProbs'))
  const unigramBackoffs = Float64Array.from(file.f32('unigramBackoffs'))
  const { bigram, bigramBackoff, bigramLogProb, trigramLogProb } = openPackedTrigram(file)

  const find = (text: string, start: number, end: number): number => {
    const found = words.find(text, start, end)
    return found < size ? found : aliases[found - size]!
  }
  const numerals = numeralIds(words)

  const history = (left2: number, left1: number): number => bigram(left2, left1)

  const logProbFrom = (from: number, left1: number, word: number): number => {
    let backoff = 0
    if (from >= 0) {
      const logProb = trigramLogProb(from, word)
      if (logProb <= 0) return logProb
      backoff = bigramBackoff(from)
    }
    const shorter = bigram(left1, word)
    if (shorter >= 0) return backoff + bigramLogProb(shorter)
    return backoff + unigramBackoffs[left1]! + logUnigrams[word]!
  }

  return {
    unknown: UNKNOWN,
    sentenceStart: SENTENCE_START,
    sentenceEnd: SENTENCE_END,
    size,
    id: (word) => {
      const id = lookUp(word, find, numerals)
      return id < 0 ? UNKNOWN : id
    },
    word: (id) => words.get(id),
    logUnigram: (word) => logUnigrams[word]!,
    history,
    logProbFrom,
    logProb: (left2, left1, word) => logProbFrom(history(left2, left1), left1, word),
  }
}

type Find = (text: string, start: number, end: number) => number

/** The id of `word` or of the part of it that the model knows best; -1 when there is none. See `LanguageModel.id`. */
function lookUp(word: string, find: Find, numerals: ReadonlyMap<string, number>): number {
  const whole = find(word, 0, word.length)
  if (whole >= 0) return whole
  const numeral = numerals.get(word)
  if (numeral !== undefined) return numeral
  const stem = stemEnd(word)
  if (stem < word.length) {
    const base = find(word, 0, stem)
    if (base >= 0) return base
  }
  const lastPart = word.lastIndexOf('-') + 1
  if (lastPart === 0 || lastPart === word.length) return -1
  const part = find(word, lastPart, word.length)
  return part >= 0 || stem <= lastPart ? part : find(word, lastPart, stem)
}

/** Where the word ends without a possessive ending. */
function stemEnd(word: string): number {
  const last = word.length - 1
  if (isApostrophe(word, last)) return last
  const isS = last > 1 && (word.charCodeAt(last) | 0x20) === 0x73
  return isS && isApostrophe(word, last - 1) ? last - 1 : word.length
}

function isApostrophe(word: string, at: number): boolean {
  const code = word.charCodeAt(at)
  return code === 0x27 || code === 0x2019
}

const SMALL_NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
const TENS = 'thirty forty fifty sixty seventy eighty ninety'

function numeralIds(words: StringTable): Map<string, number> {
  const ids = new Map<string, number>()
  const add = (digits: number, name: string): void => {
    const id = words.find(name, 0, name.length)
    if (id >= 0) ids.set(String(digits), id)
  }
  for (const [value, name] of SMALL_NUMBERS.split(' ').entries()) add(value, name)
  for (const [index, name] of TENS.split(' ').entries()) add(10 * (index + 3), name)
  return ids
}
