import type { Edit } from '../core/edit.js'
import { type Fixer, normaliseEdit } from './fixer.js'
import { Trait } from './traits.js'

/** Characters behind which a mark opens: none, white space, brackets, dashes and other opening marks. */
const OPENS_AFTER = /^$|[\s([{<“‘«‹–—/=-]/u
const WORD = /[\p{L}\p{N}]/u

/** Words whose first letters were dropped, and years without their century: an apostrophe before them opens nothing. */
const ELISION =
  /^(?:(?:tis|twas|twere|twould|em|til|till|cause|n|bout|round|neath|gainst|kay)(?![\p{L}])|\d\ds?(?!\d))/iu

/**
 * Quotation marks and apostrophes as printers have them, by what stands before and behind each and by what is open in
 * its line. Marks of feet and inches (5'10", 27" wide) stay straight.
 */
export const curlyQuotes: Fixer = {
  traits: Trait.straightQuote | Trait.typographicQuote,
  fix(text, { quotes }) {
    if (quotes !== 'curly') return []
    const edits: Edit[] = []
    const open = { double: false, single: false }
    /** The mark that the last straight one became, and where it stood. */
    let last = { index: -2, mark: '' }
    for (const { 0: seen, index } of text.matchAll(/[\n"'“”‘’‛‟]/gu)) {
      const before = last.index === index - 1 ? last.mark : (text[index - 1] ?? '')
      const mark = markFor(text, seen, index, before, open)
      if (seen === '\n') open.double = open.single = false
      else if (mark === '“') open.double = true
      else if (mark === '”') open.double = false
      else if (mark === '‘') open.single = true
      else if (mark === '’' && !WORD.test(text[index + 1] ?? '')) open.single = false
      if (mark === seen) continue
      edits.push(normaliseEdit('curly-quotes', index, index + 1, mark))
      last = { index, mark }
    }
    return edits
  },
}

interface OpenMarks {
  readonly double: boolean
  readonly single: boolean
}

function markFor(text: string, seen: string, index: number, before: string, open: OpenMarks): string {
  if (seen === '‛') return '‘'
  if (seen === '‟') return '“'
  if (seen !== '"' && seen !== "'") return seen
  const after = text[index + 1] ?? ''
  const opens = OPENS_AFTER.test(before) && /\S/.test(after)
  if (/\d/.test(before)) {
    const isMeasure = seen === '"' ? !open.double : !open.single && !/\p{L}/u.test(after)
    if (isMeasure) return seen
  }
  if (seen === "'") return opens && !ELISION.test(text.slice(index + 1, index + 12)) ? '‘' : '’'
  if (opens) return '“'
  const isBetweenWords = WORD.test(before) && WORD.test(after)
  return (isBetweenWords || OPENS_AFTER.test(before)) && !open.double ? '“' : '”'
}
