import { CODE_PAGES } from './code-pages.js'

/** The bytes that a code page's characters stand for. */
export type ByteOf = ReadonlyMap<number, number>

/** A stretch of misread UTF-8: one or more whole sequences side by side, and what they say when read rightly. */
export interface Misread {
  readonly start: number
  readonly end: number
  readonly text: string
}

let cachedPages: readonly ByteOf[] | null = null

/** For each code page, which byte each of its characters beyond ASCII stands for. Made on the first call. */
export function pages(): readonly ByteOf[] {
  cachedPages ??= CODE_PAGES.map(({ name, upperHalf }) => {
    const bytes = new Map<number, number>()
    // What Windows pages leave open, and all that Latin-1 shows, are C1 controls.
    if (name.startsWith('windows')) for (let byte = 0x80; byte < 0xa0; byte++) bytes.set(byte, byte)
    for (let i = 0; i < upperHalf.length; i++) bytes.set(upperHalf.charCodeAt(i), 0x80 + i)
    return bytes
  })
  return cachedPages
}

const LEADS = 1
const CONTINUES = 2
let cachedRoles: Uint8Array | null = null

/** By UTF-16 code unit, whether a page shows it for a byte that leads a UTF-8 sequence or goes on with one. */
function rolesOfCharacters(): Uint8Array {
  if (cachedRoles) return cachedRoles
  const roles = new Uint8Array(0x10000)
  for (const page of pages()) {
    for (const [code, byte] of page) {
      if (byte < 0xc0) roles[code]! |= CONTINUES
      else if (byte >= 0xc2 && byte <= 0xf4) roles[code]! |= LEADS
    }
  }
  cachedRoles = roles
  return roles
}

/** True when some page could read the start of a UTF-8 sequence in the characters from `start` to `end`. */
export function mayBeMisread(text: string, start: number, end: number): boolean {
  const roles = rolesOfCharacters()
  for (let i = start; i + 1 < end; i++) {
    if (roles[text.charCodeAt(i)]! & LEADS && roles[text.charCodeAt(i + 1)]! & CONTINUES) return true
  }
  return false
}

/** The chains of UTF-8 sequences in `text`, read as the bytes of one code page. */
export function misreadsIn(text: string, page: ByteOf): Misread[] {
  const chains: { start: number; end: number; text: string }[] = []
  let at = 0
  while (at < text.length) {
    const sequence = sequenceAt(text, at, page)
    if (!sequence) {
      at++
      continue
    }
    const last = chains.at(-1)
    const character = String.fromCodePoint(sequence.code)
    if (last?.end === at) {
      last.end += sequence.length
      last.text += character
    } else chains.push({ start: at, end: at + sequence.length, text: character })
    at += sequence.length
  }
  return chains
}

/** The well-formed UTF-8 sequence of two bytes or more at `at`, null where there is none. */
function sequenceAt(text: string, at: number, page: ByteOf): { length: number; code: number } | null {
  const lead = page.get(text.charCodeAt(at)) ?? 0
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  if (length === 0 || at + length > text.length) return null
  let code = lead & (0xff >> (length + 1))
  for (let i = 1; i < length; i++) {
    const byte = page.get(text.charCodeAt(at + i)) ?? 0
    if (byte < 0x80 || byte > 0xbf) return null
    code = code * 64 + (byte & 0x3f)
  }
  const shortest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000
  const isCharacter = code >= shortest && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? { length, code } : null
}
