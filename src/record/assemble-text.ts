import { type Block, type BlockRole, isBodyRole } from '../core/block.js'
import type { Edit } from '../core/edit.js'

/** The rules by which the article's text is put together; they decide nothing about what belongs in it. */
const PARAGRAPH_BREAK = 'extract/paragraph-break'
const OUTER_SPACE = 'extract/outer-space'

/**
 * The edits that turn a document's text into the article's: the body blocks with a blank line between them, `## `
 * before subheads, `> ` before every line of a quotation and of the attribution under it; marks that stand there
 * already stay. Each removed block is one edit, with the rule that decided its role; it takes along the space that
 * follows it.
 */
export function assembleText(text: string, blocks: readonly Block[]): Edit[] {
  const edits: Edit[] = []
  const change = (start: number, end: number, replacement: string, ruleId: string) => {
    if (text.slice(start, end) === replacement) return
    edits.push({ start, end, replacement, provenance: { stage: 'extract', ruleId, confidence: null } })
  }
  let previous: Block | null = null
  let at = 0
  for (const { removed, body } of bodyRuns(blocks)) {
    const nextAt = body ? markedStart(text, body, removed.at(-1)?.end ?? at) : text.length
    const gapEnd = removed[0]?.start ?? nextAt
    if (previous && body) change(at, gapEnd, joint(previous, body), PARAGRAPH_BREAK)
    else change(at, gapEnd, '', OUTER_SPACE)
    for (const [index, block] of removed.entries()) {
      change(block.start, removed[index + 1]?.start ?? nextAt, '', block.ruleId)
    }
    if (!body) break
    const mark = MARKS[body.role]
    if (mark) {
      if (nextAt === body.start) change(nextAt, nextAt, mark.text, mark.ruleId)
      for (const offset of innerLines(text, body)) {
        if (!text.startsWith(mark.text, offset)) change(offset, offset, mark.text, mark.ruleId)
      }
    }
    previous = body
    at = body.end
  }
  return edits
}

/** What every line of a role begins with. */
const MARKS: { readonly [R in BlockRole]?: { readonly text: string; readonly ruleId: string } } = {
  subhead: { text: '## ', ruleId: 'extract/subhead-mark' },
  quotation: { text: '> ', ruleId: 'extract/quotation-mark' },
  attribution: { text: '> ', ruleId: 'extract/quotation-mark' },
}

/** Where a block begins with the mark that stands before it, behind `from`; where the block begins when none does. */
function markedStart(text: string, block: Block, from: number): number {
  const mark = MARKS[block.role]?.text ?? ''
  const start = block.start - mark.length
  return start >= from && text.startsWith(mark, start) ? start : block.start
}

/** Offsets of the beginnings of a block's lines behind its first. */
function innerLines(text: string, { start, end }: Block): number[] {
  const offsets: number[] = []
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
    offsets.push(at + 1)
  return offsets
}

/** Blocks that leave the text, and the body block that follows them; null behind the last. */
interface BodyRun {
  readonly removed: readonly Block[]
  readonly body: Block | null
}

function bodyRuns(blocks: readonly Block[]): BodyRun[] {
  const runs: BodyRun[] = []
  let removed: Block[] = []
  for (const block of blocks) {
    if (isBodyRole(block.role)) {
      runs.push({ removed, body: block })
      removed = []
    } else removed.push(block)
  }
  runs.push({ removed, body: null })
  return runs
}

/** What stands between two body blocks: an attribution is the next line of its quotation. */
function joint(previous: Block, next: Block): string {
  const isQuoted = previous.role === 'quotation' || previous.role === 'attribution'
  return isQuoted && next.role === 'attribution' ? '\n' : '\n\n'
}
