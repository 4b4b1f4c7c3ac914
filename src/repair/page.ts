import { type Block, isProseRole } from '../core/block.js'
import type { Document } from '../core/document.js'
import { type EnglishParser, parse } from '../language/parse.js'
import type { Token } from '../language/token.js'
import { tokeniseSpan } from '../language/tokenise.js'

/** A sentence of the document; its tokens' spans count in the document's text. */
export interface SentenceInPlace {
  readonly paragraph: number
  readonly tokens: readonly Token[]
}

/** What of the suspected blocks is judged first at most, in UTF-16 code units: much more than most pages have. */
export const MAX_SAMPLE = 100_000

/** The prose of a document; sentences are parsed when they are first asked for. */
export interface Page {
  readonly text: string
  readonly paragraphs: readonly Block[]
  /** Index of each paragraph among the document's blocks. */
  readonly blocks: readonly number[]
  /** Those of some of the paragraphs, in order. */
  sentencesOf(paragraphs: readonly Block[]): SentenceInPlace[]
  /**
   * The same without the parser, which clean documents never load: each paragraph as one sentence, and nothing beyond
   * `MAX_SAMPLE` code units in all.
   */
  sample(paragraphs: readonly Block[]): SentenceInPlace[]
}

/** The prose of `document`. */
export function openPage(document: Pick<Document, 'text' | 'blocks'>, parser: () => EnglishParser): Page {
  const { text } = document
  const blocks = [...document.blocks.keys()].filter((index) => isProseRole(document.blocks[index]!.role))
  const paragraphs = blocks.map((index) => document.blocks[index]!)
  const numbers = new Map(paragraphs.map((paragraph, index) => [paragraph, index]))
  const known = new Map<Block, readonly SentenceInPlace[]>()
  const parsed = (paragraph: Block): readonly SentenceInPlace[] => {
    const sentences = known.get(paragraph) ?? parseBlock(text, paragraph, numbers.get(paragraph)!, parser())
    known.set(paragraph, sentences)
    return sentences
  }
  const sample = (some: readonly Block[]): SentenceInPlace[] => {
    let left = MAX_SAMPLE
    return some.flatMap((paragraph) => {
      const length = Math.min(left, paragraph.end - paragraph.start)
      left -= length
      if (length === 0) return []
      const tokens = tokeniseSpan(text, paragraph.start, paragraph.start + length)
      return [{ paragraph: numbers.get(paragraph)!, tokens }]
    })
  }
  return { text, paragraphs, blocks, sentencesOf: (some) => some.flatMap(parsed), sample }
}

function parseBlock(
  text: string,
  { start, end }: Block,
  paragraph: number,
  parser: EnglishParser,
): SentenceInPlace[] {
  return parse(text.slice(start, end), parser).map(({ tokens }) => ({
    paragraph,
    tokens: tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start })),
  }))
}
