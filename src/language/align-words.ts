/** A stretch of words that differs: `words` of the first text from `start` to `end` stand for `other` in the second. */
export interface Change {
  /** Word offsets in the first text, half-open. */
  readonly start: number
  readonly end: number
  /** The second text's words in that place. */
  readonly other: readonly string[]
}

/**
 * The changes that turn `from` into `to`, word by word where the counts allow: each replaced word is a change of its
 * own, and words that appear or vanish join the replaced word beside them. Least edit distance by words, with
 * substitutions preferred to a removal and an insertion.
 */
export function changes(from: readonly string[], to: readonly string[]): Change[] {
  const width = to.length + 1
  const cost = new Float64Array((from.length + 1) * width)
  for (let i = 0; i <= from.length; i++) {
    for (let j = 0; j <= to.length; j++) {
      if (i === 0 || j === 0) cost[i * width + j] = i + j
      else {
        const substitute = cost[(i - 1) * width + j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1.1)
        const remove = cost[(i - 1) * width + j]! + 1
        const insert = cost[i * width + j - 1]! + 1
        cost[i * width + j] = Math.min(substitute, remove, insert)
      }
    }
  }
  const reversed: { start: number; end: number; other: string[]; kept: boolean }[] = []
  let i = from.length
  let j = to.length
  while (i > 0 || j > 0) {
    const here = cost[i * width + j]!
    const same = i > 0 && j > 0 && from[i - 1] === to[j - 1]
    if (i > 0 && j > 0 && here === cost[(i - 1) * width + j - 1]! + (same ? 0 : 1.1)) {
      reversed.push({ start: i - 1, end: i, other: [to[j - 1]!], kept: same })
      i--
      j--
    } else if (i > 0 && here === cost[(i - 1) * width + j]! + 1) {
      reversed.push({ start: i - 1, end: i, other: [], kept: false })
      i--
    } else {
      reversed.push({ start: i, end: i, other: [to[j - 1]!], kept: false })
      j--
    }
  }
  const merged: Change[] = []
  let open = false
  for (const step of reversed.reverse()) {
    if (step.kept) {
      open = false
      continue
    }
    const last = merged.at(-1)
    const uneven = step.end - step.start !== step.other.length
    const lastUneven = last !== undefined && last.end - last.start !== last.other.length
    if (last && open && (uneven || lastUneven)) {
      merged[merged.length - 1] = { start: last.start, end: step.end, other: [...last.other, ...step.other] }
    } else merged.push({ start: step.start, end: step.end, other: step.other })
    open = true
  }
  return merged
}

/** The words of a text: maximal runs without white space, with their offsets. */
export function words(text: string): { text: string; start: number; end: number }[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}
