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

/**
 * How much prose of one document is decoded at most, in UTF-16 code units: 40,000 words. The longest of 792 articles, made
 * of the saved pages with `unspin clean`, has 69,327. A spun text that long, all in one line, took 24 s, in lines 5 to 8.
 */
export const MAX_DECODED = 250_000

/** The prose of a document; sentences are parsed when they are first asked for. */
export interface Page {
  readonly text: string
  /** In order, up to as many as may be decoded. */
  readonly paragraphs: readonly Block[]
  /** Index of each paragraph among the document's blocks. */
  readonly blocks: readonly number[]
  /** As `blocks`, for the paragraphs behind them that were left out. */
  readonly beyond: readonly number[]
  /** Those of some of the paragraphs, in order. */
  sentencesOf(paragraphs: readonly Block[]): SentenceInPlace[]
  /**
   * The same without the parser, which clean documents never load: each paragraph as one sentence, and nothing beyond
   * `MAX_SAMPLE` code units in all.
   */
  sample(paragraphs: readonly Block[]): SentenceInPlace[]
}

/** The prose of `document`, of which no more than `most` UTF-16 code units. */
export function openPage(
  document: Pick<Document, 'text' | 'blocks'>,
  parser: () => EnglishParser,
  most = Number.POSITIVE_INFINITY,
): Page {
  const { text } = document
  const { blocks, beyond } = proseWithin(document.blocks, most)
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
  return { text, paragraphs, blocks, beyond, sentencesOf: (some) => some.flatMap(parsed), sample }
}

/** Indices of the blocks of prose: the first that together have no more than `most` code units, and those behind them. */
function proseWithin(
  blocks: readonly Block[],
  most: number,
): { readonly blocks: readonly number[]; readonly beyond: readonly number[] } {
  const prose = [...blocks.keys()].filter((index) => isProseRole(blocks[index]!.role))
  let length = 0
  const first = prose.findIndex((index) => {
    length += blocks[index]!.end - blocks[index]!.start
    return length > most
  })
  return first < 0
    ? { blocks: prose, beyond: [] }
    : { blocks: prose.slice(0, first), beyond: prose.slice(first) }
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
