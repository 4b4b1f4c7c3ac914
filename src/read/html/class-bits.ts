/** Longer classes are machine output; their first words say as much. */
const MAX_CLASS = 200

/** `bitsOf` for the classes, or the id, of an element, for one page. Answers are kept: a page has few different ones. */
export function rememberClasses(bitsOf: (words: string) => number): (words: string) => number {
  const known = new Map<string, number>()
  return (words) => {
    let bits = known.get(words)
    if (bits === undefined) {
      bits = bitsOf(words.slice(0, MAX_CLASS))
      known.set(words, bits)
    }
    return bits
  }
}
