import { describe, expect, it } from 'vitest'
import { clipEdits } from '../../src/record/clip-edits.js'
import { edit } from './generated-document.js'

describe('clipEdits', () => {
  it('leaves deletions at the edges of a span outside', () => {
    // **ab** -> ab
    const clip = clipEdits([edit(0, 2, ''), edit(4, 6, '')])
    expect(clip({ start: 0, end: 2 })).toEqual({ source: { start: 2, end: 4 }, edits: [] })
  })

  it('cuts a replacement that crosses the edge of a span', () => {
    // aXb -> a12b, of which the span holds 2b
    const { source, edits } = clipEdits([edit(1, 2, '12')])({ start: 2, end: 4 })
    expect(source).toEqual({ start: 1, end: 3 })
    expect(edits.map(({ start, end, replacement }) => [start, end, replacement])).toEqual([[1, 2, '2']])
  })
})
