import type { Span } from '../core/span.js'

/** `word` holds a letter; `number` digits and no letter; `punctuation` and `symbol` are one mark, or it repeated. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol'

/** A word or mark in its place. Spans count in the text that was tokenised. */
export interface Token extends Span {
  /** The characters as they stand. */
  readonly text: string
  /** What to look up: lower case, with straight apostrophes. */
  readonly key: string
  readonly kind: TokenKind
  /** True when the first character is a capital letter. */
  readonly capitalised: boolean
  /** True when every character is a lower-case letter: no apostrophe, hyphen or digit. */
  readonly lowerCase: boolean
  /** True when white space or an end of the text stands before it. */
  readonly spaceBefore: boolean
  /** True when white space or an end of the text stands after it. */
  readonly spaceAfter: boolean
}

/** The token over `[start, end)` of `text`. */
export function tokenAt(text: string, start: number, end: number, kind: TokenKind): Token {
  const surface = text.slice(start, end)
  const capitalised = kind === 'word' && isCapital(surface)
  return {
    start,
    end,
    text: surface,
    key: kind === 'word' ? lookUpKey(surface) : surface,
    kind,
    capitalised,
    lowerCase: kind === 'word' && !capitalised && isLowerCase(surface),
    spaceBefore: start === 0 || isWhiteSpace(text.charCodeAt(start - 1)),
    spaceAfter: end === text.length || isWhiteSpace(text.charCodeAt(end)),
  }
}

/** `word` in lower case, with straight apostrophes. Letters without regard to the host's locale. */
export function lookUpKey(word: string): string {
  const lower = word.toLowerCase()
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

/** True for the white space of ECMAScript's `\s`. */
export function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code < 0xa0) return false
  if (code === 0xa0 || code === 0xfeff) return true
  if (code < 0x1680) return false
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

function isCapital(surface: string): boolean {
  const code = surface.charCodeAt(0)
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(surface)
}

function isLowerCase(surface: string): boolean {
  for (let at = 0; at < surface.length; at++) {
    const code = surface.charCodeAt(at)
    if (code >= 0x61 && code <= 0x7a) continue
    return code >= 0x80 && /^\p{Ll}+$/u.test(surface.slice(at))
  }
  return true
}
