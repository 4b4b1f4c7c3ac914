import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packStringTable, stringTable } from '../../src/language/string-table.js'

const word = fc.string({ unit: fc.constantFrom(..."abcdeéß'-"), minLength: 1, maxLength: 12 })

describe('a string table', () => {
  test('finds each of its strings under its number, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (strings, other) => {
        const table = stringTable(packStringTable(strings))
        expect(strings.map((text) => table.find(text, 0, text.length))).toEqual(strings.map((_, i) => i))
        expect(strings.map((_, i) => table.get(i))).toEqual(strings)
        expect(table.find(other, 0, other.length)).toBe(strings.indexOf(other))
      }),
    )
  })

  test('finds part of a longer text', () => {
    const table = stringTable(packStringTable(['backed', 'moscow']))
    expect(table.find('moscow-backed', 7, 13)).toBe(0)
    expect(table.find('moscow-backed', 0, 6)).toBe(1)
    expect(table.find('moscow-backed', 0, 13)).toBe(-1)
  })

  test('reads capitals as small letters and the curly apostrophe as the straight one', () => {
    const table = stringTable(packStringTable(["don't", 'élan']))
    expect(table.find('DON’T', 0, 5)).toBe(0)
    expect(table.find('Élan', 0, 4)).toBe(1)
  })

  test('refuses strings that a look-up could never match', () => {
    expect(() => packStringTable(['Paris'])).toThrow(RangeError)
    expect(() => packStringTable(['ŝi'])).toThrow(RangeError)
  })
})
