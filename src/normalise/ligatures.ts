import { editMatches, type Fixer } from './fixer.js'
import { Trait } from './traits.js'

const LETTERS: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}

/** Typographic ligatures (U+FB00 to U+FB06) become their letters. Letters such as æ and œ are none. */
export const ligatures: Fixer = {
  traits: Trait.ligature,
  fix: (text) => editMatches('ligatures', text, /[\ufb00-\ufb06]/g, ([seen]) => LETTERS[seen]!),
}
