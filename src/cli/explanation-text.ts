import type { Change, ExplainedBlock, Explanation, Fate, Piece, Remark } from './explanation.js'
import type { Palette } from './palette.js'
import { type StyledText, wrap } from './wrap.js'

/** Characters before the text of a block: line number, mark and role. */
const MARGIN = 21
/** Text is not squeezed into less than this, however narrow the terminal. */
const MIN_TEXT_WIDTH = 40

const MARKS: Readonly<Record<Fate, string>> = { text: ' ', metadata: 'i', removed: '-' }

/**
 * An explanation as lines of about `width` characters. Each block has its line in the source, its fate (`-` removed,
 * `i` read into the metadata) and its role. A changed block is shown whole, `[old → new]` where words were changed,
 * and its changes below it: rule, confidence, and the runner-up. Unchanged blocks are cut to one line.
 */
export function formatExplanation(
  { blocks, remarks }: Explanation,
  palette: Palette,
  width: number,
): string[] {
  const room = Math.max(width - MARGIN, MIN_TEXT_WIDTH)
  return [
    ...blocks.flatMap((block) => [...blockLines(block, palette, room), '']),
    ...remarks.flatMap((remark) => remarkLines(remark, palette, room)).map(indented),
  ]
}

function blockLines(block: ExplainedBlock, palette: Palette, room: number): string[] {
  const isChanged = block.changes.length > 0 && block.fate !== 'removed'
  const pieces = isChanged ? block.pieces : [{ kept: cut(sourceOf(block), room) }]
  const lines = [
    ...wrap(
      pieces.flatMap((piece) => styled(piece, block.fate, palette)),
      room,
    ),
    ...(block.fate === 'removed' ? [palette.faint(block.ruleId)] : []),
    ...(isChanged ? changeLines(block.changes, palette) : []),
    ...block.remarks.flatMap((remark) => remarkLines(remark, palette, room)),
  ]
  return lines.map((line, index) => (index === 0 ? margin(block, palette) + line : indented(line)))
}

function margin({ line, fate, role }: ExplainedBlock, palette: Palette): string {
  const label = `${MARKS[fate]} ${role === 'body' ? '' : role}`.padEnd(MARGIN - 6)
  const show = { text: palette.faint, metadata: palette.metadata, removed: palette.removed }[fate]
  return `${palette.faint(String(line).padStart(4))}  ${show(label)}`
}

function indented(line: string): string {
  return ' '.repeat(MARGIN) + line
}

function sourceOf({ pieces }: ExplainedBlock): string {
  return pieces.map((piece) => ('kept' in piece ? piece.kept : piece.was)).join('')
}

/** The beginning of a text, on one line. */
function cut(text: string, room: number): string {
  const line = text.replaceAll('\n', ' ')
  return line.length > room ? `${line.slice(0, room - 1).trimEnd()}…` : line
}

/** A changed word is shown as it was and as it is; a changed mark or space only as it is. */
function styled(piece: Piece, fate: Fate, palette: Palette): StyledText[] {
  if ('kept' in piece) return [{ text: piece.kept, show: fate === 'removed' ? palette.faint : asIs }]
  const { was, is } = piece
  if (!/[\p{L}\p{N}]/u.test(was + is)) return [{ text: is, show: palette.added }]
  return [
    { text: '[', show: palette.faint },
    { text: visible(was), show: palette.removed },
    { text: is === '' ? '' : ' → ', show: palette.faint },
    { text: visible(is), show: palette.added },
    { text: ']', show: palette.faint },
  ]
}

function asIs(text: string): string {
  return text
}

function changeLines(changes: readonly Change[], palette: Palette): string[] {
  const rows = changes.map((change) => ({
    what: describe(change),
    rule: change.provenance.ruleId,
    how: sureness(change),
  }))
  const whatWidth = widest(rows.map(({ what }) => what))
  const ruleWidth = widest(rows.map(({ rule }) => rule))
  return rows.map(({ what, rule, how }) => {
    const columns = `${rule.padEnd(ruleWidth)}  ${how}`.trimEnd()
    return `  ${what.padEnd(whatWidth)}  ${palette.faint(columns)}`
  })
}

function describe({ was, is, count }: Change): string {
  const times = count > 1 ? ` ×${count}` : ''
  if (was === '') return `+ ${visible(is)}${times}`
  return is === '' ? `- ${visible(was)}${times}` : `${visible(was)} → ${visible(is)}${times}`
}

/** `0.93, then stop 0.04`; empty for a change that is no guess. */
function sureness({ provenance: { confidence, alternatives } }: Change): string {
  if (confidence === null) return ''
  const runnerUp = alternatives?.[0]
  const then = runnerUp ? `, then ${visible(runnerUp.text)} ${runnerUp.confidence.toFixed(2)}` : ''
  return confidence.toFixed(2) + then
}

function remarkLines({ words, finding }: Remark, palette: Palette, room: number): string[] {
  const { reason, suggestions, ruleId } = finding
  const instead = suggestions.length > 0 ? ` (${suggestions.slice(0, 3).join(', ')}?)` : ''
  const about = words === '' ? '' : `${visible(cut(words, room >> 1))}: `
  return [`${palette.remark(`? ${about}${reason}${instead}`)}  ${palette.faint(ruleId)}`]
}

/** A short text with spaces, line ends and characters that show nothing made visible, each in its own way. */
function visible(text: string): string {
  const named = text.replace(/[^\S ]|\p{Cc}|\p{Cf}/gu, (character) =>
    character === '\n' ? '⏎' : `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return named.replace(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length))
}

/** Width of a column, within reason: a long entry pushes its own row alone. */
function widest(entries: readonly string[]): number {
  return Math.min(Math.max(...entries.map(({ length }) => length)), 44)
}
