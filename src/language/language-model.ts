/** P(word | the two words before it). Words are numbers; sentences are padded with two `sentenceStart`s. */
export interface LanguageModel {
  /**
   * Id of a word as looked up; `unknown` for words outside. Case does not count, and a curly apostrophe is a
   * straight one. The model's words are as a person says them: contractions (`don't`) and frequent possessives
   * (`russia's`) are words, few hyphenated compounds are, abbreviations have no stops (`us`, `pm`), and there are no
   * digits. What is tried, in this order:
   * 1. the whole form, then its American spelling (`organised` is `organized`);
   * 2. digits: 0 to 20 and the tens to 90 as their words; other numbers are unknown;
   * 3. an initialism without its stops (`U.S.` is `us`);
   * 4. without a final `'s` or `'` (`zelensky's` is `zelensky`, where that is known);
   * 5. the last part of a compound joined by hyphens (`moscow-backed` is `backed`).
   */
  id(word: string): number
  readonly unknown: number
  readonly sentenceStart: number
  readonly sentenceEnd: number
  /** log10 P(word | left2 left1), back-off included. Ids only, no allocation. */
  logProb(left2: number, left1: number, word: number): number
  /** log10 unigram probability. */
  logUnigram(word: number): number
  /**
   * A handle for the two words as a history, for `logProbFrom`: worth having when many words are asked for under it.
   * Good only together with the same `left1`.
   */
  history(left2: number, left1: number): number
  /** log10 P(word | history), where `history` came from `history(left2, left1)`. */
  logProbFrom(history: number, left1: number, word: number): number
  /** Words, `unknown` and the sentence marks included: ids are 0 to size − 1, frequent words first. */
  readonly size: number
  word(id: number): string
}
