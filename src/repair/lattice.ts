/** One reading of a stretch of tokens: the words that may have stood there, and how likely the channel finds that. */
export interface Arc {
  /** Token boundaries: the arc reads tokens `from` to `to`, exclusive. */
  readonly from: number
  readonly to: number
  /** Language-model ids of the words read, oldest first; empty for tokens that the model does not see. */
  readonly words: readonly number[]
  /** log10 weight beside the language model: channel, topic and the like. Re-estimated between sweeps. */
  logWeight: number
}

/** All readings of one sentence: `arcs` ordered by `from`; every boundary is reached by single-token identity arcs. */
export interface Lattice<A extends Arc = Arc> {
  /** Number of tokens; boundaries are 0 to `length`. */
  readonly length: number
  readonly arcs: readonly A[]
}
