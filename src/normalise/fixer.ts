import type { Edit, Provenance } from '../core/edit.js'

/** How quotation marks and apostrophes are to stand: `"…"`, `“…”`, or as they came. */
export const QUOTE_STYLES = ['straight', 'curly', 'keep'] as const
export type QuoteStyle = (typeof QUOTE_STYLES)[number]

export interface NormaliseOptions {
  readonly quotes: QuoteStyle
}

/** A small correction with a name. It sees the text as the fixers before it left it. */
export interface Fixer {
  /** Traits of which the text must have at least one for this fixer to find anything. */
  readonly traits: number
  /** The edits, ordered and free of overlaps, that this fixer asks for; empty where nothing is amiss. */
  fix(text: string, options: NormaliseOptions): Edit[]
}

const PROVENANCES = new Map<string, Provenance>()

/** A change of this stage. Its rule is certain of what it does, so that there is no confidence. */
export function normaliseEdit(rule: string, start: number, end: number, replacement: string): Edit {
  return { start, end, replacement, provenance: provenanceOf(rule) }
}

/** One object per rule, shared by its edits: a long text has many. */
function provenanceOf(rule: string): Provenance {
  let provenance = PROVENANCES.get(rule)
  if (!provenance) {
    provenance = { stage: 'normalise', ruleId: `normalise/${rule}`, confidence: null }
    PROVENANCES.set(rule, provenance)
  }
  return provenance
}

/**
 * An edit for each match of `pattern`, which must be global, that `replace` gives another text for; null leaves the
 * match as it stands.
 */
export function editMatches(
  rule: string,
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | null,
): Edit[] {
  const edits: Edit[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const seen = match[0]
    const replacement = replace(match)
    if (replacement !== null && replacement !== seen) {
      edits.push(normaliseEdit(rule, match.index, match.index + seen.length, replacement))
    }
    if (seen === '') pattern.lastIndex++
  }
  return edits
}
