import type { Block } from './block.js'
import { applyEdits, type Edit, type Stage } from './edit.js'
import type { Finding } from './finding.js'
import { ARTICLE, type JudgedPage } from './page-status.js'
import type { SourceRecord } from './record.js'
import type { Revision } from './revision.js'
import type { Span } from './span.js'

/** Where and when a report was filed, as its first words say: `Dec. 31 (UPI)`, `KYIV (Reuters)`. */
export interface Dateline {
  readonly raw: string
  readonly place: string | null
  readonly agency: string | null
  /** ISO 8601 date; null when the year is unknown. */
  readonly date: string | null
}

/** What the page says of the article, beside the blocks that are read out when the record is made. */
export interface Metadata {
  /** The title that the page's markup gives, for where no line is the headline. */
  readonly title: string | null
  /** The same for the standfirst. */
  readonly description: string | null
  readonly url: string | null
  /** Names, without "By", roles or handles, in page order. */
  readonly authors: readonly string[]
  /** ISO 8601 date, or date and time where the page gives one. */
  readonly date: string | null
  readonly modified: string | null
  readonly publisher: string | null
  readonly hostname: string | null
  readonly dateline: Dateline | null
  readonly sections: readonly string[]
  readonly tags: readonly string[]
  /** Address of the picture that stands for the article. */
  readonly image: string | null
  /** ISO 639-1 code, null when undecided. */
  readonly language: string | null
}

/** A span with a score whose unit its list states. */
export interface ScoredSpan extends Span {
  readonly score: number
}

/** A record on its way through the stages. `text` is `record.text` after all `revisions`; spans count in `text`. */
export interface Document {
  readonly record: SourceRecord
  readonly text: string
  readonly revisions: readonly Revision[]
  /** Ordered, without overlaps; every character outside them is white space or a joint between two blocks. */
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
  readonly page: JudgedPage
  /** Paragraphs judged to be spun; score: log10 evidence per candidate position. */
  readonly scrambled: readonly ScoredSpan[]
  readonly findings: readonly Finding[]
}

export const NO_METADATA: Metadata = {
  title: null,
  description: null,
  url: null,
  authors: [],
  date: null,
  modified: null,
  publisher: null,
  hostname: null,
  dateline: null,
  sections: [],
  tags: [],
  image: null,
  language: null,
}

/** A document that no stage has touched. */
export function toDocument(record: SourceRecord): Document {
  return {
    record,
    text: record.text,
    revisions: [],
    blocks: [],
    metadata: NO_METADATA,
    page: ARTICLE,
    scrambled: [],
    findings: record.findings,
  }
}

/**
 * The document after one stage's edits, which must be ordered and free of overlaps. Blocks, scrambled spans and
 * findings move with the text; an edit that crosses a block's edge is a broken promise and throws.
 */
export function revise(document: Document, stage: Stage, edits: readonly Edit[]): Document {
  if (edits.length === 0) return document
  const move = spanMover(edits)
  return {
    ...document,
    text: applyEdits(document.text, edits),
    revisions: [...document.revisions, { stage, edits }],
    blocks: document.blocks.map(move),
    scrambled: document.scrambled.map(move),
    findings: document.findings.map(move),
  }
}

/** Moves spans from the text before `edits` to the text after them, growing with edits at their edges. */
export function spanMover(edits: readonly Edit[]): <S extends Span>(span: S) => S {
  // shifts[i] is how far offsets after the first i edits have moved.
  const shifts = [0]
  for (const edit of edits) shifts.push(shifts.at(-1)! + edit.replacement.length - (edit.end - edit.start))
  return (span) => {
    const before = countEdits(edits, (edit) => edit.end <= span.start && edit.start < span.start)
    const upTo = Math.max(
      before,
      countEdits(edits, (edit) => edit.start < span.end),
    )
    return { ...span, start: span.start + shifts[before]!, end: span.end + shifts[upTo]! }
  }
}

/** How many edits, from the first, satisfy a condition that holds for a prefix of them. */
function countEdits(edits: readonly Edit[], holds: (edit: Edit) => boolean): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(edits[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
