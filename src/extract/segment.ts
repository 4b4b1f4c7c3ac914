import type { BlockRole } from '../core/block.js'
import type { Span } from '../core/span.js'

/** A credit at the end of a line: the credit itself, and where the words before it, its label and brackets left out, end. */
export interface TrailingCredit extends Span {
  readonly captionEnd: number
}

/** A line, or a part of a line that holds several things; without white space at its ends. */
export interface Segment extends Span {
  /** Line breaks between this segment and the one before: 0 on one line, 1 on the next, 2 or more after blank lines. */
  readonly breaks: number
  /** What splitting the line found this part to be; null where that is still open. */
  readonly given: { readonly role: BlockRole; readonly ruleId: string } | null
  /** The credit with which the segment ends if it is a caption; null where none stands there. */
  readonly credit: TrailingCredit | null
}
