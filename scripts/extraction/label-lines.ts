import type { Span } from '../../src/core/span.js'
import { scanWords, WORD_KIND } from '../../src/language/scan-words.js'

/**
 * For each of `lines` of `text`, the share (0 to 1) of its words that stand in `body` when the two texts are aligned
 * in order. The alignment is the longest increasing chain of common four-word runs, extended to both sides.
 */
export function labelLines(text: string, lines: readonly Span[], body: string): Float64Array {
  const page = words(text)
  const gold = words(body)
  const match = new Int32Array(page.hash.length).fill(-1)
  for (const [i, j] of longestChain(commonRuns(page.hash, gold.hash))) {
    for (let k = 0; k < 4; k++) match[i + k] = j + k
  }
  extend(page.hash, gold.hash, match)
  const labels = new Float64Array(lines.length)
  let at = 0
  for (const [index, line] of lines.entries()) {
    while (at < page.start.length && page.start[at]! < line.start) at++
    let all = 0
    let matched = 0
    for (let k = at; k < page.start.length && page.start[k]! < line.end; k++) {
      all++
      if (match[k]! >= 0) matched++
    }
    labels[index] = all === 0 ? 0 : matched / all
  }
  return labels
}

interface WordList {
  readonly hash: readonly number[]
  readonly start: readonly number[]
}

function words(text: string): WordList {
  const scanned = scanWords(text)
  const hash: number[] = []
  const start: number[] = []
  for (let i = 0; i < scanned.count; i++) {
    if (scanned.kind[i] === WORD_KIND.symbol) continue
    hash.push(scanned.hash[i]!)
    start.push(scanned.start[i]!)
  }
  return { hash, start }
}

/** Pairs of positions of equal four-word runs, by page position and then by falling gold position. */
function commonRuns(page: readonly number[], gold: readonly number[]): [number, number][] {
  const key = (list: readonly number[], i: number) =>
    `${list[i]},${list[i + 1]},${list[i + 2]},${list[i + 3]}`
  const places = new Map<string, number[]>()
  for (let j = 0; j + 4 <= gold.length; j++) {
    const found = places.get(key(gold, j))
    if (found) found.push(j)
    else places.set(key(gold, j), [j])
  }
  const pairs: [number, number][] = []
  for (let i = 0; i + 4 <= page.length; i++) {
    const found = places.get(key(page, i))
    if (!found || found.length > 8) continue
    for (const j of [...found].reverse()) pairs.push([i, j])
  }
  return pairs
}

/** The longest subsequence of `pairs` whose gold positions rise (patience sorting). */
function longestChain(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  for (const [index, [, j]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < j) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1
    tails[low] = index
  }
  const chain: [number, number][] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) chain.push(pairs[at]!)
  return chain.reverse()
}

/** Words beside a match that are equal to the gold's next word join it; small gaps are then filled in order. */
function extend(page: readonly number[], gold: readonly number[], match: Int32Array): void {
  for (let i = 1; i < page.length; i++) {
    const j = match[i - 1]! + 1
    if (match[i] === -1 && match[i - 1]! >= 0 && gold[j] === page[i]) match[i] = j
  }
  for (let i = page.length - 2; i >= 0; i--) {
    const j = match[i + 1]! - 1
    if (match[i] === -1 && j >= 0 && gold[j] === page[i]) match[i] = j
  }
  let before = -1
  let from = 0
  for (let i = 0; i <= page.length; i++) {
    if (i < page.length && match[i] === -1) continue
    const after = i < page.length ? match[i]! : gold.length
    fillGap(page, gold, match, from, i, before + 1, after)
    before = after
    from = i + 1
  }
}

/** A longest common subsequence of the words between two matches, where the table stays small. */
function fillGap(
  page: readonly number[],
  gold: readonly number[],
  match: Int32Array,
  from: number,
  to: number,
  goldFrom: number,
  goldTo: number,
): void {
  const rows = to - from
  const columns = goldTo - goldFrom
  if (rows <= 0 || columns <= 0 || rows * columns > 4_000_000) return
  const table = new Uint16Array((rows + 1) * (columns + 1))
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      table[i * (columns + 1) + j] =
        page[from + i] === gold[goldFrom + j]
          ? table[(i + 1) * (columns + 1) + j + 1]! + 1
          : Math.max(table[(i + 1) * (columns + 1) + j]!, table[i * (columns + 1) + j + 1]!)
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (page[from + i] === gold[goldFrom + j]) match[from + i++] = goldFrom + j++
    else if (table[(i + 1) * (columns + 1) + j]! >= table[i * (columns + 1) + j + 1]!) i++
    else j++
  }
}
