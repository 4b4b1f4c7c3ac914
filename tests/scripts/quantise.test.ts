import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantise } from '../../scripts/language-model/quantise.js'

const values = fc.array(fc.integer({ min: -70000, max: 0 }), { minLength: 1, maxLength: 300 })

test('every value has the nearest entry of an ascending codebook within its size', () => {
  fc.assert(
    fc.property(values, (list) => {
      const { codebook, codes } = quantise(Float64Array.from(list), 16)
      expect(codebook.length).toBeLessThanOrEqual(16)
      expect([...codebook]).toEqual([...codebook].sort((a, b) => a - b))
      for (const [i, value] of list.entries()) {
        const best = Math.min(...[...codebook].map((entry) => Math.abs(entry - value)))
        expect(Math.abs(codebook[codes[i]!]! - value)).toBeCloseTo(best, 6)
      }
    }),
  )
})

test('few values, and those asked for, are kept as they are', () => {
  const { codebook, codes } = quantise(Float64Array.of(-3, -1, 0, -3), 8, [0])
  expect([...codes].map((code) => codebook[code])).toEqual([-3, -1, 0, -3])
})
