import type { Edit } from '../core/edit.js'
import { type Fixer, normaliseEdit } from './fixer.js'
import { Trait } from './traits.js'

/*
 * Longest stretches, in UTF-16 code units, that a pair of marks may hold: a paragraph in bold, a sentence in italics.
 * Nobody measured them.
 */
const MAX_STRONG = 600
const MAX_LIGHT = 200

/*
 * Each pattern begins with its mark and looks back from there: engines find a fixed beginning far sooner.
 * Each pattern takes a pair of marks inside one line, as CommonMark lets them stand: the first with a gap before it and
 * none behind, the second the other way round.
 */

/** A second mark may touch the next word behind punctuation (`**Update:**The`), else `s**t` would be one. */
const ASTERISKS = new RegExp(
  String.raw`(\*{2,3})(?<![\p{L}\p{N}*\\]\1)(?![*\s])([^*\n]{1,${MAX_STRONG}})(?<![\s\\])\1(?!\*)(?:(?<=\p{P}\1)|(?![\p{L}\p{N}]))`,
  'gu',
)
/** Identifiers of programs look the same: `__init__()`, `module.__name__`. */
const UNDERSCORES = new RegExp(
  String.raw`(__)(?<![\p{L}\p{N}_\\.]__)(?!(?:init|main|name|file|dirname|filename|proto)__)(?![_\s])((?:[^_\n]|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])){1,${MAX_STRONG}}?)(?<![\s\\])__(?![_\p{L}\p{N}(/]|\.\p{L})`,
  'gu',
)
const LIGHT = new RegExp(
  String.raw`([*_])(?<![^\s(\["'“‘—–-]\1)(?=["'“‘]?[\p{L}\p{N}])([^*_\n]{1,${MAX_LIGHT}})(?<=[\p{L}\p{N}.,!?;:"'”’)…])\1(?![\p{L}\p{N}*_(<])`,
  'gu',
)
const TILDES = new RegExp(String.raw`(~~)(?<!~~~)(?![~\s])([^~\n]{1,${MAX_LIGHT}})(?<!\s)~~(?!~)`, 'gu')

/** `**So.**`; not powers (`2**3`), footnote marks (`price**`) or censored words (`f**k`). */
export const strongEmphasis = marks('strong-emphasis', '**', ASTERISKS)

/** `__So.__`; not identifiers (`__init__()`) or blanks (`____`). */
export const underlinedEmphasis = marks('strong-emphasis', '__', UNDERSCORES)

/** `*so*` and `_so_`; not products (`5 * 3 * 2`), footnote marks (`10%*`) or `snake_case`. */
export const lightEmphasis = marks('light-emphasis', '', LIGHT)

/** `~~struck~~`: the words stay. */
export const strikeThrough = marks('strike-through', '~~', TILDES)

function marks(rule: string, mark: string, pattern: RegExp): Fixer {
  return {
    traits: Trait.emphasis,
    fix(text) {
      if (!text.includes(mark)) return []
      const edits: Edit[] = []
      for (const { 0: seen, 1: opening, index } of text.matchAll(pattern)) {
        const end = index + seen.length
        edits.push(normaliseEdit(rule, index, index + opening!.length, ''))
        edits.push(normaliseEdit(rule, end - opening!.length, end, ''))
      }
      return edits
    },
  }
}
