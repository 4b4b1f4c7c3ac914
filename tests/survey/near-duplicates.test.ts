import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SIGNATURE_LENGTH } from '../../src/survey/min-hash.js'
import { groupDuplicates } from '../../src/survey/near-duplicates.js'

/** A signature that differs from that of its family in the first `changed` bytes. */
function signed(id: string, family: number, changed: number) {
  const bytes = Array.from({ length: SIGNATURE_LENGTH }, (_, p) =>
    p < changed ? (family * 31 + p * 7 + changed * 13 + 101) & 255 : (family * 57 + p * 3) & 255,
  )
  return { id, signature: String.fromCharCode(...bytes) }
}

const PAGES = [
  signed('e', 1, 0),
  signed('a', 1, 5),
  signed('c', 1, 12),
  signed('b', 2, 0),
  signed('d', 2, 60),
  signed('f', 3, 0),
  signed('g', 3, 0),
]

describe('groups of near-duplicates', () => {
  it('hold pages that are alike, and no others', () => {
    expect(groupDuplicates(PAGES).map((group) => group.map(({ id }) => id))).toEqual([
      ['a', 'c', 'e'],
      ['f', 'g'],
    ])
  })

  it('are the same for any order of the pages', () => {
    const expected = groupDuplicates(PAGES)
    fc.assert(
      fc.property(fc.shuffledSubarray(PAGES, { minLength: PAGES.length }), (shuffled) => {
        expect(groupDuplicates(shuffled)).toEqual(expected)
      }),
    )
  })
})
