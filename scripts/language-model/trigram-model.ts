/** Stands for every word outside the vocabulary. */
export const UNKNOWN_WORD = '<unk>'

/** log10 probability of a single word outside the vocabulary: about that of the rarest words in it. */
export const UNKNOWN_LOG_PROB = -6.7

/** A back-off trigram model before packing: log10 values, ids into `words`. */
export interface TrigramModel {
  readonly words: readonly string[]
  readonly unigramLogProbs: Float64Array
  readonly unigramBackoffs: Float64Array
  readonly bigrams: BigramTable
  readonly trigrams: TrigramTable
}

/** Parallel arrays: (v, w), log10 P(w | v), back-off weight of (v, w) as a history. */
export interface BigramTable {
  readonly v: Uint32Array
  readonly w: Uint32Array
  readonly logProb: Float64Array
  readonly backoff: Float64Array
}

/** Parallel arrays: (u, v, w), log10 P(w | u v). Every (u, v) stands in the bigram table. */
export interface TrigramTable {
  readonly u: Uint32Array
  readonly v: Uint32Array
  readonly w: Uint32Array
  readonly logProb: Float64Array
}
