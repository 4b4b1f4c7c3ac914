import { openPackedFile } from './packed-file.js'
import { openStringTable } from './string-table.js'

export const WORD_SET_KIND = 'words'
export const WORD_SET_VERSION = 1

/** A spelling of English with a dictionary of its own. */
export type Variety = 'american' | 'british'

/** The words of the American and British dictionaries in all their forms. */
export interface WordSet {
  /**
   * True when `word` is English: a form of a dictionary, or one of them with `'s` or a final apostrophe, a compound
   * by hyphens of such words, digits, or an ordinal (`21st`); accents may be added (`café`). Lower-case entries are words in lower case, with a
   * capital, and in capitals; names only with their capital or in capitals; other mixtures (`iPhone`) only as they
   * are or in capitals. Exact: nothing else is true. A curly apostrophe is a straight one.
   */
  has(word: string): boolean
  /** Whose spelling a dictionary's form is, whatever its case; null for words that are no form of a dictionary. */
  variety(word: string): Variety | 'both' | null
  /** How many forms it holds; those that differ only in case count once. */
  readonly size: number
}

/** Bits that say in which shapes an entry stands in the dictionaries. */
export const SHAPE = { lower: 1, capitalised: 2, capitals: 4, mixed: 8 } as const

/** Bits beside the shapes that say in which dictionary an entry stands. */
export const VARIETY = { american: 16, british: 32 } as const

/** Shapes of a dictionary's entry that allow a word of the given shape. */
const ALLOWED_BY: Readonly<Record<number, number>> = {
  [SHAPE.lower]: SHAPE.lower,
  [SHAPE.capitalised]: SHAPE.lower | SHAPE.capitalised,
  [SHAPE.capitals]: SHAPE.lower | SHAPE.capitalised | SHAPE.capitals | SHAPE.mixed,
  [SHAPE.mixed]: SHAPE.mixed,
}

/** The word set in `buffer`, the bytes of `models/words.bin`. @throws Error when the bytes are not such a file. */
export function openWordSet(buffer: ArrayBuffer | SharedArrayBuffer): WordSet {
  const file = openPackedFile(buffer, WORD_SET_KIND, WORD_SET_VERSION)
  const words = openStringTable(file, 'word')
  const shapes = file.u8('shapes')
  const mixedForms = pairs(file.u32('mixedForms'))

  const isForm = (text: string, start: number, end: number): boolean => {
    const found = words.find(text, start, end)
    if (found < 0) return false
    const shape = shapeOf(text, start, end)
    const allowed = shapes[found]! & ALLOWED_BY[shape]!
    if (shape !== SHAPE.mixed || allowed === 0) return allowed !== 0
    return mixedForms.get(found)!.includes(capitalBits(text, start, end))
  }

  const isPart = (text: string, start: number, end: number): boolean =>
    start < end &&
    (isForm(text, start, end) ||
      isNumber(text, start, end) ||
      isForm(text, start, possessorEnd(text, start, end)))

  const hasParts = (word: string): boolean => {
    if (isPart(word, 0, word.length)) return true
    let start = 0
    for (let hyphen = word.indexOf('-'); hyphen >= 0; hyphen = word.indexOf('-', start)) {
      if (!isPart(word, start, hyphen)) return false
      start = hyphen + 1
    }
    return start > 0 && isPart(word, start, word.length)
  }

  return {
    size: words.size,
    has: (word) => hasParts(word) || (ACCENTED.test(word) && hasParts(withoutAccents(word))),
    variety: (word) => {
      const found = words.find(word, 0, word.length)
      if (found < 0) return null
      const isAmerican = (shapes[found]! & VARIETY.american) !== 0
      if (isAmerican && (shapes[found]! & VARIETY.british) !== 0) return 'both'
      return isAmerican ? 'american' : 'british'
    },
  }
}

const ACCENTED = /[\u00c0-\u024f]/

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

/** Which of the shapes the characters `[start, end)` have; without a letter they are of lower-case shape. */
export function shapeOf(text: string, start: number, end: number): number {
  let upper = 0
  let lower = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isUpper(code)) upper++
    else if (isLower(code)) lower++
  }
  if (upper === 0) return SHAPE.lower
  if (lower === 0) return upper === 1 && isUpper(text.charCodeAt(start)) ? SHAPE.capitalised : SHAPE.capitals
  return upper === 1 && isUpper(text.charCodeAt(start)) ? SHAPE.capitalised : SHAPE.mixed
}

/** The places of capitals among the first 32 characters, as bits. */
export function capitalBits(text: string, start: number, end: number): number {
  let bits = 0
  for (let at = start; at < Math.min(end, start + 32); at++) {
    if (isUpper(text.charCodeAt(at))) bits |= 1 << (at - start)
  }
  return bits >>> 0
}

/** Lists of capital bits by word, from a flat list of (word, bits). */
function pairs(flat: Uint32Array): Map<number, number[]> {
  const lists = new Map<number, number[]>()
  for (let at = 0; at < flat.length; at += 2) {
    const list = lists.get(flat[at]!)
    if (list === undefined) lists.set(flat[at]!, [flat[at + 1]!])
    else list.push(flat[at + 1]!)
  }
  return lists
}

function isUpper(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7)
}

function isLower(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** True for digits alone and for ordinals with the ending that belongs to them. */
function isNumber(text: string, start: number, end: number): boolean {
  let at = start
  while (at < end && isDigit(text.charCodeAt(at))) at++
  if (at === start) return false
  if (at === end) return true
  return text.slice(at, end).toLowerCase() === ordinalEnding(text, start, at)
}

function ordinalEnding(text: string, start: number, end: number): string {
  const isTeen = end - start > 1 && text.charCodeAt(end - 2) === 0x31
  if (isTeen) return 'th'
  return { 49: 'st', 50: 'nd', 51: 'rd' }[text.charCodeAt(end - 1)] ?? 'th'
}

/** Where the word ends without `'s` or a final apostrophe; `start` when that leaves nothing or it has neither. */
function possessorEnd(text: string, start: number, end: number): number {
  if (isApostrophe(text.charCodeAt(end - 1))) return end - 1
  const last = text.charCodeAt(end - 1)
  const isS = last === 0x73 || last === 0x53
  return isS && end - start > 2 && isApostrophe(text.charCodeAt(end - 2)) ? end - 2 : start
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019
}
