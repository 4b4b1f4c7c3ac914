/**
 * A function from UTF-16 offsets of `text` to the number of Unicode code points before them. One pass over the text,
 * then a binary search per offset; a text without surrogate pairs, the common case, costs neither.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  const pairs = surrogatePairs(text)
  if (pairs.length === 0) return (offset) => offset
  return (offset) => offset - countBelow(pairs, offset)
}

/** A function from code point offsets of `text` to UTF-16 offsets: the inverse of `codePointOffsets`. */
export function utf16Offsets(text: string): (codePoints: number) => number {
  const pairs = surrogatePairs(text)
  if (pairs.length === 0) return (codePoints) => codePoints
  // In code points, the pair with index i stands at its UTF-16 offset less the i pairs before it.
  const positions = pairs.map((offset, index) => offset - index)
  return (codePoints) => codePoints + countBelow(positions, codePoints)
}

/** Number of Unicode code points in `text`. */
export function countCodePoints(text: string): number {
  return text.length - surrogatePairs(text).length
}

/** UTF-16 offsets of the first halves of all surrogate pairs, ascending. */
function surrogatePairs(text: string): number[] {
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index)
  return pairs
}

/** How many of the ascending `numbers` are smaller than `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
