import type { Rewriting, Rewritings } from '../language/rewrite-table.js'
import type { SpinnerProfile } from '../rules/spinner-profile.js'

/** A word that may have stood where a spun one stands. */
export type Original = Rewriting

/**
 * P(seen | original) for one family of spun text; `originals` leaves out `seen` itself and gives those most likely to be
 * written and then replaced by it. All answers are cached and depend on nothing but the arguments.
 * @see Kernighan, Church and Gale 1990, the noisy channel, with a spinner in the place of a typist.
 */
export interface ChannelModel extends Rewritings {
  readonly profile: SpinnerProfile
  /** log10 P(seen | original) for different words; -Infinity where nothing, or nothing likely, links them. */
  logRewrite(original: string, seen: string): number
  /**
   * Whether the spinner may have put this token in: `before` and `after` are the characters beside it, empty at an
   * edge of the paragraph.
   */
  isEligible(token: string, before: string, after: string): boolean
}

/** How common a word is in news: 0 for the most frequent, Infinity for words never met. */
export interface NewsRanks {
  rank(word: string): number
}

/** P(a word of this rank is written), up to a factor. @see Zipf 1949; the constant flattens the function words. */
export function zipf(rank: number): number {
  return 1 / (rank + 300)
}
