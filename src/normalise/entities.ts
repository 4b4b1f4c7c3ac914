import { decodeHTMLStrict } from 'entities/decode'
import { editMatches, type Fixer } from './fixer.js'
import { Trait } from './traits.js'

/** `&quot;`, `&#8217;`, `&#x2019;`; escaped again, as in `&amp;amp;nbsp;`; of numbers also without the semicolon. */
const ENTITY =
  /&(?:amp;){0,8}(?:[a-zA-Z][a-zA-Z0-9]{1,31};|#x[0-9a-fA-F]{1,6};|#[0-9]{1,7};|#[0-9]{2,5}(?![0-9A-Za-z;=]))/g

/** Characters that end an address in running text. */
const SPACE = /\s/

/** How far before an entity the start of the address is looked for that it may be part of. */
const ADDRESS_REACH = 512

/**
 * HTML's character references become their characters. In a web address only `&amp;` does: what looks like a reference
 * there (`?a=1&copy;=2`) is a parameter. References to control characters and to nothing stay as they are.
 */
export const entities: Fixer = {
  traits: Trait.ampersand,
  fix: (text) =>
    editMatches('entities', text, ENTITY, ({ 0: seen, index }) => {
      if (isInAddress(text, index))
        return /^&(?:amp;|#0*38;|#x0*26;)+/.test(seen)
          ? seen.replace(/^&(?:amp;|#0*38;|#x0*26;)+/, '&')
          : null
      const inner = `&${seen.slice(1).replace(/^(?:amp;)+(?=.)/, '')}`
      const decoded = decodeHTMLStrict(inner.endsWith(';') ? inner : `${inner};`)
      return decoded === inner || !isText(decoded) ? (inner === seen ? null : inner) : decoded
    }),
}

/** True for characters that a text may hold; HTML turns references to nothing into U+FFFD. */
function isText(decoded: string): boolean {
  return !/(?![\t\n\r])\p{Cc}|[\p{Cn}\p{Cs}\uFFFD]/u.test(decoded)
}

/** True when the word around `index` begins as a web address does. */
function isInAddress(text: string, index: number): boolean {
  const earliest = Math.max(0, index - ADDRESS_REACH)
  let start = index
  while (start > earliest && !SPACE.test(text[start - 1]!)) start--
  return /:\/\/|^www\./i.test(text.slice(start, index))
}
