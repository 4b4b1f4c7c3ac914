import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Document, revise } from '../../src/core/document.js'
import { articleRecord, type RecordEdit } from '../../src/record/article-record.js'
import { fieldsOf } from '../../src/record/replay.js'
import { type RecordOptions, toRecord } from '../../src/record/to-record.js'
import { documentOf, documents, edit } from './generated-document.js'

const edits: RecordOptions = { provenance: 'edits', removed: false }
const levels = fc.record<RecordOptions>({
  provenance: fc.constantFrom('edits', 'full', 'none'),
  removed: fc.boolean(),
})

function codePoints(text: string, start: number, end: number): string {
  return Array.from(text).slice(start, end).join('')
}

/** The edits of one field without the columns that a test does not look at. */
function brief(edits: readonly RecordEdit[], field: string) {
  return edits
    .filter((edit) => edit.field === field)
    .map(({ op, rule_id, start, end, source_start, source_end, original, replacement }) => [
      op,
      rule_id,
      [start, end],
      [source_start, source_end],
      original,
      replacement,
    ])
}

function textOf(document: Document): string {
  return toRecord(document, edits).text
}

describe('the text of a record', () => {
  it('joins body blocks with a blank line and leaves the others out', () => {
    const document = documentOf('Head\nOne.\nShare\nTwo.', [
      ['headline', 'Head'],
      ['body', 'One.'],
      ['share', 'Share'],
      ['body', 'Two.'],
    ])
    expect(textOf(document)).toBe('One.\n\nTwo.')
  })

  it('marks subheads, and quotations with their attribution on the next line', () => {
    const document = documentOf('Why\n\nIt\nends.\n\n– he said\n\n– in Kyiv\n\nSo.', [
      ['subhead', 'Why'],
      ['quotation', 'It\nends.'],
      ['attribution', '– he said'],
      ['attribution', '– in Kyiv'],
      ['body', 'So.'],
    ])
    expect(textOf(document)).toBe('## Why\n\n> It\n> ends.\n> – he said\n> – in Kyiv\n\nSo.')
  })

  it('leaves marks alone that stand there already', () => {
    const source = '## Why\n\n> It ends.\n> – he said'
    const document = documentOf(source, [
      ['subhead', 'Why'],
      ['quotation', 'It ends.'],
      ['attribution', '– he said'],
    ])
    expect(toRecord(document, edits)).toMatchObject({ text: source, edits: [] })
  })

  it('splits blocks that were glued together', () => {
    const document = documentOf('[File: AP]He ran.', [
      ['credit', '[File: AP]'],
      ['body', 'He ran.'],
    ])
    expect(textOf(document)).toBe('He ran.')
  })
})

describe('the fields of a record', () => {
  it('come from the first headline, the first standfirst and the captions with their credits', () => {
    const document = documentOf('Head. Stand. One. AP. Two. Body. Reuters. Head again.', [
      ['headline', 'Head.'],
      ['standfirst', 'Stand.'],
      ['caption', 'One.'],
      ['credit', 'AP.'],
      ['caption', 'Two.'],
      ['body', 'Body.'],
      ['credit', 'Reuters.'],
      ['headline', 'Head again.'],
    ])
    expect(toRecord(document, edits).metadata).toMatchObject({
      title: 'Head.',
      description: 'Stand.',
      captions: [
        { text: 'One.', credit: 'AP.' },
        { text: 'Two.', credit: null },
        { text: null, credit: 'Reuters.' },
      ],
    })
  })

  it('give a caption the credit that stands behind its repetition', () => {
    const document = documentOf('One. One. AP. Body.', [
      ['caption', 'One.'],
      ['repeat', 'One.'],
      ['credit', 'AP.'],
      ['body', 'Body.'],
    ])
    expect(toRecord(document, edits).metadata.captions).toEqual([{ text: 'One.', credit: 'AP.' }])
  })

  it('give the date of publication as the time of creation', () => {
    const document = documentOf('He ran.', [['body', 'He ran.']])
    const dated = { ...document, metadata: { ...document.metadata, date: '2024-12-31' } }
    expect(toRecord(dated, edits)).toMatchObject({ created: '2024-12-31', metadata: { date: '2024-12-31' } })
  })
})

