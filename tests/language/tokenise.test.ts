import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenise } from '../../src/language/tokenise.js'

const texts = (text: string): string[] => tokenise(text).map((token) => token.text)

describe('tokenising', () => {
  test('keeps contractions, compounds and names joined by an ampersand whole', () => {
    expect(texts("don't won’t well-known AT&T Moscow-backed")).toEqual([
      "don't",
      'won’t',
      'well-known',
      'AT&T',
      'Moscow-backed',
    ])
  })

  test('keeps numbers with their inner marks whole', () => {
    expect(texts('$250,000 at 9:30 on 12/31/2024, up 3.5%.')).toEqual(
      '$ 250,000 at 9:30 on 12/31/2024 , up 3.5 % .'.split(' '),
    )
  })

  test('gives an initialism its last stop, and a sentence the stop after any other word', () => {
    expect(texts('The U.S. said (i.e. at 5 p.m.) no.')).toEqual(
      'The U.S. said ( i.e. at 5 p.m. ) no .'.split(' '),
    )
    expect(texts('Plan B. Next')).toEqual(['Plan', 'B', '.', 'Next'])
  })

  test('parts two sentences that were glued together', () => {
    expect(texts('the end.Start over')).toEqual(['the', 'end', '.', 'Start', 'over'])
  })

  test('leaves outer apostrophes and hyphens outside the word', () => {
    expect(texts("'quoted' dogs' pre- -x a--b")).toEqual("' quoted ' dogs ' pre - - x a -- b".split(' '))
  })

  test('gives a repeated mark one token', () => {
    expect(texts('wait... really?! – yes')).toEqual(['wait', '...', 'really', '?', '!', '–', 'yes'])
  })

  test('says of each token what it is', () => {
    expect(tokenise('Kyiv won 2nd $5 prize!').map(({ kind }) => kind)).toEqual([
      'word',
      'word',
      'word',
      'symbol',
      'number',
      'word',
      'punctuation',
    ])
  })

  test('tells lower-case words with white space on both sides from all others', () => {
    const free = (text: string): string[] =>
      tokenise(text)
        .filter((token) => token.lowerCase && token.spaceBefore && token.spaceAfter)
        .map((token) => token.text)
    expect(free('war in "the Kyiv" region, don\'t stop now.\nnot here')).toEqual([
      'war',
      'in',
      'stop',
      'not',
      'here',
    ])
    expect(free('été d2 x-y')).toEqual(['été'])
  })

  test('looks words up in lower case with straight apostrophes', () => {
    expect(tokenise('DON’T Élan').map(({ key }) => key)).toEqual(["don't", 'élan'])
  })

  test('covers every character but white space, in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom(..."aZé1 .,-'’&:/\n"), fc.string()), maxLength: 60 }),
        (text) => {
          let at = 0
          for (const token of tokenise(text)) {
            expect(text.slice(at, token.start).trim()).toBe('')
            expect(token.end).toBeGreaterThan(token.start)
            expect(token.text).toBe(text.slice(token.start, token.end))
            expect(/\s/.test(token.text)).toBe(false)
            at = token.end
          }
          expect(text.slice(at).trim()).toBe('')
        },
      ),
    )
  })

  test('never splits a surrogate pair', () => {
    expect(texts('𝒳𝒴 😀😀 a😀')).toEqual(['𝒳𝒴', '😀😀', 'a', '😀'])
  })
})
