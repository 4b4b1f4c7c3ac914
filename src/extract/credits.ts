import type { Span } from '../core/span.js'
import { looksLikePersonName } from '../language/person-names.js'
import { hashWord, type ScannedWords, scanWords, WORD_KIND } from '../language/scan-words.js'
import type { Agencies } from '../rules/known-names.js'

/** The longest text that is asked whether it credits a picture, in UTF-16 units. */
const MAX_LENGTH = 120

/** Words before a credit that are not part of it. Bounded input: MAX_LENGTH. */
const LABEL =
  /^(?:(?:photo|photos|photograph|photographs|photography|image|images|picture|pictures|pic|illustration|graphic|video|footage|foto|фото|screenshot|still)\s*(?:credit|source|courtesy|by|from|of|via|taken by|illustration by)?\s*(?::|：|\bby\b|\bvia\b|\bcourtesy of\b|\bfrom\b|©)\s*|(?:(?:photo|image|picture|illustration|photos)\s+(?:by|credit|courtesy of|courtesy|via|from)|credit|credits|file|file photo|file image|source|via|courtesy of|courtesy|copyright|photographer|handout via|photographed by|illustration by|снимка|джерело|источник|quelle|crédit|crédito)\s*[:：]?\s+|(?:credit|credits|file|source|photo credit|image credit|image source|фото|copyright|getty)\s*[:：,]\s*|©\s*)/iu
// Bounded input: MAX_LENGTH.
const SEPARATORS = /\s*(?:\/|,|\bvia\b|\||\s[-–—]\s|;|\bfor\b|\bfrom\b|\band\b|&|\bthrough\b|\bhandout\b)\s*/i
const DOMAIN = /^(?:www\.)?[\p{L}\d-]{2,40}(?:\.[\p{L}\d-]{2,30}){0,2}\.\p{L}{2,12}(?:\/\S{0,60})?$/u

/**
 * The credit in `text`, without its label and brackets: `KCNA via Reuters` of `[File: KCNA via Reuters]`; null when
 * the text, as a whole, is not a credit. Certain signs are a label, an agency, a slash between names, or a domain.
 */
export function readCredit(text: string, agencies: Agencies): Span | null {
  if (text.length > MAX_LENGTH || text.length < 2) return null
  let start = 0
  let end = text.length
  const first = text[0]!
  if (first === '[' || first === '(') {
    const close = text.lastIndexOf(first === '[' ? ']' : ')')
    if (close < 0 || /[^.\s]/.test(text.slice(close + 1))) return null
    start = 1
    end = close
  }
  const isBracketed = start === 1
  const label = mayHaveLabel(text, start) ? LABEL.exec(text.slice(start, end)) : null
  if (label) start += label[0].length
  while (start < end && /\s/.test(text[start]!)) start++
  while (
    end > start &&
    /[\s.]/.test(text[end - 1]!) &&
    !/\b(?:Inc|Co|Ltd|Jr)\.$/.test(text.slice(start, end))
  )
    end--
  const credit = text.slice(start, end)
  if (credit === '' || credit.split(' ').length > 14) return null
  const isCredit = label ? isNameLike(credit, agencies) : names(credit, agencies, isBracketed)
  return isCredit ? { start, end } : null
}

/** First letters of the words in `LABEL`; most lines that are asked begin otherwise. */
const LABEL_STARTS = new Set('pifgvscqhфсди©')

function mayHaveLabel(text: string, start: number): boolean {
  return LABEL_STARTS.has(text[start]!.toLowerCase())
}

