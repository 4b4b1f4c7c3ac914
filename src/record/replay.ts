import type { ArticleRecord, RecordEdit } from './article-record.js'
import { countCodePoints, utf16Offsets } from './code-points.js'

/** A record's texts by field name, such as `text`, `title` or `captions/0/credit`; fields that are null are left out. */
export type Fields = { readonly [field: string]: string }

/** The fields, or one sentence that says where record and source disagree, what was found and what was expected. */
export type Replayed = { readonly ok: true; readonly fields: Fields } | Problem

/** The source text, or one sentence that says why it cannot be had. */
export type Undone = { readonly ok: true; readonly source: string } | Problem

interface Problem {
  readonly ok: false
  readonly problem: string
}

/** The fields that a record's edits make of its source, the decoded text. The record's own texts are not looked at. */
export function replay(record: ArticleRecord, source: string): Replayed {
  const length = sourceLength(record)
  const found = countCodePoints(source)
  if (found !== length)
    return mismatch(`the source has ${found} code points`, `${length}, as the record's edits say`)
  const cut = codePointSlicer(source)
  const fields: Record<string, string> = {}
  for (const [field, edits] of byField(record)) {
    const move = edits[0]?.op === 'move' ? edits[0] : null
    let result = ''
    let at = move ? move.source_start : 0
    for (const [index, edit] of edits.entries()) {
      if (edit.op === 'move') continue
      const place = `edit ${index} of ${field}`
      if (edit.source_start < at)
        return mismatch(`${place} starts at ${edit.source_start} of the source`, `${at} or later`)
      const found = cut(edit.source_start, edit.source_end)
      if (edit.original !== null && edit.original !== found) {
        return mismatch(
          `${place}: the source has ${quote(found)} at ${edit.source_start}`,
          quote(edit.original),
        )
      }
      result += cut(at, edit.source_start) + (edit.replacement ?? '')
      at = edit.source_end
    }
    fields[field] = result + cut(at, move ? move.source_end : length)
  }
  return { ok: true, fields }
}

/**
 * The source text that a record was made from, exactly. Removals whose words the record does not keep need `source`;
 * where it is given, what comes out is compared with it.
 */
export function undo(record: ArticleRecord, source: string | null): Undone {
  const cut = codePointSlicer(record.text)
  const cutSource = source === null ? null : codePointSlicer(source)
  let result = ''
  let at = 0
  for (const [index, edit] of editsOf(record, 'text').entries()) {
    const place = `edit ${index} of text`
    if (edit.start < at) return mismatch(`${place} starts at ${edit.start}`, `${at} or later`)
    const found = cut(edit.start, edit.end)
    if (found !== edit.replacement) {
      return mismatch(
        `${place}: the record's text has ${quote(found)} at ${edit.start}`,
        quote(edit.replacement ?? ''),
      )
    }
    const original = edit.original ?? cutSource?.(edit.source_start, edit.source_end)
    if (original === undefined) {
      const words = `${edit.source_end - edit.source_start} code points at ${edit.source_start} of the source`
      return mismatch(
        `${place} removed ${words} and does not keep them`,
        'the source, or a record with full provenance',
      )
    }
    result += cut(at, edit.start) + original
    at = edit.end
  }
  result += cut(at, countCodePoints(record.text))
  return source === null || source === result ? { ok: true, source: result } : firstDifference(source, result)
}

/**
 * The record's fields as they were cleaned and before they were repaired. Needs no source: repairs keep what they
 * replaced. Where a repaired word was also normalised, it comes back as the source has it.
 */
export function undoRepairs(record: ArticleRecord): Fields {
  return Object.fromEntries(
    Object.entries(fieldsOf(record)).map(([field, value]) => {
      const cut = codePointSlicer(value)
      let result = ''
      let at = 0
      for (const { stage, start, end, original } of editsOf(record, field)) {
        if (stage !== 'repair' || original === null) continue
        result += cut(at, start) + original
        at = end
      }
      return [field, result + cut(at, countCodePoints(value))]
    }),
  )
}

/** The texts of a record that its edits speak of, by field name. */
export function fieldsOf({ text, metadata }: ArticleRecord): Fields {
  const fields: Record<string, string> = { text }
  const add = (field: string, value: string | null) => {
    if (value !== null) fields[field] = value
  }
  add('title', metadata.title)
  add('description', metadata.description)
  for (const [index, { text, credit }] of metadata.captions.entries()) {
    add(`captions/${index}/text`, text)
    add(`captions/${index}/credit`, credit)
  }
  return fields
}

/** A record's edits by field; `text` is always there, even where nothing changed. */
function byField(record: ArticleRecord): Map<string, RecordEdit[]> {
  const fields = new Map<string, RecordEdit[]>([['text', []]])
  for (const edit of record.edits) {
    const edits = fields.get(edit.field)
    if (edits) edits.push(edit)
    else fields.set(edit.field, [edit])
  }
  return fields
}

function editsOf(record: ArticleRecord, field: string): RecordEdit[] {
  return record.edits.filter((edit) => edit.field === field)
}

/** How many code points the source has, by the difference that the edits of `text` make. */
function sourceLength(record: ArticleRecord): number {
  const gained = editsOf(record, 'text').map(
    (edit) => edit.end - edit.start - (edit.source_end - edit.source_start),
  )
  return countCodePoints(record.text) - gained.reduce((sum, length) => sum + length, 0)
}

function codePointSlicer(text: string): (start: number, end: number) => string {
  const offset = utf16Offsets(text)
  return (start, end) => text.slice(offset(start), offset(end))
}

function firstDifference(source: string, result: string): Problem {
  let at = 0
  while (source[at] === result[at]) at++
  const place = countCodePoints(source.slice(0, at))
  return mismatch(
    `the source has ${quote(source.slice(at))} at ${place}`,
    `${quote(result.slice(at))}, as the record says`,
  )
}

function mismatch(found: string, expected: string): Problem {
  return { ok: false, problem: `${found}; expected ${expected}` }
}

/** The beginning of a text in quotation marks, short enough for a message. */
function quote(text: string): string {
  const limit = 40
  return JSON.stringify(text.length > limit ? `${text.slice(0, limit)}…` : text)
}
