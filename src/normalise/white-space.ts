import type { Edit } from '../core/edit.js'
import { editMatches, type Fixer, normaliseEdit } from './fixer.js'
import { Trait } from './traits.js'

/** Runs of spaces and tabs, single tabs, and single spaces at the start or end of a line. */
const IRREGULAR = /[ \t](?:[ \t]+|(?=\n)|(?<=\n[ \t]))|\t/g

/**
 * Runs of spaces and tabs become one space inside a line and nothing at its ends. Line feeds stay, and with them the
 * blank lines.
 */
export const whiteSpace: Fixer = {
  traits: Trait.any,
  fix(text) {
    const edits = editMatches('white-space', text, IRREGULAR, ({ 0: seen, index }) => {
      const end = index + seen.length
      const isAtEdge = index === 0 || text[index - 1] === '\n' || end === text.length || text[end] === '\n'
      return isAtEdge ? '' : ' '
    })
    return [...atStart(text, edits[0]), ...edits, ...atEnd(text, edits.at(-1))]
  },
}

/** A single space that opens the text, where no edit covers it. */
function atStart(text: string, first: Edit | undefined): Edit[] {
  return text[0] === ' ' && first?.start !== 0 ? [normaliseEdit('white-space', 0, 1, '')] : []
}

/** A single space that ends the text, where no edit covers it. */
function atEnd(text: string, last: Edit | undefined): Edit[] {
  const end = text.length
  return end > 1 && text[end - 1] === ' ' && last?.end !== end
    ? [normaliseEdit('white-space', end - 1, end, '')]
    : []
}
