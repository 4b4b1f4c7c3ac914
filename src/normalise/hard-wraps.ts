import type { Edit } from '../core/edit.js'
import { type Fixer, normaliseEdit } from './fixer.js'
import { Trait } from './traits.js'

/** Columns at which text is wrapped; longer lines are paragraphs, shorter ones columns of a table. */
const MIN_WIDTH = 40
const MAX_WIDTH = 100
/** Breaks that one block must have, all but a few of them at the column, before a text counts as wrapped. */
const MIN_BREAKS = 3
/** Share of a block's breaks that must fit the column. Lists of headlines reach a fifth by chance. */
const MIN_FIT = 0.8
/** Share of wrapped lines that begin in lower case: prose has two thirds, verse and headlines next to none. */
const MIN_LOWER = 0.35

/** Words that a wrapped line has at least; a list of addresses or settings has fewer. */
const MIN_WORDS = 4

/** Beginnings of lines that no paragraph goes on with. */
const OWN_LINE = /^(?:[-*•·>|#+]|[–—] |\d{1,3}[.)] |[a-z][.)] |\[\d+\]|(?:https?:\/\/|www\.)\S*\n)/u

/** A line feed between two lines that are not blank. */
interface Break {
  readonly at: number
  /** Length of the line before, in UTF-16 code units. */
  readonly length: number
  /** Length that the line would have had with the first word of the next. */
  readonly lengthWithNext: number
  readonly startsLower: boolean
}

/**
 * Paragraphs that were wrapped at a column are joined again. A wrapped line is as long as it could be: with the first
 * word of the next line it would not have fitted. Where blocks of lines keep to that for one column, and go on in lower
 * case as sentences do, the text was wrapped; lists, headlines and verse do neither. Blank lines stay.
 */
export const hardWraps: Fixer = {
  traits: Trait.any,
  fix(text) {
    const blocks = blocksOf(text)
    if (blocks.length === 0) return []
    const width = likelyWidth(blocks.flat())
    const fits = ({ length, lengthWithNext }: Break) => length <= width && lengthWithNext > width
    const wrapped = blocks.filter((block) => block.filter(fits).length >= block.length * MIN_FIT)
    const breaks = wrapped.flat().filter(fits)
    const lower = breaks.filter(({ startsLower }) => startsLower).length
    if (!wrapped.some((block) => block.length >= MIN_BREAKS) || lower < breaks.length * MIN_LOWER) return []
    const joints = wrapped.flatMap((block) =>
      block.filter((place) => fits(place) && (block.length >= MIN_BREAKS || isInProse(text, place))),
    )
    return joinLines(text, joints)
  },
}

/** The breaks of each block of two lines or more, without blocks that hold a line too long to be wrapped. */
function blocksOf(text: string): Break[][] {
  const blocks: Break[][] = []
  let block: Break[] = []
  let isTooLong = false
  const finish = () => {
    if (block.length > 0 && !isTooLong) blocks.push(block)
    block = []
    isTooLong = false
  }
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    if (end === start) finish()
    else {
      if (end - start > MAX_WIDTH) isTooLong = true
      if (feed >= 0 && end + 1 < text.length && text[end + 1] !== '\n' && !isTooLong) {
        block.push(breakAt(text, start, end))
      }
    }
    start = end + 1
  }
  finish()
  return blocks
}

function breakAt(text: string, start: number, at: number): Break {
  const next = text.slice(at + 1, at + 2 + MAX_WIDTH)
  const isSentence = text.slice(start, at).split(' ').length >= MIN_WORDS
  const firstWord = /^[^\s]*/.exec(next)![0]
  const length = at - start
  return {
    at,
    length,
    // Where the next line is an item of its own, no word of it was moved down.
    lengthWithNext: OWN_LINE.test(next) || !isSentence ? 0 : length + 1 + firstWord.length,
    startsLower: /^["'(]?\p{Ll}[\p{L}'’-]*[,.;!?]?(?:\s|$)/u.test(next),
  }
}

/** The column that the most breaks fit. */
function likelyWidth(breaks: readonly Break[]): number {
  // A break fits the widths from its line's length up to, not including, the length with the next word.
  const changes = new Array<number>(MAX_WIDTH + 2).fill(0)
  for (const { length, lengthWithNext } of breaks) {
    const first = Math.max(length, MIN_WIDTH)
    if (lengthWithNext <= first) continue
    changes[first]!++
    changes[Math.min(lengthWithNext, MAX_WIDTH + 1)]!--
  }
  let best = MIN_WIDTH
  let most = 0
  let fitting = 0
  for (let width = MIN_WIDTH; width <= MAX_WIDTH; width++) {
    fitting += changes[width]!
    if (fitting > most) {
      most = fitting
      best = width
    }
  }
  return best
}

/** True when the lines around a break read as a sentence that goes on, or the line before holds the end of one. */
function isInProse(text: string, { at, length, startsLower }: Break): boolean {
  const line = text.slice(at - length, at)
  return startsLower || /[.!?]["'”’)]? |[.!?,;]["'”’)]?$/.test(line)
}

function joinLines(text: string, joints: readonly Break[]): Edit[] {
  let words: ReadonlySet<string> | null = null
  return joints.map(({ at }) => {
    // Bounded input: 40 characters.
    const split = /(\p{L}+)-$/u.exec(text.slice(Math.max(0, at - 40), at))
    const rest = /^\p{Ll}+/u.exec(text.slice(at + 1, at + 41))
    if (split && rest && !/^(?:and|or|to)$/.test(rest[0])) {
      words ??= wordsOf(text)
      const isOneWord = words.has(`${split[1]}${rest[0]}`.toLowerCase())
      const isCompound = words.has(`${split[1]}-${rest[0]}`.toLowerCase())
      // Only a word that the text has elsewhere loses its hyphen.
      return normaliseEdit('hard-wraps', isOneWord && !isCompound ? at - 1 : at, at + 1, '')
    }
    const isRange =
      /\d[-–]$/.test(text.slice(Math.max(0, at - 2), at)) && /^\d/.test(text.slice(at + 1, at + 2))
    return normaliseEdit('hard-wraps', at, at + 1, isRange ? '' : ' ')
  })
}

/** All words of the text in lower case, compounds with their hyphens. */
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu))
}
