import { looksLikePersonName } from '../language/person-names.js'
import type { Agencies } from '../rules/known-names.js'
import { mentionsRole, readByline } from './bylines.js'
import { dateWordSense, type StatedDate } from './date-line.js'
import { type DateOrder, findDates } from './dates.js'

/** The names and dates of a line that holds both and nothing else. */
export interface FrameLine {
  readonly names: readonly string[]
  readonly dates: readonly StatedDate[]
}

/** The longest line that is asked, in UTF-16 units. */
const MAX_LENGTH = 140

const PARTS = /[|•·⋅\n]|\s[-–—]\s/
/** One to three words with capitals. */
const SECTION = /^\p{Lu}[\p{L}.&'-]{1,20}(?: (?:\p{Lu}[\p{L}.&'-]{1,20}|&|and)){0,2}$/u
const COUNTER =
  /^\(?\d{1,5}\+?(?: |-)?(?:min(?:ute)?s?|comments?|views?|shares?|likes?)(?: |-)?(?:read(?:ing)?)?\)?$/i

/**
 * `Ann Lee October 11, 2024`, `Posted on 3 May 2024 by Jo Roe | 59 Comments`; null for lines that hold anything else.
 * A few words that are no name may stand before the date, such as those of a section; then there are no names.
 */
export function readFrameLine(
  line: string,
  agencies: Agencies,
  order: DateOrder | null = null,
): FrameLine | null {
  if (line.length > MAX_LENGTH) return null
  const found = findDates(line, order)
  if (found.length === 0 || found.length > 3) return null
  const dates: StatedDate[] = []
  const pieces: string[] = []
  let at = 0
  for (const date of found) {
    const { rest, sense } = withoutLabel(line.slice(at, date.start))
    pieces.push(rest)
    dates.push({ ...date, sense })
    at = date.end
  }
  pieces.push(line.slice(at))
  const names: string[] = []
  let hasSection = false
  for (const part of pieces.flatMap((piece) => piece.split(PARTS))) {
    const text = withoutLabel(part).rest.replace(/^[\s,:;/()-]+|(?<![\s,:;/()-])[\s,:;/()-]+$/g, '')
    const read = readByline(text, agencies) ?? (looksLikePersonName(text) ? [text] : null)
    if (read) names.push(...read)
    else if (text === '' || COUNTER.test(text) || (names.length > 0 && isPost(text))) continue
    else if (names.length === 0 && !hasSection && SECTION.test(text)) hasSection = true
    else return null
  }
  return names.length > 0 || hasSection ? { names: [...new Set(names)], dates } : null
}

function isPost(text: string): boolean {
  return text.split(' ').length <= 5 && mentionsRole(text)
}

/** `text` without the words before a date ("Posted on", "Updated:") at its end, and what they say of the date. */
function withoutLabel(text: string): { readonly rest: string; readonly sense: StatedDate['sense'] } {
  let rest = text.trimEnd()
  let sense: StatedDate['sense'] = 'unsaid'
  for (let count = 0; count < 4; count++) {
    const word = /(?:^|[\s,:|•·(/-])([\p{L}.]+)[\s:,|•·-]*$/u.exec(rest)
    const said = word && dateWordSense(word[1]!)
    if (!said) break
    if (said !== 'unsaid' && sense === 'unsaid') sense = said
    rest = rest.slice(0, word.index + word[0].indexOf(word[1]!)).trimEnd()
  }
  return { rest: rest.replace(/(?<![\s:,|•·–—-])[\s:,|•·–—-]+$/, ''), sense }
}
