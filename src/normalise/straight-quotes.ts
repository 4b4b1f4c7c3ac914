import type { Edit } from '../core/edit.js'
import { editMatches, type Fixer, normaliseEdit } from './fixer.js'
import { Trait } from './traits.js'

/** Two single marks that make a double one come first; ‚ behind a word and before a space is a mistaken comma. */
const TYPOGRAPHIC = /‘‘|’’|[“”„‟‘’‚‛]|ʼ(?<=\p{L}ʼ)(?=\p{L})/gu

/** Marks as TeX and old typewriters have them, in pairs inside one line: ``so'' and ''so'', but not 5'10''. */
const TYPEWRITTEN = /(``|'')(?<![`'\p{L}\p{N}]\1)(?![`'\s])((?:(?!'')[^`\n]){1,600})''(?!')/gu

/** Quotation marks and apostrophes as a typewriter has them. Guillemets stay. */
export const straightQuotes: Fixer = {
  traits: Trait.typographicQuote | Trait.straightQuote,
  fix(text, { quotes }) {
    if (quotes !== 'straight') return []
    const edits = editMatches('straight-quotes', text, TYPOGRAPHIC, ({ 0: seen, index }) => {
      if (seen === '‚' && /^\p{L}‚ $/u.test(text.slice(index - 1, index + 2))) return ','
      return seen.length === 2 || '“”„‟'.includes(seen) ? '"' : "'"
    })
    if (!text.includes("''")) return edits
    return edits.length > 0 ? edits : typewrittenQuotes(text)
  },
}

function typewrittenQuotes(text: string): Edit[] {
  const edits: Edit[] = []
  for (const { 0: seen, index } of text.matchAll(TYPEWRITTEN)) {
    const end = index + seen.length
    edits.push(normaliseEdit('straight-quotes', index, index + 2, '"'))
    edits.push(normaliseEdit('straight-quotes', end - 2, end, '"'))
  }
  return edits
}
