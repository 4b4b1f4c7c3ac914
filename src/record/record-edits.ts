import { type Edit, editedSpans } from '../core/edit.js'
import { type Span, slice } from '../core/span.js'
import type { RecordEdit } from './article-record.js'
import { codePointOffsets } from './code-points.js'

/** A field of the record and how it came out of the source; all offsets in UTF-16 code units. */
export interface EditedField {
  readonly field: string
  readonly value: string
  /** The part of the source that the field was made from; null when it was the whole. */
  readonly origin: Span | null
  /** The edits that turn that part into `value`, with offsets into the whole source. */
  readonly edits: readonly Edit[]
}

/** The public edits of some fields, offsets in code points; `keepsOriginal` says which removals keep their words. */
export function recordEdits(
  source: string,
  fields: readonly EditedField[],
  keepsOriginal: (removal: Edit) => boolean,
): RecordEdit[] {
  const inSource = codePointOffsets(source)
  return fields.flatMap(({ field, value, origin, edits }) => {
    const inField = codePointOffsets(value)
    const spans = editedSpans(edits)
    const fieldStart = origin?.start ?? 0
    const changes = edits.map((edit, index): RecordEdit => {
      const op = operation(edit)
      return {
        field,
        op,
        stage: edit.provenance.stage,
        rule_id: edit.provenance.ruleId,
        start: inField(spans[index]!.start - fieldStart),
        end: inField(spans[index]!.end - fieldStart),
        source_start: inSource(edit.start),
        source_end: inSource(edit.end),
        original: op === 'remove' && !keepsOriginal(edit) ? null : slice(source, edit),
        replacement: edit.replacement,
        confidence: edit.provenance.confidence,
      }
    })
    return origin
      ? [move(field, inField(value.length), inSource(origin.start), inSource(origin.end)), ...changes]
      : changes
  })
}

function operation({ start, end, replacement }: Edit): 'insert' | 'remove' | 'replace' {
  if (start === end) return 'insert'
  return replacement === '' ? 'remove' : 'replace'
}

function move(field: string, end: number, source_start: number, source_end: number): RecordEdit {
  return {
    field,
    op: 'move',
    stage: 'extract',
    rule_id: 'extract/field',
    start: 0,
    end,
    source_start,
    source_end,
    original: null,
    replacement: null,
    confidence: null,
  }
}
