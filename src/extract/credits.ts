import type { Span } from '../core/span.js'
import { looksLikePersonName } from '../language/person-names.js'
import type { Agencies } from '../rules/known-names.js'

/** The longest text that is asked whether it credits a picture, in UTF-16 units. */
const MAX_LENGTH = 120

/** Words before a credit that are not part of it. */
const LABEL =
  /^(?:(?:photo|photos|photograph|photographs|photography|image|images|picture|pictures|pic|illustration|graphic|video|footage|foto|фото|screenshot|still)\s*(?:credit|source|courtesy|by|from|of|via|taken by|illustration by)?\s*(?::|：|\bby\b|\bvia\b|\bcourtesy of\b|\bfrom\b|©)\s*|(?:(?:photo|image|picture|illustration|photos)\s+(?:by|credit|courtesy of|courtesy|via|from)|credit|credits|file|file photo|file image|source|via|courtesy of|courtesy|copyright|photographer|handout via|photographed by|illustration by|снимка|джерело|источник|quelle|crédit|crédito)\s*[:：]?\s+|(?:credit|credits|file|source|photo credit|image credit|image source|фото|copyright|getty)\s*[:：]\s*|©\s*)/iu
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
  const label = LABEL.exec(text.slice(start, end))
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

/** After a label: names, media and the like, but no sentence. */
function isNameLike(credit: string, agencies: Agencies): boolean {
  if (agencies.has(credit.toLowerCase()) || DOMAIN.test(credit)) return true
  if (/[.!?]\s/.test(credit.replace(/\b\p{Lu}\.\s/gu, ''))) return false
  const words = credit.split(/[\s/,]+/)
  const capitals = words.filter((word) => /^[\p{Lu}\d@(]/u.test(word)).length
  return capitals * 2 >= words.length
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
  if (from <= 0) return null
  const credit = readCredit(line.slice(from), agencies)
  if (!credit) return null
  return {
    bounds: { start: from, end: line.length },
    credit: { start: from + credit.start, end: from + credit.end },
  }
}

/** Where the last bracket, or the words after the last sentence, begin; 0 for neither. */
function creditStart(line: string): number {
  const end = line.trimEnd().replace(/\.$/, '').length
  const last = line[end - 1]
  if (last === ']' || last === ')') {
    const open = line.lastIndexOf(last === ']' ? '[' : '(', end)
    return end - open <= MAX_LENGTH ? open : 0
  }
  const window = Math.max(0, line.length - MAX_LENGTH)
  for (let at = line.length - 2; at > window; at--) {
    // A sentence's end: not the point of an initial, nor that of a domain.
    if (
      /[.!?"')]/.test(line[at - 1]!) &&
      line[at] === ' ' &&
      !/(?:^|[\s.])\p{Lu}\.$/u.test(line.slice(0, at))
    )
      return at + 1
  }
  return 0
}
