import type { Span } from '../../src/core/span.js'

/** A place where a spinner wrote something else; the span counts in the original. */
export interface SpinnerChange extends Span {
  readonly written: string
}

/** A place of the spun text that its author wrote otherwise; the span counts in the spun text. */
export interface Scrambled extends Span {
  readonly original: string
}

/** A text as a spinner leaves it, with the truth about it. */
export interface Spun {
  readonly text: string
  readonly scrambled: readonly Scrambled[]
}

/** `original` after `changes`, which must be ordered and free of overlaps. */
export function replacing(original: string, changes: readonly SpinnerChange[]): Spun {
  const scrambled: Scrambled[] = []
  let text = ''
  let at = 0
  for (const { start, end, written } of changes) {
    text += original.slice(at, start)
    scrambled.push({
      start: text.length,
      end: text.length + written.length,
      original: original.slice(start, end),
    })
    text += written
    at = end
  }
  return { text: text + original.slice(at), scrambled }
}
