import type { Edit } from '../core/edit.js'
import { type Fixer, normaliseEdit } from './fixer.js'
import { Trait } from './traits.js'

/**
 * Words of which English never needs two in a row, or so seldom that a slip is likelier. Left out with reason: "had
 * had", "that that", "is is" (what it is is), "was was", "do do"; "in in", "on on", "for for", "up up" (he moved in in
 * May; what I waited for for years); "her her", "you you", "it it", "who who", "so so", "very very", "no no", "more
 * more", "can can", "will will".
 */
const NEVER_TWICE: ReadonlySet<string> = new Set(
  (
    'a an the of to and or but with from by at as than into their its his our your my these be been were they we he ' +
    'she if because while between'
  ).split(' '),
)
const LONGEST = Math.max(...[...NEVER_TWICE].map((word) => word.length))

/** What may not stand before the first or behind the second: parts of a compound, a name or a quotation of the word. */
const PART_BEFORE = /[\p{L}\p{N}\p{M}'’"“‘_@#.&/-]/u
const PART_BEHIND = /[\p{L}\p{N}\p{M}'’"”_&/-]/u

const SPACE = 0x20
const SMALL_A = 0x61
const SMALL_Z = 0x7a

/** "went to to see" becomes "went to see": function words typed twice inside a line, in lower case. */
export const doubledWords: Fixer = {
  traits: Trait.any,
  fix(text) {
    const edits: Edit[] = []
    let space = nextRepeat(text, 0)
    while (space >= 0) {
      const start = wordStart(text, space)
      const end = space + 1 + (space - start)
      // Once the second of three is taken, the first stands before the third.
      const isWhole =
        !PART_BEFORE.test(text.slice(Math.max(0, start - 1), start)) || edits.at(-1)?.end === space
      if (
        isWhole &&
        !PART_BEHIND.test(text.slice(end, end + 1)) &&
        NEVER_TWICE.has(text.slice(start, space))
      ) {
        edits.push(normaliseEdit('doubled-words', space, end, ''))
      }
      space = nextRepeat(text, space + 1)
    }
    return edits
  },
}

/**
 * The first space from `from` on whose small letters before it, up to the longest word's number, stand behind it again;
 * -1 for none. It reads every character of every text, so that nothing else is in its loop.
 */
function nextRepeat(text: string, from: number): number {
  let start = from
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= SMALL_A && code <= SMALL_Z) continue
    if (code === SPACE && at > start && at - start <= LONGEST && isRepeated(text, start, at)) return at
    start = at + 1
  }
  return -1
}

/** True when what stands from `start` to the space at `end` stands behind the space again. */
function isRepeated(text: string, start: number, end: number): boolean {
  const length = end - start
  if (end + length >= text.length) return false
  for (let i = 0; i < length; i++) {
    if (text.charCodeAt(start + i) !== text.charCodeAt(end + 1 + i)) return false
  }
  return true
}

/** Where the small letters before `space` begin. */
function wordStart(text: string, space: number): number {
  let start = space
  while (start > 0 && text.charCodeAt(start - 1) >= SMALL_A && text.charCodeAt(start - 1) <= SMALL_Z) start--
  return start
}
