import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../src/language/edit-distance.js'

test('an inserted, lost, changed or exchanged letter counts one', () => {
  expect(editDistance('receive', 'recieve')).toBe(1)
  expect(editDistance('untill', 'until')).toBe(1)
  expect(editDistance('occured', 'occurred')).toBe(1)
  expect(editDistance('color', 'dolor')).toBe(1)
  expect(editDistance('kitten', 'sitting')).toBe(3)
})

test('the distance is symmetric, zero only for equals and at most the longer length', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b)
      expect(distance).toBe(editDistance(b, a))
      expect(distance === 0).toBe(a === b)
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})
