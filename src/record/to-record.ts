import { isBodyRole } from '../core/block.js'
import { composeEdits } from '../core/compose-edits.js'
import { type Document, type ScoredSpan, spanMover } from '../core/document.js'
import { applyEdits, type Edit, editedSpans } from '../core/edit.js'
import { contains, firstEndingAfter, type Span, slice } from '../core/span.js'
import type { ArticleRecord } from './article-record.js'
import { assembleText } from './assemble-text.js'
import { clipEdits } from './clip-edits.js'
import { codePointOffsets } from './code-points.js'
import { fieldSpans } from './field-spans.js'
import { type EditedField, recordEdits } from './record-edits.js'
import { RECORD_VERSION } from './record-version.js'

/**
 * How much of its history a record keeps. `edits`: all edits, without the words of removals, whose undo then needs
 * the source. `full`: those words too. `none`: no edits.
 */
export const PROVENANCE_LEVELS = ['edits', 'full', 'none'] as const
export type ProvenanceLevel = (typeof PROVENANCE_LEVELS)[number]

/** What a record keeps beside the article. */
export interface RecordOptions {
  readonly provenance: ProvenanceLevel
  /** True to keep the words of removed blocks under `provenance: 'edits'` too. */
  readonly removed: boolean
}

export const DEFAULT_RECORD_OPTIONS: RecordOptions = { provenance: 'edits', removed: false }

/** The public record of a cleaned document. Offsets count code points, and every key is always there. */
export function toRecord(document: Document, options: RecordOptions = DEFAULT_RECORD_OPTIONS): ArticleRecord {
  const { record, metadata, blocks } = document
  const composed = document.revisions.reduce<Edit[]>(
    (edits, revision) => composeEdits(edits, revision.edits),
    [],
  )
  const assembly = assembleText(document.text, blocks)
  const text = applyEdits(document.text, assembly)
  const textEdits = withoutIdle(composeEdits(composed, assembly), record.text)
  const spans = fieldSpans(blocks)
  const read = (span: Span | null) => span && slice(document.text, span)
  const inText = codePointOffsets(text)
  const clip = clipEdits(composed)
  const moved = (field: string, span: Span | null): EditedField[] => {
    if (!span) return []
    const { source, edits } = clip(span)
    return [
      { field, value: slice(document.text, span), origin: source, edits: withoutIdle(edits, record.text) },
    ]
  }
  const fields = (): EditedField[] => [
    { field: 'text', value: text, origin: null, edits: textEdits },
    ...moved('title', spans.title),
    ...moved('description', spans.description),
    ...spans.captions.flatMap((caption, index) => [
      ...moved(`captions/${index}/text`, caption.text),
      ...moved(`captions/${index}/credit`, caption.credit),
    ]),
  ]
  return {
    id: record.id,
    text,
    source: record.source,
    created: metadata.date,
    added: record.supplied.added,
    version: RECORD_VERSION,
    metadata: {
      url: metadata.url ?? record.supplied.url,
      title: read(spans.title) ?? metadata.title,
      description: read(spans.description) ?? metadata.description,
      authors: [...metadata.authors],
      date: metadata.date,
      modified: metadata.modified,
      publisher: metadata.publisher,
      hostname: metadata.hostname,
      dateline: metadata.dateline && {
        raw: metadata.dateline.raw,
        place: metadata.dateline.place,
        agency: metadata.dateline.agency,
        date: metadata.dateline.date,
      },
      sections: [...metadata.sections],
      tags: [...metadata.tags],
      captions: spans.captions.map(({ text, credit }) => ({ text: read(text), credit: read(credit) })),
      language: metadata.language,
      file_path: record.filePath,
      sha256: record.sha256,
      image: metadata.image,
      status: document.page.status,
      status_evidence: document.page.evidence.map(({ ruleId, reason }) => ({ rule_id: ruleId, reason })),
    },
    attributes: {
      unspin__scrambled: scrambledInText(document, assembly).map(({ start, end, score }) => [
        inText(start),
        inText(end),
        score,
      ]),
      unspin__repaired: repairedInText(textEdits).map(({ start, end, score }) => [
        inText(start),
        inText(end),
        score,
      ]),
    },
    edits:
      options.provenance === 'none'
        ? []
        : recordEdits(record.text, fields(), (removal) => keepsOriginal(removal, options)),
  }
}

/** Edits that change something: two stages may have taken each other back. */
function withoutIdle(edits: readonly Edit[], source: string): Edit[] {
  return edits.filter((edit) => slice(source, edit) !== edit.replacement)
}

/** A repair always keeps what stood there, so that it can be taken back without the source. */
function keepsOriginal({ provenance: { stage } }: Edit, { provenance, removed }: RecordOptions): boolean {
  return provenance === 'full' || stage === 'repair' || (removed && stage === 'extract')
}

/** The scrambled paragraphs that the article's text holds, in its offsets. */
function scrambledInText({ blocks, scrambled }: Document, assembly: readonly Edit[]): ScoredSpan[] {
  if (scrambled.length === 0) return []
  const bodies = blocks.filter(({ role }) => isBodyRole(role))
  const isInBody = (span: Span) => {
    const body = bodies[firstEndingAfter(bodies, span.start)]
    return body !== undefined && contains(body, span)
  }
  return scrambled.filter(isInBody).map(spanMover(assembly))
}

/** The repaired spans of the article's text; score: the repair's confidence, 1 where it is not a guess. */
function repairedInText(textEdits: readonly Edit[]): ScoredSpan[] {
  const spans = editedSpans(textEdits)
  return textEdits.flatMap(({ provenance }, index) =>
    provenance.stage === 'repair' ? [{ ...spans[index]!, score: provenance.confidence ?? 1 }] : [],
  )
}