describe('the edits of a record', () => {
  const source = '😀 Its\u00a0head\nShare\nHe sat.'
  const document = revise(
    {
      ...revise(documentOf(source, []), 'normalise', [edit(6, 7, ' ')]),
      blocks: documentOf(source, [
        ['headline', '😀 Its\u00a0head'],
        ['share', 'Share'],
        ['body', 'He sat.'],
      ]).blocks,
      scrambled: [{ start: 18, end: 25, score: 2.5 }],
    },
    'repair',
    [edit(21, 24, 'ran', 'repair')],
  )

  it('are the whole difference between source and text, with the rule that removed each block', () => {
    expect(brief(toRecord(document, edits).edits, 'text')).toEqual([
      ['remove', 'test/headline', [0, 0], [0, 11], null, ''],
      ['remove', 'test/share', [0, 0], [11, 17], null, ''],
      ['replace', 'repair/test', [3, 6], [20, 23], 'sat', 'ran'],
    ])
  })

  it('open every other field with its place in the source', () => {
    expect(brief(toRecord(document, edits).edits, 'title')).toEqual([
      ['move', 'extract/field', [0, 10], [0, 10], null, null],
      ['replace', 'normalise/test', [5, 6], [5, 6], '\u00a0', ' '],
    ])
  })

  it('keep the words of removals under full provenance, and those of blocks on request', () => {
    const originals = (options: RecordOptions) =>
      toRecord(document, options).edits.map(({ op, original }) => (op === 'remove' ? original : '-'))
    const kept = ['😀 Its\u00a0head\n', 'Share\n', '-', '-', '-']
    expect(originals({ provenance: 'full', removed: false })).toEqual(kept)
    expect(originals({ provenance: 'edits', removed: true })).toEqual(kept)
    expect(toRecord(document, { provenance: 'none', removed: true }).edits).toEqual([])
  })

  it('say in the attributes what was scrambled and what was repaired', () => {
    expect(toRecord(document, edits).attributes).toEqual({
      unspin__scrambled: [[0, 7, 2.5]],
      unspin__repaired: [[3, 6, 0.9]],
    })
  })

  it('keep the words that a repair removed', () => {
    const removing = revise(documentOf('He he ran.', [['body', 'He he ran.']]), 'repair', [
      edit(2, 5, '', 'repair'),
    ])
    expect(brief(toRecord(removing, edits).edits, 'text')).toEqual([
      ['remove', 'repair/test', [2, 2], [2, 5], ' he', ''],
    ])
  })

  it('leave out a change that a later stage took back', () => {
    const there = revise(documentOf('He ran.', [['body', 'He ran.']]), 'normalise', [edit(3, 6, 'sat')])
    expect(toRecord(revise(there, 'repair', [edit(3, 6, 'ran', 'repair')]), edits).edits).toEqual([])
  })
})

describe('every record', () => {
  it('keeps to the published definition', () => {
    fc.assert(
      fc.property(documents, levels, (document, options) => {
        expect(articleRecord.safeParse(toRecord(document, options)).error).toBeUndefined()
      }),
    )
  })

  it('counts offsets in code points, in the field and in the source', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const record = toRecord(document, { provenance: 'full', removed: false })
        const fields = fieldsOf(record)
        for (const edit of record.edits) {
          if (edit.op === 'move') continue
          expect(codePoints(document.record.text, edit.source_start, edit.source_end)).toBe(edit.original)
          expect(codePoints(fields[edit.field]!, edit.start, edit.end)).toBe(edit.replacement)
        }
      }),
    )
  })

  it('has the same keys in the same order', () => {
    const keys = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value).map(([key, inner]) => [key, keys(inner)])
        : null
    const expected = keys(toRecord(documentOf('a', [['body', 'a']]), edits))
    fc.assert(
      fc.property(documents, levels, (document, options) => {
        expect(keys(toRecord(document, options))).toEqual(expected)
      }),
    )
  })
})
