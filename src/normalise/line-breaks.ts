import { editMatches, type Fixer } from './fixer.js'
import { Trait } from './traits.js'

/** Line breaks of every system become line feeds: CR LF (also with its CR doubled), CR, VT, FF, NEL, U+2028, U+2029. */
export const lineBreaks: Fixer = {
  traits: Trait.lineBreak,
  fix: (text) =>
    editMatches('line-breaks', text, /\r+\n?|[\v\f\u0085\u2028\u2029]/g, ([seen]) =>
      seen.endsWith('\n') ? '\n' : '\n'.repeat(seen.length),
    ),
}
