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

/** "to to further" becomes "to further": function words typed twice inside a line, in lower case. */
export const doubledWords: Fixer = {
  traits: Trait.any,
  fix(text) {
    const edits: Edit[] = []
    // Where the small letters began that end at the current character.
    let wordStart = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code >= SMALL_A && code <= SMALL_Z) continue
      const first = wordStart
      wordStart = at + 1
      if (code !== SPACE || first === at || !isRepeated(text, first, at)) continue
      const end = at + 1 + (at - first)
      // Once the second of three is taken, the first stands before the third.
      const isWhole = !PART_BEFORE.test(text.slice(Math.max(0, first - 1), first)) || edits.at(-1)?.end === at
      if (!isWhole || PART_BEHIND.test(text.slice(end, end + 1)) || !NEVER_TWICE.has(text.slice(first, at)))
        continue
      edits.push(normaliseEdit('doubled-words', at, end, ''))
    }
    return edits
  },
}

/** True when what stands from `start` to the space at `end` stands behind the space again. */
function isRepeated(text: string, start: number, end: number): boolean {
  const length = end - start
  if (length > LONGEST || end + length >= text.length) return false
  for (let i = 0; i < length; i++) {
    if (text.charCodeAt(start + i) !== text.charCodeAt(end + 1 + i)) return false
  }
  return true
}
