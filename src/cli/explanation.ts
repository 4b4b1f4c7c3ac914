import { type Block, isBodyRole } from '../core/block.js'
import { composeEdits } from '../core/compose-edits.js'
import type { Document } from '../core/document.js'
import type { Edit, Provenance } from '../core/edit.js'
import type { Finding } from '../core/finding.js'
import { firstEndingAfter, overlaps, type Span, slice } from '../core/span.js'
import { clipEdits } from '../record/clip-edits.js'

/** What became of a block: part of the text, read into the metadata, or taken out. */
export type Fate = 'text' | 'metadata' | 'removed'

/** A stretch of a block as it was, or a change inside it. */
export type Piece = { readonly kept: string } | { readonly was: string; readonly is: string }

/** Changes of one kind in a block. */
export interface Change {
  readonly was: string
  readonly is: string
  readonly provenance: Provenance
  /** How often the block holds it. */
  readonly count: number
}

/** Something noticed and left unchanged, with the words in question. */
export interface Remark {
  readonly words: string
  readonly finding: Finding
}

/** One block of the source, and all that was done to it and noticed in it. */
export interface ExplainedBlock {
  /** Line of the source where it begins, from 1. */
  readonly line: number
  readonly role: Block['role']
  readonly ruleId: string
  readonly fate: Fate
  readonly pieces: readonly Piece[]
  readonly changes: readonly Change[]
  readonly remarks: readonly Remark[]
}

/** An account of a cleaned document for people, block by block in the order of the source. */
export interface Explanation {
  readonly blocks: readonly ExplainedBlock[]
  /** What was noticed outside every block. */
  readonly remarks: readonly Remark[]
  /** Edits between the blocks, such as of spaces and line ends, that no block shows. */
  readonly editsBetween: number
}

/** What was done to each part of `document`. */
export function explainDocument(document: Document): Explanation {
  const source = document.record.text
  const composed = document.revisions.reduce<Edit[]>((all, { edits }) => composeEdits(all, edits), [])
  const clip = clipEdits(composed)
  const lineAt = lineCounter(source)
  const { inBlocks, outside } = placeRemarks(document)
  let editsInside = 0
  const blocks = document.blocks.map((block, index): ExplainedBlock => {
    const { source: origin, edits } = clip(block)
    editsInside += edits.length
    return {
      line: lineAt(origin.start),
      role: block.role,
      ruleId: block.ruleId,
      fate: fateOf(block.role),
      pieces: piecesOf(source, origin, edits),
      changes: changesOf(source, edits),
      remarks: inBlocks.get(index) ?? [],
    }
  })
  return {
    blocks,
    remarks: outside,
    editsBetween: composed.length - editsInside,
  }
}

const METADATA_ROLES: ReadonlySet<Block['role']> = new Set([
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'date',
  'caption',
  'credit',
  'publisher',
  'tag',
  'section',
  'source-url',
])

function fateOf(role: Block['role']): Fate {
  if (isBodyRole(role)) return 'text'
  return METADATA_ROLES.has(role) ? 'metadata' : 'removed'
}

/** Remarks by the index of the block that they are in, and those that are in none. */
function placeRemarks({ text, blocks, findings }: Document) {
  const inBlocks = new Map<number, Remark[]>()
  const outside: Remark[] = []
  for (const finding of findings) {
    const remark = { words: slice(text, finding), finding }
    const index = firstEndingAfter(blocks, finding.start)
    const block = blocks[index]
    if (!block || !overlaps(block, finding)) outside.push(remark)
    else if (inBlocks.has(index)) inBlocks.get(index)!.push(remark)
    else inBlocks.set(index, [remark])
  }
  return { inBlocks, outside }
}

function piecesOf(source: string, origin: Span, edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = []
  let at = origin.start
  for (const edit of edits) {
    if (at < edit.start) pieces.push({ kept: source.slice(at, edit.start) })
    pieces.push({ was: slice(source, edit), is: edit.replacement })
    at = edit.end
  }
  if (at < origin.end) pieces.push({ kept: source.slice(at, origin.end) })
  return pieces
}

/** The edits of a block, those that do the same for the same reason as one. */
function changesOf(source: string, edits: readonly Edit[]): Change[] {
  const changes = new Map<string, Change>()
  for (const edit of edits) {
    const was = slice(source, edit)
    const { stage, ruleId, confidence } = edit.provenance
    const key = JSON.stringify([was, edit.replacement, stage, ruleId, confidence])
    const count = (changes.get(key)?.count ?? 0) + 1
    changes.set(key, { was, is: edit.replacement, provenance: edit.provenance, count })
  }
  return [...changes.values()]
}

/** A function from offsets to line numbers, counted from 1. */
function lineCounter(text: string): (offset: number) => number {
  const lines: Span[] = []
  let start = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    lines.push({ start, end: end + 1 })
    start = end + 1
  }
  return (offset) => firstEndingAfter(lines, offset) + 1
}
