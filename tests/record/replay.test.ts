import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { revise } from '../../src/core/document.js'
import { fieldsOf, replay, undo, undoRepairs } from '../../src/record/replay.js'
import { type RecordOptions, toRecord } from '../../src/record/to-record.js'
import { documentOf, documents, edit, repairableDocuments } from './generated-document.js'

const edits: RecordOptions = { provenance: 'edits', removed: false }
const full: RecordOptions = { provenance: 'full', removed: false }

describe('replay', () => {
  it('makes the texts of any record out of its source', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(edits, full), (document, options) => {
        const record = toRecord(document, options)
        expect(replay(record, document.record.text)).toEqual({ ok: true, fields: fieldsOf(record) })
      }),
      { numRuns: 2000 },
    )
  })

  it('says where another source differs', () => {
    const document = revise(documentOf('He sat.', [['body', 'He sat.']]), 'repair', [
      edit(3, 6, 'ran', 'repair'),
    ])
    expect(replay(toRecord(document, edits), 'He lay.')).toEqual({
      ok: false,
      problem: 'edit 0 of text: the source has "lay" at 3; expected "sat"',
    })
    expect(replay(toRecord(document, edits), 'He sat down.')).toEqual({
      ok: false,
      problem: "the source has 12 code points; expected 7, as the record's edits say",
    })
  })
})

describe('undo', () => {
  it('gives back the source of any record that keeps everything', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const source = document.record.text
        expect(undo(toRecord(document, full), null)).toEqual({ ok: true, source })
      }),
      { numRuns: 2000 },
    )
  })

  it('gives back the source of a record without the words of removals, with the help of the source', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const source = document.record.text
        expect(undo(toRecord(document, edits), source)).toEqual({ ok: true, source })
      }),
    )
  })

  it('asks for the source where the record does not keep what was removed', () => {
    const record = toRecord(
      documentOf('Share\n\nHe ran.', [
        ['share', 'Share'],
        ['body', 'He ran.'],
      ]),
      edits,
    )
    expect(undo(record, null)).toEqual({
      ok: false,
      problem:
        'edit 0 of text removed 7 code points at 0 of the source and does not keep them; expected the source, or a record with full provenance',
    })
  })

  it('says where the given source is not the one that the record was made from', () => {
    const record = toRecord(
      documentOf('Share\n\nHe ran.', [
        ['share', 'Share'],
        ['body', 'He ran.'],
      ]),
      edits,
    )
    expect(undo(record, 'Share\n\nHe sat.')).toEqual({
      ok: false,
      problem: 'the source has "sat." at 10; expected "ran.", as the record says',
    })
  })

  it('says where the text of the record was changed by hand', () => {
    const document = revise(documentOf('He sat.', [['body', 'He sat.']]), 'repair', [
      edit(3, 6, 'ran', 'repair'),
    ])
    const record = toRecord(document, edits)
    expect(undo({ ...record, text: 'He lay.' }, null)).toEqual({
      ok: false,
      problem: 'edit 0 of text: the record\'s text has "lay" at 3; expected "ran"',
    })
  })
})

describe('undoRepairs', () => {
  it('gives the cleaned text as it was before any repair', () => {
    const cleaned = documentOf('A headline\n\nShare\n\n😀 He sat.\nShe sat.', [
      ['headline', 'A headline'],
      ['share', 'Share'],
      ['body', '😀 He sat.'],
      ['body', 'She sat.'],
    ])
    const repaired = revise(cleaned, 'repair', [
      edit(2, 10, 'title', 'repair'),
      edit(25, 28, 'ran', 'repair'),
    ])
    const record = toRecord(repaired, edits)
    expect(record.text).toBe('😀 He ran.\n\nShe sat.')
    expect(undoRepairs(record)).toEqual({ text: '😀 He sat.\n\nShe sat.', title: 'A headline' })
  })

  it('gives the fields that the document has without its repairs', () => {
    fc.assert(
      fc.property(repairableDocuments, ({ judged, repairs }) => {
        // The normalised text stands as the source, so that no repair meets an earlier edit.
        const cleaned = { ...judged, record: { ...judged.record, text: judged.text }, revisions: [] }
        const record = toRecord(revise(cleaned, 'repair', repairs), edits)
        expect(undoRepairs(record)).toEqual(fieldsOf(toRecord(cleaned, edits)))
      }),
      { numRuns: 1000 },
    )
  })
})
