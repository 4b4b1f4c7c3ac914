import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lowerBound, upperBound } from '../../../scripts/score/bounds.js'

describe('bounds of shares', () => {
  test('none of 1,000 is below 0.3 %: the rule of three', () => {
    expect(upperBound(0, 1000)).toBeCloseTo(0.00299, 5)
  })

  test('the interval of 5 of 20 is the published one', () => {
    expect(lowerBound(5, 20)).toBeCloseTo(0.0866, 4)
    expect(upperBound(5, 20)).toBeCloseTo(0.491, 4)
  })

  test('no samples say nothing', () => {
    expect([lowerBound(0, 0), upperBound(0, 0)]).toEqual([0, 1])
  })

  test('the bounds hold the share between them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, share) => {
          const count = Math.round(share * total)
          expect(lowerBound(count, total)).toBeLessThanOrEqual(count / total + 1e-9)
          expect(upperBound(count, total)).toBeGreaterThanOrEqual(count / total - 1e-9)
        },
      ),
    )
  })
})
