import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../src/repair/candidates.js'
import { type Decoded, reweigh } from '../../src/repair/determinism.js'

const SETTINGS = { priorStrength: 8, priorStrengthOfTable: 8, unreplaced: -1, unreplacedLimit: -3 }

function reading(seen: string, original: string, logPrior: number): Candidate {
  return {
    from: 0,
    to: 1,
    words: [],
    seen,
    original,
    isIdentity: seen === original,
    isEligible: true,
    ruleId: 'walk',
    logPrior,
    logContext: 0,
    logPage: 0,
    minMargin: 0,
    logWeight: logPrior,
  }
}

/** A one-token sentence with two readings, of which the first has the given posterior. */
function sentence(first: Candidate, second: Candidate, posterior: number): Decoded {
  return { candidates: [first, second], posteriors: Float64Array.of(posterior, 1 - posterior) }
}

describe('reweigh', () => {
  it('raises a pair that other places of the document show', () => {
    const here = reading('bid', 'order', -1)
    const elsewhere = Array.from({ length: 3 }, () =>
      sentence(reading('bid', 'order', -1), reading('bid', 'bid', -1), 1),
    )
    reweigh([sentence(here, reading('bid', 'bid', -1), 0.5), ...elsewhere], SETTINGS)
    expect(here.logWeight).toBeGreaterThan(-1)
  })

  it('does not let a place vouch for itself', () => {
    const alone = reading('bid', 'order', -1)
    reweigh([sentence(alone, reading('bid', 'bid', -1), 0.9)], SETTINGS)
    expect(alone.logWeight).toBeCloseTo(-1, 9)
  })

  it('lowers an original that stands unreplaced elsewhere', () => {
    const here = reading('arsenic', 'as', -0.1)
    const standing = sentence(reading('as', 'as', -1.4), reading('as', 'like', -3), 1)
    reweigh([sentence(here, reading('arsenic', 'arsenic', 0), 0.5), standing], SETTINGS)
    expect(here.logWeight).toBeLessThan(-1)
  })

  it('leaves tokens alone that the spinner could not have replaced', () => {
    const fixed = { ...reading('order', 'order', 0), isEligible: false }
    reweigh([{ candidates: [fixed], posteriors: Float64Array.of(1) }], SETTINGS)
    expect(fixed.logWeight).toBe(0)
  })
})
