import { describe, expect, it } from 'vitest'
import { spunProbabilities, surcharged } from '../../src/repair/gate.js'
import { DEFAULT_REPAIR_SETTINGS } from '../../src/repair/settings.js'

const paragraph = (logRatio: number, positions = 30) => ({ logRatio, positions })
const isSpun = (...paragraphs: { logRatio: number; positions: number }[]) =>
  spunProbabilities(paragraphs, DEFAULT_REPAIR_SETTINGS.gate).map((probability) => probability >= 0.5)

describe('spunProbabilities', () => {
  it('finds every paragraph of a page spun whose evidence is strong', () => {
    expect(isSpun(paragraph(20), paragraph(15), paragraph(30))).toEqual([true, true, true])
  })

  it('leaves a clean page closed, though one paragraph looks a little odd', () => {
    expect(isSpun(paragraph(-4), paragraph(2), paragraph(-6))).toEqual([false, false, false])
  })

  it('tells the spun half of a page from the clean half', () => {
    expect(isSpun(paragraph(-8), paragraph(-8), paragraph(25), paragraph(20))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('lets a short paragraph lean on its spun neighbours', () => {
    expect(isSpun(paragraph(20), paragraph(0, 2), paragraph(20))).toEqual([true, true, true])
  })

  it('asks a short text for more evidence', () => {
    expect(isSpun(paragraph(3.7, 6))).toEqual([false])
    expect(isSpun(paragraph(9, 6))).toEqual([true])
  })

  it('has nothing to say of a page without paragraphs', () => {
    expect(isSpun()).toEqual([])
  })

  it('asks more of a family whose choices are known less well', () => {
    const paragraph = [{ logRatio: 8, positions: 40 }]
    const strict = surcharged(DEFAULT_REPAIR_SETTINGS.gate, {
      gate_surcharge: { per_position: 0.1, entry: 3 },
    })
    expect(spunProbabilities(paragraph, DEFAULT_REPAIR_SETTINGS.gate)[0]).toBeGreaterThan(0.99)
    expect(spunProbabilities(paragraph, strict)[0]).toBeLessThan(0.01)
  })
})
