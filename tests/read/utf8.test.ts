import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surveyUtf8 } from '../../src/read/utf8.js'

describe('surveyUtf8', () => {
  it('counts as many faults as the platform’s decoder replaces', () => {
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(0xc0, 0xe0, 0xe2, 0x80, 0x99, 0xed, 0xa0, 0xf0, 0xf4, 0x9f),
    )
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 24 }), (values) => {
        const bytes = Uint8Array.from(values)
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
        const genuine = Buffer.from(bytes).toString('latin1').split('\xef\xbf\xbd').length - 1
        expect(surveyUtf8(bytes).bad).toBe(text.split('\uFFFD').length - 1 - genuine)
      }),
      { numRuns: 2000 },
    )
  })

  it('tells a character cut short by the end from a fault inside', () => {
    expect(surveyUtf8(Uint8Array.of(0xc3, 0xa9, 0xe2, 0x80))).toEqual({
      good: 1,
      bad: 1,
      firstBad: 2,
      cutShort: true,
    })
    expect(surveyUtf8(Uint8Array.of(0xe2, 0x80, 0x41))).toEqual({
      good: 0,
      bad: 1,
      firstBad: 0,
      cutShort: false,
    })
    expect(surveyUtf8(Uint8Array.of(0xff, 0x41, 0xe2))).toMatchObject({
      bad: 2,
      firstBad: 0,
      cutShort: false,
    })
  })
})
