import { changes } from '../language/align-words.js'
import type { Token } from '../language/token.js'
import { tokeniseSpan } from '../language/tokenise.js'
import type { Observation, PilePage } from './observe.js'

/** Paragraphs that share less than this of their words are not the same one. */
const LEAST_SHARED = 0.25
/** Longer paragraphs would take too long to align, and are hardly ever prose. */
const MAX_WORDS = 2000

/**
 * What the spinner did to a page whose original is at hand: paragraphs paired in order by the words that they share,
 * their words by least edit distance. Words for which several stand, or none, are left out.
 */
export function observeParallel({ sentences }: PilePage, original: readonly string[]): Observation[] {
  const paragraphs = spunParagraphs(sentences)
  const originals = original.map((text) => tokeniseSpan(text, 0, text.length).filter(isSpoken))
  const pairs = pairInOrder(
    paragraphs.map((places) => places.map(({ token }) => token.key)),
    originals.map((tokens) => tokens.map(({ key }) => key)),
  )
  return pairs.flatMap(([spun, clean]) => observe(paragraphs[spun]!, originals[clean]!))
}

/** A word of the spun page, and where it stands. */
interface SpunWord {
  readonly token: Token
  readonly sentence: PilePage['sentences'][number]
  readonly at: number
}

function isSpoken({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number'
}

function spunParagraphs(sentences: PilePage['sentences']): SpunWord[][] {
  const paragraphs = new Map<number, SpunWord[]>()
  for (const sentence of sentences) {
    const words = paragraphs.get(sentence.paragraph) ?? []
    for (const [at, token] of sentence.tokens.entries()) {
      if (isSpoken(token)) words.push({ token, sentence, at })
    }
    paragraphs.set(sentence.paragraph, words)
  }
  return [...paragraphs.values()]
}

function observe(spun: readonly SpunWord[], original: readonly Token[]): Observation[] {
  if (spun.length > MAX_WORDS || original.length > MAX_WORDS) return []
  const originals: (string | null)[] = spun.map(({ token }) => token.key)
  const changed = changes(
    spun.map(({ token }) => token.key),
    original.map(({ key }) => key),
  )
  for (const { start, end, other } of changed) {
    for (let at = start; at < end; at++) originals[at] = null
    if (end === start + 1 && other.length === 1) originals[start] = other[0]!
  }
  return spun.flatMap(({ token, sentence, at }, index) => {
    const word = originals[index]
    return word === null || word === undefined
      ? []
      : [{ seen: token.key, original: word, weight: 1, sentence, at }]
  })
}

/** Numbers of the paragraphs that belong together: the pairing in order that shares the most words. */
function pairInOrder(
  spun: readonly (readonly string[])[],
  original: readonly (readonly string[])[],
): (readonly [number, number])[] {
  const width = original.length + 1
  const best = new Float64Array((spun.length + 1) * width)
  const bags = original.map((words) => countWords(words))
  for (let i = 1; i <= spun.length; i++) {
    for (let j = 1; j <= original.length; j++) {
      const share = sharedShare(spun[i - 1]!, bags[j - 1]!, original[j - 1]!.length)
      const paired = share < LEAST_SHARED ? 0 : best[(i - 1) * width + j - 1]! + share
      best[i * width + j] = Math.max(paired, best[(i - 1) * width + j]!, best[i * width + j - 1]!)
    }
  }
  const pairs: (readonly [number, number])[] = []
  let i = spun.length
  let j = original.length
  while (i > 0 && j > 0) {
    const here = best[i * width + j]!
    if (here === best[(i - 1) * width + j]!) i--
    else if (here === best[i * width + j - 1]!) j--
    else {
      pairs.push([i - 1, j - 1])
      i--
      j--
    }
  }
  return pairs.reverse()
}

function countWords(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Share, 0 to 1, of the words of both that the two have in common. */
function sharedShare(words: readonly string[], bag: ReadonlyMap<string, number>, size: number): number {
  const left = new Map(bag)
  let common = 0
  for (const word of words) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common++
  }
  return common === 0 ? 0 : (2 * common) / (words.length + size)
}
