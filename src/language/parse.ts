import type { Span } from '../core/span.js'
import { isWhiteSpace, type Token } from './token.js'
import { tokenise } from './tokenise.js'

/** A sentence in its place, with its words and marks. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[]
}

/** What the parser is handed at most, in UTF-16 code units: its cost grows faster than its input. */
const MAX_PIECE_LENGTH = 4000

/**
 * The sentences of one paragraph, in order; only white space lies between them. The parser decides where sentences
 * end; their tokens are those of `tokenise`, and a sentence that would end inside a token takes the whole of it.
 * Longer paragraphs than 4,000 code units are parsed in pieces, cut at what looks like the end of a sentence, else at
 * white space.
 */
export function parse(paragraph: string, parser: EnglishParser): Sentence[] {
  const tokens = tokenise(paragraph)
  const sentences: Sentence[] = []
  let next = 0
  for (const end of sentenceEnds(paragraph, parser)) {
    const first = next
    while (next < tokens.length && tokens[next]!.start < end) next++
    if (next === first) continue
    sentences.push({
      start: tokens[first]!.start,
      end: tokens[next - 1]!.end,
      tokens: tokens.slice(first, next),
    })
  }
  return sentences
}

/** The little of a syntax tree's node that is read here. */
export interface TreeNode {
  readonly type: string
  readonly children?: readonly TreeNode[]
  readonly position?: { readonly end: { readonly offset?: number | undefined } } | undefined
}

/** A parser into nlcst trees, such as retext's. */
export interface EnglishParser {
  parse(text: string): TreeNode
}

/** Where sentences end, ascending; the last is the length of `paragraph`. */
function sentenceEnds(paragraph: string, parser: EnglishParser): number[] {
  const ends: number[] = []
  for (const { start, end } of pieces(paragraph)) {
    const root: TreeNode = parser.parse(paragraph.slice(start, end))
    for (const part of root.children ?? []) {
      for (const node of part.children ?? []) {
        const offset = node.position?.end.offset
        if (node.type === 'SentenceNode' && offset !== undefined) ends.push(start + offset)
      }
    }
  }
  ends.push(paragraph.length)
  return ends
}

/** Spans that cover `paragraph`, each within the parser's limit. */
function pieces(paragraph: string): Span[] {
  const spans: Span[] = []
  let start = 0
  while (paragraph.length - start > MAX_PIECE_LENGTH) {
    const end = cutBefore(paragraph, start, start + MAX_PIECE_LENGTH)
    spans.push({ start, end })
    start = end
  }
  spans.push({ start, end: paragraph.length })
  return spans
}

const SENTENCE_MARKS = new Set('.!?…')

/** The best place for a cut after `start` and at most at `limit`. */
function cutBefore(text: string, start: number, limit: number): number {
  let space = -1
  for (let at = limit - 1; at > start; at--) {
    if (!isWhiteSpace(text.charCodeAt(at))) continue
    if (SENTENCE_MARKS.has(text.charAt(at - 1))) return at
    if (space < 0) space = at
  }
  return space < 0 ? limit : space
}
