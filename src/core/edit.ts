import type { Span } from './span.js'

/** The stages that may change text, in the order in which they run. */
export const STAGES = ['read', 'normalise', 'extract', 'repair'] as const
export type Stage = (typeof STAGES)[number]

/** Another replacement that the decoder weighed. `confidence` is its posterior probability, 0 to 1. */
export interface Alternative {
  readonly text: string
  readonly confidence: number
}

/** Why a change was made. `confidence` is a probability from 0 to 1, null where the change is not a guess. */
export interface Provenance {
  readonly stage: Stage
  readonly ruleId: string
  readonly confidence: number | null
  /** The losing candidates, best first; empty for changes that had none. */
  readonly alternatives?: readonly Alternative[]
}

/** A change: the text that `start` to `end` covers becomes `replacement`. An insertion has `start === end`. */
export interface Edit extends Span {
  readonly replacement: string
  readonly provenance: Provenance
}

/**
 * The text after `edits`, which must be ordered, inside the text and free of overlaps.
 * @throws RangeError that names the first edit to break this.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  checkEdits(text.length, edits)
  let result = ''
  let at = 0
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.replacement
    at = edit.end
  }
  return result + text.slice(at)
}

/** The edits that turn the edited text back into `text`, with the provenance of the change that each takes back. */
export function invertEdits(text: string, edits: readonly Edit[]): Edit[] {
  checkEdits(text.length, edits)
  const spans = editedSpans(edits)
  return edits.map(({ start, end, provenance }, index) => ({
    ...spans[index]!,
    replacement: text.slice(start, end),
    provenance,
  }))
}

/** Where the edited text holds the replacement of each edit. */
export function editedSpans(edits: readonly Edit[]): Span[] {
  let shift = 0
  return edits.map(({ start, end, replacement }) => {
    const span = { start: start + shift, end: start + shift + replacement.length }
    shift = span.end - end
    return span
  })
}

function checkEdits(length: number, edits: readonly Edit[]): void {
  let at = 0
  for (const [index, { start, end }] of edits.entries()) {
    if (start < at || end < start || end > length) {
      throw new RangeError(
        `edit ${index} covers [${start}, ${end}); expected it to start at ${at} or later and to end by ${length}`,
      )
    }
    at = end
  }
}
