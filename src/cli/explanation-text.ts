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
 * and its changes below it: guesses first, with the confidence and the runner-up, then what is no guess, by rule.
 * Unchanged blocks are cut to one line.
 */
export function formatExplanation(
  { blocks, remarks }: Explanation,
  palette: Palette,
  width: number,
): string[] {
  const room = Math.max(width - MARGIN, MIN_TEXT_WIDTH)
  const loose = remarks.flatMap((remark) => remarkLines(remark, palette, room)).map(indented)
  return [...blocks.flatMap((block) => blockLines(block, palette, room)), ...loose]
}

function blockLines(block: ExplainedBlock, palette: Palette, room: number): string[] {
  const lines = isShownWhole(block)
    ? wrap(
        block.pieces.flatMap((piece) => styled(piece, palette)),
        room,
      )
    : [cutLine(block, palette, room)]
  const notes = [
    ...(isShownWhole(block) ? changeLines(block.changes, palette) : []),
    ...block.remarks.flatMap((remark) => remarkLines(remark, palette, room)),
  ]
  const placed = [...lines, ...notes].map((line, index) =>
    index === 0 ? margin(block, palette) + line : indented(line),
  )
  return notes.length > 0 ? ['', ...placed, ''] : placed
}

/** A removed block shows what stood there: what was changed in it before matters to no one. */
function isShownWhole({ changes, fate }: ExplainedBlock): boolean {
  return changes.length > 0 && fate !== 'removed'
}

/** The beginning of a block on one line; behind one that is no part of the text, the rule that decided so. */
function cutLine(block: ExplainedBlock, palette: Palette, room: number): string {
  if (block.fate === 'text') return cut(sourceOf(block), room)
  const text = cut(sourceOf(block), Math.max(room - block.ruleId.length - 2, MIN_TEXT_WIDTH))
  return `${block.fate === 'removed' ? palette.taken(text) : text}  ${palette.faint(block.ruleId)}`
}

function margin({ line, fate, role }: ExplainedBlock, palette: Palette): string {
  const label = `${MARKS[fate]} ${role === 'body' ? '' : role}`.padEnd(MARGIN - 6)
  const show = { text: palette.faint, metadata: palette.metadata, removed: palette.taken }[fate]
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
function styled(piece: Piece, palette: Palette): StyledText[] {
  if ('kept' in piece) return [{ text: piece.kept, show: asIs }]
  const { was, is } = piece
  if (!/[\p{L}\p{N}]/u.test(was + is)) return [{ text: is, show: palette.added }]
  const { open, arrow, close } = palette.change
  return [
    { text: open, show: palette.faint },
    { text: visible(was), show: palette.removed },
    { text: was === '' || is === '' ? '' : arrow, show: palette.faint },
    { text: visible(is), show: palette.added },
    { text: close, show: palette.faint },
  ]
}

function asIs(text: string): string {
  return text
}

function changeLines(changes: readonly Change[], palette: Palette): string[] {
  const rows = [...guessRows(changes), ...certainRows(changes)]
  const whatWidth = widest(rows.map(({ what }) => what))
  const ruleWidth = widest(rows.map(({ rule }) => rule))
  return rows.map(({ what, rule, how, isSure }) => {
    const sureness = isSure ? palette.faint(how) : palette.remark(how)
    return `  ${what.padEnd(whatWidth)}  ${palette.faint(rule.padEnd(ruleWidth))}  ${sureness}`.trimEnd()
  })
}

interface Row {
  readonly what: string
  readonly rule: string
  /** Confidence and runner-up; empty for a change that is no guess. */
  readonly how: string
  readonly isSure: boolean
}

function guessRows(changes: readonly Change[]): Row[] {
  return changes.flatMap((change) => {
    const { ruleId, confidence, alternatives } = change.provenance
    if (confidence === null) return []
    const [runnerUp] = alternatives ?? []
    const second = runnerUp?.text === change.was ? 'as it was' : visible(runnerUp?.text ?? '')
    const then = runnerUp ? `, then ${second} ${share(runnerUp.confidence)}` : ''
    return [
      { what: describe(change), rule: ruleId, how: share(confidence) + then, isSure: confidence >= 0.5 },
    ]
  })
}

/** Changes that are no guesses, those of one rule in one row. */
function certainRows(changes: readonly Change[]): Row[] {
  const byRule = new Map<string, string[]>()
  for (const change of changes) {
    const { ruleId, confidence } = change.provenance
    if (confidence === null) byRule.set(ruleId, [...(byRule.get(ruleId) ?? []), describe(change)])
  }
  return [...byRule].map(([rule, what]) => ({ what: what.join('  '), rule, how: '', isSure: true }))
}

/** A probability with two digits; what is less than the last of them is not called nothing. */
function share(probability: number): string {
  return probability > 0 && probability < 0.005 ? '<0.01' : probability.toFixed(2)
}

function describe({ was, is, count }: Change): string {
  const times = count > 1 ? ` ×${count}` : ''
  if (was === '') return `+ ${visible(is)}${times}`
  return is === '' ? `- ${visible(was)}${times}` : `${visible(was)} → ${visible(is)}${times}`
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
  return named.replace(/^ +|(?<! ) +$/g, (spaces) => '␣'.repeat(spaces.length))
}

/** Width of a column, within reason: a long entry pushes its own row alone. */
function widest(entries: readonly string[]): number {
  return Math.min(Math.max(...entries.map(({ length }) => length)), 44)
}
