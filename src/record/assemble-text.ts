import { type Block, isBodyRole } from '../core/block.js'
import type { Edit } from '../core/edit.js'

/** The rules by which the article's text is put together; they decide nothing about what belongs in it. */
const PARAGRAPH_BREAK = 'extract/paragraph-break'
const OUTER_SPACE = 'extract/outer-space'
const SUBHEAD_MARK = 'extract/subhead-mark'
const QUOTATION_MARK = 'extract/quotation-mark'

/**
 * The edits that turn a document's text into the article's: the body blocks with a blank line between them, `## `
 * before subheads, `> ` before every line of a quotation and of the attribution under it. Each removed block is one
 * edit, with the rule that decided its role; it takes along the space that follows it.
 */
export function assembleText(text: string, blocks: readonly Block[]): Edit[] {
  const edits: Edit[] = []
  const change = (start: number, end: number, replacement: string, ruleId: string) => {
    if (text.slice(start, end) === replacement) return
    edits.push({ start, end, replacement, provenance: { stage: 'extract', ruleId, confidence: null } })
  }
  let previous: Block | null = null
  let at = 0
  for (const run of bodyRuns(blocks)) {
    const { removed, body } = run
    const gapEnd = removed[0]?.start ?? body?.start ?? text.length
    if (previous && body) change(at, gapEnd, joint(previous, body), PARAGRAPH_BREAK)
    else change(at, gapEnd, '', OUTER_SPACE)
    for (const [index, block] of removed.entries()) {
      const end = removed[index + 1]?.start ?? body?.start ?? text.length
      change(block.start, end, '', block.ruleId)
    }
    if (!body) break
    for (const { offset, mark, ruleId } of marks(text, body)) change(offset, offset, mark, ruleId)
    previous = body
    at = body.end
  }
  return edits
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

interface Mark {
  readonly offset: number
  readonly mark: string
  readonly ruleId: string
}

function marks(text: string, block: Block): Mark[] {
  if (block.role === 'subhead') return [{ offset: block.start, mark: '## ', ruleId: SUBHEAD_MARK }]
  if (block.role === 'body') return []
  const offsets = [block.start]
  for (let at = text.indexOf('\n', block.start); at >= 0 && at < block.end; at = text.indexOf('\n', at + 1)) {
    offsets.push(at + 1)
  }
  return offsets.map((offset) => ({ offset, mark: '> ', ruleId: QUOTATION_MARK }))
}
