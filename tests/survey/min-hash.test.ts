import { describe, expect, it } from 'vitest'
import { scanWords } from '../../src/language/scan-words.js'
import { signatureOf, similarityOf } from '../../src/survey/min-hash.js'

/** Words that no other text has. */
const words = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}word`)

function signed(list: readonly string[]): string {
  const { hash } = scanWords(list.map((word) => `w${word}`).join(' '))
  return signatureOf(hash.slice(0, list.length))!
}

describe('the similarity of two signatures', () => {
  it.each([
    [0, 1],
    [0.05, 0.9],
    [0.111, 0.8],
    [0.333, 0.5],
    [1, 0],
  ])('where a share of %f of the words differs is about %f', (other, share) => {
    const own = Math.round(1200 * other)
    const common = words('common', 1200 - own)
    const similarity = similarityOf(
      signed([...common, ...words('a', own)]),
      signed([...common, ...words('b', own)]),
    )
    // Three standard errors.
    expect(Math.abs(similarity - share)).toBeLessThan(0.12)
  })

  it('is not asked of texts of a line', () => {
    expect(signatureOf(scanWords('The council met on Monday and decided nothing.').hash)).toBeNull()
  })
})