/** After a label: names, media and the like, but no sentence. */
function isNameLike(credit: string, agencies: Agencies): boolean {
  if (agencies.has(credit.toLowerCase()) || DOMAIN.test(credit)) return true
  if (/[.!?]\s/.test(credit.replace(/\b\p{Lu}\.\s/gu, ''))) return false
  const words = credit.split(/[\s/,]+/)
  const capitals = words.filter((word) => /^[\p{Lu}\d@(]/u.test(word)).length
  return capitals * 2 >= words.length
}

/** 1 for the upper 16 bits of the hashes of words that credits hold: those of agencies, and labels. */
const creditWords = new WeakMap<Agencies, Uint8Array>()

const LABEL_WORDS =
  'photo photos photograph photographs photography image images picture pictures pic illustration graphic video ' +
  'footage foto фото screenshot still credit credits file source via courtesy copyright photographer handout ' +
  'photographed снимка джерело источник quelle crédit crédito getty'

/** Words of agencies' names that say nothing by themselves. */
const COMMON_HASHES = new Set(
  ['the', 'of', 'for', 'news', 'press', 'agency', 'live', '.', '-', '/'].map(hashWord),
)

/** False for most lines: they are no credit because none of their `words` from `from` to `to` stands in credits. */
export function mayBeCredit(
  text: string,
  words: ScannedWords,
  from: number,
  to: number,
  agencies: Agencies,
): boolean {
  let table = creditWords.get(agencies)
  if (!table) {
    table = new Uint8Array(0x10000)
    for (const name of [LABEL_WORDS, ...agencies.keys()]) {
      const { count, hash } = scanWords(name)
      for (let i = 0; i < count; i++) if (!COMMON_HASHES.has(hash[i]!)) table[hash[i]! >>> 16] = 1
    }
    creditWords.set(agencies, table)
  }
  for (let k = from; k < to; k++) {
    if (words.kind[k] !== WORD_KIND.symbol && table[words.hash[k]! >>> 16] === 1) return true
  }
  const start = words.start[from]!
  return text[start] === '©' || (to - from <= 8 && !text.slice(start, words.end[to - 1]!).includes(' '))
}

/** Without a label: an agency or a domain, alone or beside names. */
function names(credit: string, agencies: Agencies, isBracketed: boolean): boolean {
  if (DOMAIN.test(credit)) return true
  const parts = credit.split(SEPARATORS).filter((part) => part !== '')
  const isAgency = (part: string) => agencies.has(part.toLowerCase()) || DOMAIN.test(part)
  if (!parts.some(isAgency)) return false
  const isName = (part: string) =>
    isAgency(part) ||
    looksLikePersonName(part) ||
    /^\p{Lu}[\p{L}\d.'’-]*(?: [\p{Lu}\d][\p{L}\d.'’-]*){0,4}$/u.test(part)
  return parts.every(isName) && (isBracketed || credit.length <= 80)
}

/**
 * Where a caption's credit begins and ends when it closes the same line: after the last sentence (`… in June.
 * Kremlin.ru`), or in brackets. Null when the line ends otherwise. `bounds` covers all that leaves the caption.
 */
export function trailingCredit(
  line: string,
  agencies: Agencies,
): { readonly bounds: Span; readonly credit: Span } | null {
  const from = creditStart(line)
  if (from <= Math.max(0, line.length - MAX_LENGTH)) return null
  const credit = readCredit(line.slice(from), agencies)
  if (!credit) return null
  return {
    bounds: { start: from, end: line.length },
    credit: { start: from + credit.start, end: from + credit.end },
  }
}

const SENTENCE_END = new Set('.!?"\')')

/** Where the last bracket, or the words after the last sentence, begin; 0 for neither. */
function creditStart(line: string): number {
  const end = line.endsWith('.') ? line.length - 1 : line.length
  const last = line[end - 1]
  if (last === ']' || last === ')') {
    const window = Math.max(0, end - MAX_LENGTH)
    return window + line.slice(window, end).lastIndexOf(last === ']' ? '[' : '(')
  }
  // Credits outside brackets have no full stop; sentences have.
  if (/[.!?"']/.test(line[line.length - 1]!)) return 0
  const window = Math.max(0, line.length - MAX_LENGTH)
  for (let at = line.lastIndexOf(' '); at > window; at = line.lastIndexOf(' ', at - 1)) {
    // A sentence's end: not the point of an initial.
    if (SENTENCE_END.has(line[at - 1]!) && !/(?:^|[\s.])\p{Lu}\.$/u.test(line.slice(at - 3, at)))
      return at + 1
  }
  return 0
}
