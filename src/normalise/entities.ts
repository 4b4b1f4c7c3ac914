import { decodeHTMLStrict } from 'entities/decode'
import { editMatches, type Fixer } from './fixer.js'
import { Trait } from './traits.js'

/** `&quot;`, `&#8217;`, `&#x2019;`; escaped again, as in `&amp;amp;nbsp;`; of numbers also without the semicolon. */
const ENTITY =
  /&(?:amp;){0,8}(?:[a-zA-Z][a-zA-Z0-9]{1,31};|#x[0-9a-fA-F]{1,6};|#[0-9]{1,7};|#[0-9]{2,5}(?![0-9A-Za-z;=]))/g

/** An ampersand that was escaped, once or more often. */
const ESCAPED_AMPERSAND = /^&(?:amp;|#0*38;|#x0*26;)+/

/** How far before an entity, in UTF-16 code units, the address may begin that it is part of. */
const ADDRESS_REACH = 512

/**
 * HTML's character references become their characters. In a web address only `&amp;` does: what looks like a reference
 * there (`?a=1&copy;=2`) is a parameter. References to control characters and to nothing stay as they are.
 */
export const entities: Fixer = {
  traits: Trait.ampersand,
  fix: (text) =>
    editMatches('entities', text, ENTITY, ({ 0: seen, index }) =>
      isInAddress(text, index) ? seen.replace(ESCAPED_AMPERSAND, '&') : decoded(seen),
    ),
}

function decoded(seen: string): string {
  const entity = seen.replace(/^&(?:amp;)+(?=.)/, '&')
  const characters = decodeHTMLStrict(entity.endsWith(';') ? entity : `${entity};`)
  return isText(characters) ? characters : entity
}

/** True for characters that a text may hold; HTML turns references to nothing into U+FFFD. */
function isText(characters: string): boolean {
  return !/(?![\t\n\r])\p{Cc}|[\p{Cn}\p{Cs}\uFFFD]/u.test(characters)
}

/** True when the word around `index` begins as a web address does. */
function isInAddress(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - ADDRESS_REACH), index)
  const word = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1)
  return word.includes('://') || word.startsWith('www.')
}
