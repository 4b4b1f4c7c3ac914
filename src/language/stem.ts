/**
 * What is left of a lower-case English word without its commonest endings: forms of one word mostly share it. Rough
 * on purpose, as it only groups the words of one page.
 * @see Harman 1991, the S-stemmer, extended to -ed and -ing
 */
export function stem(word: string): string {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word
  if (bare.length <= 3) return bare
  for (const [ending, rest] of ENDINGS) {
    if (bare.endsWith(ending) && bare.length - ending.length + rest.length >= 3) {
      return undouble(bare.slice(0, bare.length - ending.length) + rest)
    }
  }
  return bare.endsWith('e') ? bare.slice(0, -1) : bare
}

/** Longest first. */
const ENDINGS: readonly (readonly [ending: string, rest: string])[] = [
  ['ations', 'at'],
  ['ation', 'at'],
  ['ings', ''],
  ['sses', 'ss'],
  ['ies', 'y'],
  ['ied', 'y'],
  ['ing', ''],
  ['ed', ''],
  ['es', ''],
  ['ss', 'ss'],
  ['us', 'us'],
  ['s', ''],
]

/** `stopp` is `stop`; `sell`, `miss` and `buzz` keep their pair. */
function undouble(word: string): string {
  const last = word.at(-1)
  const isPair = word.length > 3 && last === word.at(-2) && !'aeioulsz'.includes(last!)
  if (isPair) return word.slice(0, -1)
  return word.length > 3 && last === 'e' ? word.slice(0, -1) : word
}
