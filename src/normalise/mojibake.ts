import type { Edit } from '../core/edit.js'
import { type Fixer, normaliseEdit } from './fixer.js'
import { type Misread, mayBeMisread, misreadsIn, pages } from './misread.js'
import { oddity } from './oddity.js'
import { Trait } from './traits.js'

/**
 * Punctuation and signs whose three misread bytes (`â€™`, `‚Äô`, `вЂ™`, `ΓÇÖ`) no page shows as writing: general
 * punctuation, currency, letter-like signs and arrows.
 */
const UNMISTAKABLE = /^[\u2010-\u203a\u20a0-\u20bf\u2100-\u214f\u2190-\u21ff]$/

const STRAIGHT_QUOTE = /["'`]/

/** A run of characters beyond ASCII that may be misread UTF-8, with what stands around it. */
interface Run {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly before: string
  readonly after: string
}

/**
 * UTF-8 that was read in an eight-bit code page, once or several times: `â€™` becomes `’`. Each run of characters
 * beyond ASCII is judged by itself, so that a text may be broken in parts and in several ways. A reading is put right
 * when that makes it less odd. Where it looks like writing both ways (`É…`), it is put right only beside another that is
 * beyond doubt, in the same line.
 */
export const mojibake: Fixer = {
  traits: Trait.beyondAscii,
  fix(text) {
    const edits: Edit[] = []
    const doubtful: Run[] = []
    const brokenLines = new Set<number>()
    for (const run of runsOf(text)) {
      const seen = text.slice(run.start, run.end)
      const repaired = repair(seen, run, 'certain')
      if (repaired !== seen) {
        edits.push(editOf(run.start, seen, repaired))
        brokenLines.add(run.line)
      } else doubtful.push(run)
    }
    for (const run of doubtful) {
      if (!brokenLines.has(run.line)) continue
      const seen = text.slice(run.start, run.end)
      const repaired = repair(seen, run, 'doubtful')
      if (repaired !== seen) edits.push(editOf(run.start, seen, repaired))
    }
    return edits.sort((a, b) => a.start - b.start)
  },
}

function* runsOf(text: string): Generator<Run> {
  const pattern = /[\u0080-\uffff]{2,}/g
  let line = 0
  let lineEnd = text.indexOf('\n')
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index
    const end = pattern.lastIndex
    if (!mayBeMisread(text, start, end) || isQuoted(text, start, end)) continue
    while (lineEnd >= 0 && lineEnd < start) {
      line++
      lineEnd = text.indexOf('\n', lineEnd + 1)
    }
    yield { start, end, line, before: text[start - 1] ?? '', after: text[end] ?? '' }
  }
}

/** True for a run that stands alone between quotation marks: someone writes about mojibake. */
function isQuoted(text: string, start: number, end: number): boolean {
  const isInsideStraight = STRAIGHT_QUOTE.test(text[start - 1] ?? '') && STRAIGHT_QUOTE.test(text[end] ?? '')
  return isInsideStraight || /^[“‘].*[”’]$/.test(text.slice(start, end))
}

type Certainty = 'certain' | 'doubtful'

/** `seen` with its misread parts put right by the code page that explains most; what that gives, likewise. */
function repair(
  seen: string,
  { before, after }: Pick<Run, 'before' | 'after'>,
  certainty: Certainty,
): string {
  let best: Misread[] = []
  let bestGain = 0
  for (const page of pages()) {
    let total = 0
    const gainful = misreadsIn(seen, page).filter(({ start, end, text }) => {
      const [left, right] = [seen[start - 1] ?? before, seen[end] ?? after]
      const gain = gainOf(seen.slice(start, end), text, left, right, certainty)
      total += gain
      return gain > 0
    })
    if (total > bestGain) {
      best = gainful
      bestGain = total
    }
  }
  let result = ''
  let at = 0
  for (const { start, end, text } of best) {
    // A text that was misread twice is shorter by half after each reading, so that this ends soon.
    const reread = repair(text, { before: seen[start - 1] ?? before, after: seen[end] ?? after }, 'certain')
    result += seen.slice(at, start) + reread
    at = end
  }
  return result + seen.slice(at)
}

/** What an unmistakable reading adds to its gain, and a doubtful one has where those count. */
const CERTAIN_GAIN = 3
const DOUBTFUL_GAIN = 0.5

/** By how much `read` is the better text than `seen`, 0 or less where it is none; the longer reading wins a tie. */
function gainOf(seen: string, read: string, before: string, after: string, certainty: Certainty): number {
  // Drawings in box characters are misread letters as often as not; text has no use for either.
  if (/^[\u2500-\u259f]+$/.test(seen)) return 0
  const isUnmistakable = seen.length >= 3 && [...read].some((character) => UNMISTAKABLE.test(character))
  const gain = oddity(seen, before, after) - oddity(read, before, after) + (isUnmistakable ? CERTAIN_GAIN : 0)
  if (gain > 0) return gain + seen.length / 100
  return gain === 0 && certainty === 'doubtful' && /^[\p{L}\p{P}\p{Sc}]+$/u.test(read) ? DOUBTFUL_GAIN : 0
}

/** One edit for what differs between `seen` and `repaired`, never cutting a surrogate pair. */
function editOf(start: number, seen: string, repaired: string): Edit {
  const most = Math.min(seen.length, repaired.length)
  let head = 0
  while (head < most && seen[head] === repaired[head]) head++
  if (head > 0 && isHighSurrogate(seen, head - 1)) head--
  let tail = 0
  while (tail < most - head && seen.at(-1 - tail) === repaired.at(-1 - tail)) tail++
  if (tail > 0 && isHighSurrogate(seen, seen.length - tail - 1)) tail--
  return normaliseEdit(
    'mojibake',
    start + head,
    start + seen.length - tail,
    repaired.slice(head, repaired.length - tail),
  )
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00
}
