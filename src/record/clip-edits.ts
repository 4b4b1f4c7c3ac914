import { type Edit, editedSpans } from '../core/edit.js'
import { firstEndingAfter, overlaps, type Span } from '../core/span.js'

/** A span of the edited text as it grew out of the source: its source span and the edits inside, in source offsets. */
export interface ClippedEdits {
  readonly source: Span
  readonly edits: readonly Edit[]
}

/**
 * A function that gives, for a span of the text after `edits`, the part of the source it comes from and the edits
 * between the two. Of an edit whose replacement crosses the span's edge, the replacement is cut and the source is not:
 * applied to the source span, the edits give exactly the span's text.
 */
export function clipEdits(edits: readonly Edit[]): (span: Span) => ClippedEdits {
  const spans = editedSpans(edits)
  /** How far offsets behind the first `count` edits have moved. */
  const shift = (count: number) => (count > 0 ? spans[count - 1]!.end - edits[count - 1]!.end : 0)
  return (span) => {
    const from = firstEndingAfter(spans, span.start)
    let to = from
    while (to < spans.length && overlaps(spans[to]!, span)) to++
    const crossesStart = to > from && spans[from]!.start < span.start
    const crossesEnd = to > from && spans[to - 1]!.end > span.end
    return {
      source: {
        start: crossesStart ? edits[from]!.start : span.start - shift(from),
        end: crossesEnd ? edits[to - 1]!.end : span.end - shift(to),
      },
      edits: edits.slice(from, to).map((edit, index) => {
        const { start } = spans[from + index]!
        return {
          ...edit,
          replacement: edit.replacement.slice(Math.max(0, span.start - start), span.end - start),
        }
      }),
    }
  }
}
