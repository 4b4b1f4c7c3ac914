import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeEdits } from '../../src/core/compose-edits.js'
import { applyEdits, type Edit, invertEdits, type Stage } from '../../src/core/edit.js'

function edit(
  start: number,
  end: number,
  replacement: string,
  ruleId = 'r',
  stage: Stage = 'normalise',
): Edit {
  return { start, end, replacement, provenance: { stage, ruleId, confidence: null } }
}

/** Pairs of a span and its replacement, without rule ids. */
function shape(edits: readonly Edit[]) {
  return edits.map(({ start, end, replacement }) => [start, end, replacement])
}

/** A text of characters inside and outside the first plane. */
const texts = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀', '𝒳'), { maxLength: 30 })
  .map((characters) => characters.join(''))

/** Offsets that fall between characters, never inside a surrogate pair. */
function boundaries(text: string): number[] {
  const offsets = [0]
  for (const character of text) offsets.push(offsets.at(-1)! + character.length)
  return offsets
}

/** Edits made from numbers, valid for whatever text they meet. */
function editsFor(text: string, seeds: readonly (readonly [number, number, string])[], rule: string): Edit[] {
  const offsets = boundaries(text)
  const edits: Edit[] = []
  let at = 0
  for (const [skip, take, replacement] of seeds) {
    const start = at + skip
    const end = start + take
    if (end >= offsets.length) break
    edits.push(edit(offsets[start]!, offsets[end]!, replacement, rule))
    at = end
  }
  return edits
}

const seeds = fc.array(
  fc.tuple(fc.nat(4), fc.nat(3), fc.constantFrom('', '', 'x', 'yz', ' ', '\n\n', '😀', 'long one 𝒳')),
  { maxLength: 12 },
)

describe('composeEdits', () => {
  it('keeps edits apart that only touch', () => {
    const result = composeEdits([edit(0, 2, 'xyz')], [edit(3, 4, 'q')])
    expect(shape(result)).toEqual([
      [0, 2, 'xyz'],
      [2, 3, 'q'],
    ])
  })

  it('merges overlapping edits into one over their union', () => {
    // abcdef -> aXYef -> aX!f
    expect(shape(composeEdits([edit(1, 4, 'XY')], [edit(2, 4, '!')]))).toEqual([[1, 5, 'X!']])
  })

  it('merges a chain in which each edit overlaps the next', () => {
    // abcdefgh -> XXcdYYgh; the later edit joins both.
    const result = composeEdits([edit(0, 2, 'XX'), edit(4, 6, 'YY')], [edit(1, 5, '-')])
    expect(shape(result)).toEqual([[0, 6, 'X-Y']])
  })

  it('keeps both parts of an earlier replacement around a later insertion', () => {
    expect(shape(composeEdits([edit(0, 1, 'xy')], [edit(1, 1, '-')]))).toEqual([[0, 1, 'x-y']])
  })

  it('puts a later insertion before an earlier deletion at the same place', () => {
    expect(shape(composeEdits([edit(2, 4, '')], [edit(2, 2, '> ')]))).toEqual([
      [2, 2, '> '],
      [2, 4, ''],
    ])
  })

  it('swallows a deletion inside a later edit and leaves one at its edge', () => {
    expect(shape(composeEdits([edit(2, 4, '')], [edit(1, 3, 'Z')]))).toEqual([[1, 5, 'Z']])
    expect(shape(composeEdits([edit(2, 4, '')], [edit(2, 3, 'Z')]))).toEqual([
      [2, 4, ''],
      [4, 5, 'Z'],
    ])
  })

  it('credits the later rule with a merged change', () => {
    const [merged] = composeEdits([edit(0, 3, 'abc', 'earlier')], [edit(1, 2, 'Z', 'later')])
    expect(merged?.provenance.ruleId).toBe('later')
  })

  it('credits the earlier rule where the later edit only writes white space', () => {
    const [merged] = composeEdits([edit(0, 4, '\u00a0x', 'entity')], [edit(0, 1, ' ', 'space')])
    expect(merged?.provenance.ruleId).toBe('entity')
  })

  it('does in one step what two lists of edits do in turn', () => {
    fc.assert(
      fc.property(texts, seeds, seeds, (text, one, two) => {
        const first = editsFor(text, one, 'first')
        const between = applyEdits(text, first)
        const second = editsFor(between, two, 'second')
        expect(applyEdits(text, composeEdits(first, second))).toBe(applyEdits(between, second))
      }),
      { numRuns: 2000 },
    )
  })

  it('composes three lists to the same text in either order', () => {
    fc.assert(
      fc.property(texts, seeds, seeds, seeds, (text, one, two, three) => {
        const first = editsFor(text, one, 'first')
        const middle = applyEdits(text, first)
        const second = editsFor(middle, two, 'second')
        const later = applyEdits(middle, second)
        const third = editsFor(later, three, 'third')
        const last = applyEdits(later, third)
        expect(applyEdits(text, composeEdits(composeEdits(first, second), third))).toBe(last)
        expect(applyEdits(text, composeEdits(first, composeEdits(second, third)))).toBe(last)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives edits whose inverse restores the original text', () => {
    fc.assert(
      fc.property(texts, seeds, seeds, (text, one, two) => {
        const first = editsFor(text, one, 'first')
        const between = applyEdits(text, first)
        const composed = composeEdits(first, editsFor(between, two, 'second'))
        expect(applyEdits(applyEdits(text, composed), invertEdits(text, composed))).toBe(text)
      }),
    )
  })

  it('splits no surrogate pair', () => {
    fc.assert(
      fc.property(texts, seeds, seeds, (text, one, two) => {
        const first = editsFor(text, one, 'first')
        const composed = composeEdits(first, editsFor(applyEdits(text, first), two, 'second'))
        const allowed = new Set(boundaries(text))
        for (const { start, end, replacement } of composed) {
          expect(allowed.has(start) && allowed.has(end) && !/[\ud800-\udfff]/u.test(replacement)).toBe(true)
        }
      }),
    )
  })
})
