import { isWhiteSpace, type Token, type TokenKind, tokenAt } from './token.js'

/**
 * The tokens of `text` in order; only white space lies between them. Linear in the text.
 *
 * A word is a run of letters, marks and digits. Inside it may stand one apostrophe, hyphen or ampersand at a time
 * (`don't`, `well-known`, `AT&T`), between digits also one of `.,:/` (`3.5`, `250,000`, `9:30`), and the stops of an
 * initialism, its last one included (`U.S.`, `a.m.`). Where a scraper glued two sentences (`end.Start`) there are two
 * words and a stop.
 */
export function tokenise(text: string): Token[] {
  return tokeniseSpan(text, 0, text.length)
}

/** As `tokenise`, for `[start, end)` of `text`. */
export function tokeniseSpan(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = []
  let at = start
  while (at < end) {
    const kind = classAt(text, at)
    if (kind === SPACE) {
      at++
      continue
    }
    if (kind === LETTER || kind === DIGIT) {
      const stop = wordEnd(text, at, end)
      tokens.push(tokenAt(text, at, stop, hasLetter(text, at, stop) ? 'word' : 'number'))
      at = stop
    } else {
      const stop = markEnd(text, at, end)
      tokens.push(tokenAt(text, at, stop, MARK_KINDS[kind]!))
      at = stop
    }
  }
  return tokens
}

const SPACE = 0
const LETTER = 1
const DIGIT = 2
const PUNCTUATION = 3
const SYMBOL = 4

const MARK_KINDS: Readonly<Record<number, TokenKind>> = { [PUNCTUATION]: 'punctuation', [SYMBOL]: 'symbol' }

/** Classes of the first 384 characters: ASCII, Latin-1 and Latin Extended-A. */
const CLASSES = Uint8Array.from({ length: 0x180 }, (_, code) => classify(String.fromCharCode(code)))

/** Marks count as letters: they continue the letter that they stand on. */
function classify(character: string): number {
  if (isWhiteSpace(character.charCodeAt(0))) return SPACE
  if (/^[\p{L}\p{M}]/u.test(character)) return LETTER
  if (/^\p{N}/u.test(character)) return DIGIT
  return /^\p{P}/u.test(character) ? PUNCTUATION : SYMBOL
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < CLASSES.length) return CLASSES[code]!
  if (code === RIGHT_QUOTE) return PUNCTUATION
  return classify(String.fromCodePoint(text.codePointAt(at)!))
}

const APOSTROPHE = 0x27
const RIGHT_QUOTE = 0x2019
const HYPHEN = 0x2d
const UNICODE_HYPHEN = 0x2010
const NO_BREAK_HYPHEN = 0x2011
const AMPERSAND = 0x26
const STOP = 0x2e
const COMMA = 0x2c
const COLON = 0x3a
const SLASH = 0x2f

/** Where the word that starts at `start` ends. */
function wordEnd(text: string, start: number, limit: number): number {
  let partStart = start
  let at = runEnd(text, start, limit)
  for (;;) {
    if (at + 1 >= limit || !isWordClass(classAt(text, at + 1))) break
    if (!joins(text, partStart, at)) break
    partStart = at + 1
    at = runEnd(text, partStart, limit)
  }
  // The last stop of an initialism belongs to it: "U.S.", but not that of "S." alone, which may end a sentence.
  const isInitialism = at === partStart + 1 && partStart > start && text.charCodeAt(partStart - 1) === STOP
  return isInitialism && isLetter(text, partStart) && at < limit && text.charCodeAt(at) === STOP ? at + 1 : at
}

/** True when the mark at `at`, between two runs of which the first starts at `partStart`, is inside a word. */
function joins(text: string, partStart: number, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case APOSTROPHE:
    case RIGHT_QUOTE:
    case HYPHEN:
    case UNICODE_HYPHEN:
    case NO_BREAK_HYPHEN:
    case AMPERSAND:
      return true
    case STOP:
      return (
        areDigits(text, at) ||
        (at - partStart === 1 && isLetter(text, partStart) && isLoneLetter(text, at + 1))
      )
    case COMMA:
    case COLON:
    case SLASH:
      return areDigits(text, at)
    default:
      return false
  }
}

/** True when digits stand on both sides of the mark at `at`. */
function areDigits(text: string, at: number): boolean {
  return classAt(text, at - 1) === DIGIT && classAt(text, at + 1) === DIGIT
}

function isLetter(text: string, at: number): boolean {
  return classAt(text, at) === LETTER
}

/** True when a single letter stands at `at`, no other word character after it. */
function isLoneLetter(text: string, at: number): boolean {
  return isLetter(text, at) && (at + 1 >= text.length || !isWordClass(classAt(text, at + 1)))
}

function isWordClass(kind: number): boolean {
  return kind === LETTER || kind === DIGIT
}

function runEnd(text: string, start: number, limit: number): number {
  let at = start
  while (at < limit && isWordClass(classAt(text, at))) at += characterLength(text, at)
  return Math.min(at, limit)
}

/** Where the mark that starts at `start`, repeated or not, ends. */
function markEnd(text: string, start: number, limit: number): number {
  const mark = text.codePointAt(start)!
  const length = characterLength(text, start)
  let at = start
  while (at < limit && text.codePointAt(at) === mark) at += length
  return Math.min(at, limit)
}

function characterLength(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

function hasLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isLetter(text, at)) return true
  return false
}
