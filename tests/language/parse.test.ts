import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse as parseWith } from '../../src/language/parse.js'
import { tokenise } from '../../src/language/tokenise.js'
import { loadEnglishParser } from '../../src/load/english-parser.js'

const parser = loadEnglishParser()
const parse = (text: string) => parseWith(text, parser)
const sentences = (text: string): string[] => parse(text).map(({ start, end }) => text.slice(start, end))

describe('parsing', () => {
  test('ends sentences at their marks, not at those of abbreviations and initials', () => {
    expect(sentences('Mr. Smith flew to Washington, D.C. on Monday. "Why?" she asked. He left.')).toEqual([
      'Mr. Smith flew to Washington, D.C. on Monday.',
      '"Why?" she asked.',
      'He left.',
    ])
  })

  test('counts spans from the start of the paragraph', () => {
    const [, second] = parse('One here.  Two there.')
    expect(second).toMatchObject({ start: 11, end: 21 })
    expect(second!.tokens.map(({ start }) => start)).toEqual([11, 15, 20])
  })

  test('cuts a paragraph that is longer than the parser takes at the end of a sentence', () => {
    const sentence = 'This sentence is one of very many that are all the same.'
    const parsed = sentences(Array(400).fill(sentence).join(' '))
    expect(parsed).toEqual(Array(400).fill(sentence))
  })

  test('never ends a sentence inside a token, however long', () => {
    const parsed = parse(`${'x'.repeat(9000)} end.`)
    expect(parsed.flatMap(({ tokens }) => tokens.map(({ text }) => text.length))).toEqual([9000, 3, 1])
  })

  test('holds the tokens of the tokeniser, all of them once, for any text', () => {
    const character = fc.oneof(fc.constantFrom(...'aZ1 .?!,-\'’&:/"\n'), fc.string({ maxLength: 1 }))
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 80 }), (text) => {
        expect(parse(text).flatMap(({ tokens }) => tokens)).toEqual(tokenise(text))
      }),
    )
  })
})

describe('the words of ordinary prose', () => {
  const word = fc.constantFrom(
    ...[
      'the',
      'war',
      'Kyiv',
      'UN',
      "don't",
      'won’t',
      "Russia's",
      'well-known',
      'Moscow-backed',
      'AT&T',
      'U.S.',
    ],
    ...['2', '1990s', '3.5', '9:30', 'été'],
  )
  const mark = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '; ', ' – ', ' "', '" ', ' (', ') ', ': ')
  const prose = fc
    .array(fc.tuple(word, mark), { minLength: 1, maxLength: 20 })
    .map((pairs) => `${pairs.flat().join('')}end.`)

  test('are the word nodes of the retext tree', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const spans = tokenise(text)
          .filter(({ kind }) => kind === 'word' || kind === 'number')
          .map(({ start, end }) => [start, end])
        expect(spans).toEqual(wordSpans(parser.parse(text)))
      }),
    )
  })
})

interface TreeNode {
  readonly type: string
  readonly children?: readonly TreeNode[]
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined }
        readonly end: { readonly offset?: number | undefined }
      }
    | undefined
}

function wordSpans(node: TreeNode): unknown[] {
  if (node.type === 'WordNode') return [[node.position?.start.offset, node.position?.end.offset]]
  return (node.children ?? []).flatMap(wordSpans)
}
