import { openPackedFile } from './packed-file.js'
import { openStringTable } from './string-table.js'

export const WORD_VECTORS_KIND = 'word-vectors'
export const WORD_VECTORS_VERSION = 1

/**
 * Word meanings as vectors of unit length, centred on the mean of frequent words, which otherwise makes all words
 * look alike. Components are signed bytes, in units of 1/`scale`.
 * @see Mu, Bhat and Viswanath 2018 for the removal of the mean
 */
export interface WordVectors {
  readonly dimensions: number
  readonly scale: number
  /** Number of a word, -1 for words without a vector. Frequent words come first. */
  find(word: string): number
  /** The components of a word's vector. A view: do not write to it. */
  vector(index: number): Int8Array
}

/** The vectors in `buffer`, the bytes of `models/word-vectors.bin`. @throws Error when the bytes are not such a file. */
export function openWordVectors(buffer: ArrayBuffer | SharedArrayBuffer): WordVectors {
  const file = openPackedFile(buffer, WORD_VECTORS_KIND, WORD_VECTORS_VERSION)
  const words = openStringTable(file, 'word')
  const dimensions = file.number('dimensions')
  const components = file.i8('components')
  return {
    dimensions,
    scale: file.number('scale'),
    find: (word) => words.find(word, 0, word.length),
    vector: (index) => components.subarray(index * dimensions, (index + 1) * dimensions),
  }
}
