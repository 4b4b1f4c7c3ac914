import type { Edit } from '../core/edit.js'
import { editMatches, type Fixer } from './fixer.js'
import { Trait } from './traits.js'

const RULE = 'mojibake-lost-byte'

/** Characters that Windows-1252 has for the bytes 0x80 to 0xBF, with which a sequence could go on. */
const CONTINUES = String.raw`\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122`
const CLOSING_QUOTE = new RegExp(String.raw`â€(?:\uFFFD|(?![${CONTINUES}]))`, 'g')
const DAGGER = new RegExp(String.raw`â\u0080(?![${CONTINUES}])`, 'g')

/**
 * Mojibake that has lost its last byte, so that it cannot be read again. In Windows-1252 the lost one is 0x9D, which the
 * page leaves open: `â€` is a closing quotation mark. Elsewhere it is the no-break space 0xA0, which someone has made a
 * plain one or trimmed: `Ã` is à, `Â` nothing, and `â` with U+0080 a dagger. Runs after the repair of whole sequences.
 */
export const lostBytes: Fixer = {
  traits: Trait.beyondAscii,
  fix(text) {
    if (!/â[€\u0080]|[ÂÃ](?:[ \n]|$)/.test(text)) return []
    return [
      ...editMatches(RULE, text, CLOSING_QUOTE, () => '”'),
      ...editMatches(RULE, text, DAGGER, () => '†'),
      ...noBreakSpaces(text),
      // The capital inside a word in small letters gives it away: `voilÃ  que`.
      ...editMatches(RULE, text, /Ã(?<=[a-z]Ã)(?= )/g, () => 'à'),
    ].sort((a, b) => a.start - b.start)
  },
}

/** `2024.Â  Then`, and `5 Â km` in a text that has the like of the first; no word is a lone Â. */
function noBreakSpaces(text: string): Edit[] {
  const isBroken = /[.,;:!?)”"']Â(?:[ \n]|$)/.test(text)
  return isBroken ? editMatches(RULE, text, /Â(?<![\p{L}\p{M}]Â)(?=[ \n]|$)/gu, () => '') : []
}
