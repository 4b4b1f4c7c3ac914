import { editMatches, type Fixer } from './fixer.js'
import { Trait } from './traits.js'

/** What stands behind an apostrophe in English contractions and possessives. */
const ENDING = String.raw`(?:[stdm]|[STDM]|re|ve|ll|RE|VE|LL)(?![\p{L}\p{N}])`

/**
 * A prime, acute accent or backtick between a word and its ending (`1990′s`, `don´t`), a prime between two letters
 * (`O′Brien`), and a prime behind a plural (`allies′ troops`). Feet, minutes and derivatives (`5′10″`, `40° 26′`,
 * `f′(x)`) have none of these.
 */
const MISTAKEN = new RegExp(
  String.raw`[′´\x60](?<=[\p{L}\p{N}][′´\x60])(?=${ENDING})|′(?<=\p{L}′)(?=\p{L}{2})|′(?<=\p{Ll}{3}s′)(?= \p{Ll})`,
  'gu',
)

/** Signs that stand in for an apostrophe become one. */
export const apostrophes: Fixer = {
  traits: Trait.prime | Trait.typographicQuote,
  fix: (text) => (/[′´`]/.test(text) ? editMatches('apostrophes', text, MISTAKEN, () => "'") : []),
}
