import { describe, expect, it } from 'vitest'
import { loadNameNeighbours } from '../../src/load/models.js'

const neighbours = loadNameNeighbours()

describe('name neighbours', () => {
  it('know the words that follow names', () => {
    expect(neighbours.after('region')).toBeGreaterThan(neighbours.after('portion'))
    expect(neighbours.after('said')).toBeGreaterThan(0)
    expect(neighbours.after('the')).toBeLessThan(0)
  })

  it('know the words that stand before names', () => {
    expect(neighbours.before('in')).toBeGreaterThan(0)
    expect(neighbours.before('very')).toBeLessThan(0)
  })

  it('say nothing of words that were never counted', () => {
    expect(neighbours.after('qwertyuiop')).toBe(0)
  })
})
