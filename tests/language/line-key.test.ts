import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { templateKey, templateOf } from '../../src/language/line-key.js'
import { scanWords } from '../../src/language/scan-words.js'

function keyOf(line: string): number {
  const words = scanWords(line)
  return templateKey(words, 0, words.count)
}

describe('the template of a line', () => {
  it.each([
    ['Nov. 3, 2024 · 12 comments', '# comments'],
    ['Updated Monday, 18 November 2024 at 10:15 pm', 'updated # at #'],
    ['You may also like', 'you may also like'],
    ["Today's TOP stories!", 'today top stories'],
    ['#1 in news', '# in news'],
  ])('of %j is %j', (line, template) => {
    expect(templateOf(line)).toBe(template)
  })

  it('has the key of its line, for any line', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('May', 'monday', '12', '#', 'pm', 'ΟΔΟΣ', 'İstanbul', "it's", '市', '𐐀𐐨'),
    )
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const line = words.join(' ')
        expect(keyOf(templateOf(line))).toBe(keyOf(line))
      }),
    )
  })

  it.each(['12 May 2024', '10:15', '· · ·', ''])('has no key in %j, which says nothing', (line) => {
    expect(keyOf(line)).toBe(0)
  })
})
