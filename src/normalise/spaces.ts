import { editMatches, type Fixer } from './fixer.js'
import { Trait } from './traits.js'

/** No-break, thin, ideographic and other spaces become plain ones. */
export const spaces: Fixer = {
  traits: Trait.space,
  fix: (text) =>
    editMatches('spaces', text, /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g, ([seen]) =>
      ' '.repeat(seen.length),
    ),
}
