import type { Edit } from '../core/edit.js'
import { editMatches, type Fixer } from './fixer.js'
import { Trait, traitsOf } from './traits.js'

/** Colours and cursor moves that a terminal left behind (ECMA-48 control sequences). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const TERMINAL_ESCAPE = /\u001b\[[0-9;?]{0,24}[ -/]?[@-~]/g

/** C0 and C1 controls without the white space among them, DEL, and what has neither width nor use in plain text. */
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff]+/g

/** Marks, overrides and isolates of the bidirectional algorithm. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g

/** Joiners, behind the character that they join. */
const JOINER = /[\u200c\u200d]+/g

/**
 * Characters that a joiner is not for: it shapes letters of Arabic, of the Indic scripts and the like, and makes one
 * emoji of several. Zero-width spaces, which part words in Thai and Khmer, are kept behind the same characters.
 */
const NEVER_JOINED =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Zs}\p{Cc}\p{P}\p{N}]/u

/**
 * Characters that are not seen: controls, zero-width spaces and stray byte-order marks, soft hyphens, and marks of
 * direction in a text that has no letter written from right to left.
 */
export const controlCharacters: Fixer = {
  traits: Trait.invisible,
  fix(text) {
    const escapes = editMatches('terminal-escapes', text, TERMINAL_ESCAPE, () => '')
    if (escapes.length > 0) return escapes
    const hasRightToLeft = (traitsOf(text) & Trait.rightToLeft) !== 0
    return [
      ...editMatches('control-characters', text, CONTROL, ({ 0: seen, index }) => {
        return /^\u200b+$/.test(seen) && isJoinable(text, index) ? null : ''
      }),
      ...editMatches('zero-width-joiners', text, JOINER, ({ index }) =>
        isJoinable(text, index) ? null : '',
      ),
      ...(hasRightToLeft ? [] : editMatches('direction-marks', text, DIRECTION, () => '')),
      ...softHyphens(text),
    ].sort((a, b) => a.start - b.start)
  },
}

/** True when the character before `index` is of a kind that joiners are for. */
function isJoinable(text: string, index: number): boolean {
  if (index === 0) return false
  const last = text.charCodeAt(index - 1)
  const isLowSurrogate = last >= 0xdc00 && last < 0xe000 && index > 1
  const before = String.fromCodePoint(text.codePointAt(isLowSurrogate ? index - 2 : index - 1)!)
  return !NEVER_JOINED.test(before)
}

/** Soft hyphens; one at the end of a line takes the break along, since it stands inside a word. */
function softHyphens(text: string): Edit[] {
  return editMatches('soft-hyphens', text, /\u00ad+(?:\r?\n[\t ]{0,16}(?=\p{Ll}))?/gu, () => '')
}
