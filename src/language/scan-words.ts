/** What a scanned word looks like; `symbol` is a single character that is neither letter, mark nor digit. */
export const WORD_KIND = {
  symbol: 0,
  lower: 1,
  capitalised: 2,
  capitals: 3,
  number: 4,
  ideograph: 5,
} as const

/** The words and symbols of a text in parallel arrays: no string is made for any of them. */
export interface ScannedWords {
  readonly count: number
  /** 32-bit FNV-1a of the lower-case word without a final `'s`; of the character itself for a symbol. */
  readonly hash: Int32Array
  readonly start: Uint32Array
  readonly end: Uint32Array
  /** A value of `WORD_KIND`. */
  readonly kind: Uint8Array
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

const OTHER = 1
const SPACE = 2
const LOWER = 3
const UPPER = 4
const DIGIT = 5
const IDEOGRAPH = 6

/** Class and lower case of each UTF-16 unit, filled in when a unit is first met. */
const classes = new Uint8Array(0x10000)
const folded = new Uint16Array(0x10000)

function classify(unit: number): number {
  const character = String.fromCharCode(unit)
  const lower = character.toLowerCase()
  folded[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit
  let kind = OTHER
  if (/\s/.test(character)) kind = SPACE
  else if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) kind = IDEOGRAPH
  // Lone halves of the planes that hold rare ideographs; other pairs are mostly pictures.
  else if (unit >= 0xd840 && unit <= 0xd88f) kind = IDEOGRAPH
  else if (/\p{Lu}|\p{Lt}/u.test(character)) kind = UPPER
  else if (/\p{L}|\p{M}/u.test(character)) kind = LOWER
  else if (/\p{Nd}/u.test(character)) kind = DIGIT
  classes[unit] = kind
  return kind
}

/** True for a letter, digit, mark or ideograph. */
export function isWordUnit(unit: number): boolean {
  return (classes[unit] || classify(unit)) >= LOWER
}

/** True for an upper-case letter. */
export function isUpperUnit(unit: number): boolean {
  return (classes[unit] || classify(unit)) === UPPER
}

/** True for a letter without upper case or in lower case, and for a combining mark. */
export function isLowerUnit(unit: number): boolean {
  return (classes[unit] || classify(unit)) === LOWER
}

/** True for a decimal digit of any script. */
export function isDigitUnit(unit: number): boolean {
  return (classes[unit] || classify(unit)) === DIGIT
}

/** The hash that `scanWords` gives to `word`, which must be a single word or symbol. */
export function hashWord(word: string): number {
  return scanWords(word).hash[0] ?? 0
}

/**
 * The words and symbols of `text` in order. A word is a run of letters, marks and digits, with apostrophes between
 * letters (`don't`) and points, commas and colons between digits (`1,234`, `10:15`); an ideograph stands alone.
 */
export function scanWords(text: string): ScannedWords {
  let capacity = Math.max(16, Math.ceil(text.length / 5))
  let hashes = new Int32Array(capacity)
  let starts = new Uint32Array(capacity)
  let ends = new Uint32Array(capacity)
  let kinds = new Uint8Array(capacity)
  let count = 0
  const length = text.length
  let at = 0
  while (at < length) {
    const unit = text.charCodeAt(at)
    const kind = classes[unit] || classify(unit)
    if (kind === SPACE) {
      at++
      continue
    }
    if (count === capacity) {
      capacity = Math.max(capacity * 2, 64)
      hashes = grown(hashes, new Int32Array(capacity))
      starts = grown(starts, new Uint32Array(capacity))
      ends = grown(ends, new Uint32Array(capacity))
      kinds = grown(kinds, new Uint8Array(capacity))
    }
    const start = at++
    let hash = Math.imul(FNV_OFFSET ^ folded[unit]!, FNV_PRIME)
    let wordKind: number
    if (kind < LOWER) wordKind = WORD_KIND.symbol
    else if (kind === IDEOGRAPH) wordKind = WORD_KIND.ideograph
    else {
      let upper = kind === UPPER ? 1 : 0
      let letters = kind === DIGIT ? 0 : 1
      // Where the hash stood before a final 's.
      let stem = 0
      let stemEnd = 0
      while (at < length) {
        let next = text.charCodeAt(at)
        let nextKind = classes[next] || classify(next)
        if (nextKind < LOWER) {
          // Most words end here, before a space.
          if (nextKind === SPACE) break
          const isApostrophe = next === 0x27 || next === 0x2019
          if (!isApostrophe && next !== 0x2e && next !== 0x2c && next !== 0x3a) break
          const after = at + 1 < length ? text.charCodeAt(at + 1) : 0
          const afterKind = classes[after] || classify(after)
          const beforeKind = classes[text.charCodeAt(at - 1)]!
          if (isApostrophe) {
            if (beforeKind === DIGIT || (afterKind !== LOWER && afterKind !== UPPER)) break
            if (folded[after] === 0x73) {
              stem = hash
              stemEnd = at + 2
            }
            next = 0x27
            nextKind = OTHER
          } else if (beforeKind !== DIGIT || afterKind !== DIGIT) break
        } else if (nextKind === IDEOGRAPH) break
        if (nextKind === UPPER) {
          upper++
          letters++
        } else if (nextKind === LOWER) letters++
        hash = Math.imul(hash ^ (nextKind === OTHER ? next : folded[next]!), FNV_PRIME)
        at++
      }
      if (stemEnd === at) hash = stem
      if (kind === DIGIT) wordKind = WORD_KIND.number
      else if (kind === LOWER) wordKind = WORD_KIND.lower
      else wordKind = upper > 1 && upper === letters ? WORD_KIND.capitals : WORD_KIND.capitalised
    }
    hashes[count] = hash
    starts[count] = start
    ends[count] = at
    kinds[count] = wordKind
    count++
  }
  return { count, hash: hashes, start: starts, end: ends, kind: kinds }
}

function grown<A extends Int32Array | Uint32Array | Uint8Array>(from: A, to: A): A {
  to.set(from)
  return to
}
