import { openPackedFile } from './packed-file.js'
import { openStringTable } from './string-table.js'

export const NAME_NEIGHBOURS_KIND = 'name-neighbours'
export const NAME_NEIGHBOURS_VERSION = 1

/** Steps of one log10 unit in which ratios are stored. */
export const RATIO_STEPS = 50

/**
 * How much more often a word stands beside a name than elsewhere: names as one class, for names that a language model
 * does not know. log10 ratios, 0 for words never counted.
 * @see Brown et al. 1992, class-based n-grams
 */
export interface NameNeighbours {
  /** log10 P(word | a name stands before it) / P(word). */
  after(word: string): number
  /** log10 P(word | a name stands after it) / P(word). */
  before(word: string): number
}

/** The ratios in `buffer`, the bytes of `models/name-neighbours.bin`. @throws Error when the bytes are not such a file. */
export function openNameNeighbours(buffer: ArrayBuffer | SharedArrayBuffer): NameNeighbours {
  const file = openPackedFile(buffer, NAME_NEIGHBOURS_KIND, NAME_NEIGHBOURS_VERSION)
  const words = openStringTable(file, 'word')
  const ratio = (ratios: Int8Array) => (word: string) => {
    const found = words.find(word, 0, word.length)
    return found < 0 ? 0 : ratios[found]! / RATIO_STEPS
  }
  return { after: ratio(file.i8('after')), before: ratio(file.i8('before')) }
}
