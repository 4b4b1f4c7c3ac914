/**
 * What kinds of characters a text has, one bit each. One scan of the text tells which fixers can find anything at all;
 * a clean text needs hardly any.
 */
export const Trait = {
  /** `&` */
  ampersand: 1 << 0,
  /** `<` */
  angle: 1 << 1,
  /** `*`, `_` or `~` */
  emphasis: 1 << 2,
  /** `[` */
  bracket: 1 << 3,
  /** Anything from U+0080 on, surrogates included. */
  beyondAscii: 1 << 4,
  /** U+0080 to U+009F */
  c1: 1 << 5,
  /** C0 controls that are no white space, DEL, and characters without width */
  invisible: 1 << 6,
  /** Line breaks other than the line feed */
  lineBreak: 1 << 7,
  /** Spaces other than the plain one */
  space: 1 << 8,
  /** U+FB00 to U+FB06 */
  ligature: 1 << 9,
  /** From U+0300 on: combining marks and all else that NFC may change */
  composable: 1 << 10,
  /** Typographic quotation marks and apostrophes, acute accents and backticks in their stead */
  typographicQuote: 1 << 11,
  /** `'` or `"` */
  straightQuote: 1 << 12,
  /** ′ */
  prime: 1 << 13,
  /** Letters of scripts written from right to left */
  rightToLeft: 1 << 14,
  /** Set for every text: for fixers that look at words and lines. */
  any: 1 << 15,
} as const

const ANY: number = Trait.any
const TABLE = new Uint16Array(0x10000)

// The two traits that nearly all characters have; filling is far quicker than marking each.
TABLE.fill(Trait.beyondAscii, 0x80, 0x300)
TABLE.fill(Trait.beyondAscii | Trait.composable, 0x300)

function mark(trait: number, ...ranges: readonly (number | readonly [first: number, last: number])[]): void {
  for (const range of ranges) {
    const [first, last] = typeof range === 'number' ? [range, range] : range
    for (let code = first; code <= last; code++) TABLE[code]! |= trait
  }
}

mark(Trait.ampersand, 0x26)
mark(Trait.angle, 0x3c)
mark(Trait.emphasis, 0x2a, 0x5f, 0x7e)
mark(Trait.bracket, 0x5b)
mark(Trait.c1, [0x80, 0x9f])
mark(
  Trait.invisible,
  [0, 8],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  0xad,
  0x61c,
  0x180e,
  [0x200b, 0x200f],
  [0x202a, 0x202e],
)
mark(Trait.invisible, [0x2060, 0x206f], 0xfeff, [0xfff9, 0xfffc], [0xfffe, 0xffff])
mark(Trait.lineBreak, [0x0b, 0x0d], 0x85, 0x2028, 0x2029)
mark(Trait.space, 0xa0, 0x1680, [0x2000, 0x200a], 0x202f, 0x205f, 0x3000)
mark(Trait.ligature, [0xfb00, 0xfb06])
mark(Trait.typographicQuote, 0x60, 0xb4, 0x2bc, [0x2018, 0x201f])
mark(Trait.straightQuote, 0x22, 0x27)
mark(Trait.prime, 0x2032)
mark(Trait.rightToLeft, [0x590, 0x8ff], [0xfb1d, 0xfdff], [0xfe70, 0xfefc])

/** The traits of all characters of `text`, together. */
export function traitsOf(text: string): number {
  let traits = 0
  for (let i = 0; i < text.length; i++) traits |= TABLE[text.charCodeAt(i)]!
  return traits | ANY
}
