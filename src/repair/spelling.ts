import { isProseRole } from '../core/block.js'
import { type Document, revise } from '../core/document.js'
import type { Edit } from '../core/edit.js'
import type { Finding } from '../core/finding.js'
import { overlaps } from '../core/span.js'
import { editDistance } from '../language/edit-distance.js'
import type { LanguageModel } from '../language/language-model.js'
import type { Spelling } from '../language/spelling.js'
import type { Token } from '../language/token.js'
import { tokeniseSpan } from '../language/tokenise.js'

/** What the spelling check knows. */
export interface SpellingResources {
  readonly spelling: Spelling
  readonly languageModel: () => LanguageModel
}

/** Words shorter than this are mostly abbreviations. */
const MIN_LETTERS = 4
/** A non-word that stands this often on one page is a term or a name. */
const TERM_USES = 2
/** Suggestions that a finding gives. */
const MAX_SUGGESTIONS = 3
/** Lead, in log10, over the next best suggestion and over leaving the word, that a correction needs. Not measured. */
const SURE_LEAD = 2

/**
 * The document with its misspelt words noted as findings and, with `apply`, corrected where the language model is
 * sure of one word in one letter's distance. Spun paragraphs are left to repair: their wrong words are words.
 */
export function checkSpelling(
  document: Document,
  { spelling, languageModel }: SpellingResources,
  mode: 'report' | 'apply',
): Document {
  const { text, scrambled } = document
  const misspelt = findNonWords(
    document.blocks
      .filter((block) => isProseRole(block.role) && !scrambled.some((spun) => overlaps(spun, block)))
      .map(
        ({ start, end }) =>
          () =>
            tokeniseSpan(text, start, end),
      ),
    spelling,
  )
  if (misspelt.length === 0) return document
  // Documents that are left as they are need no dictionary, which costs more than all else about them.
  const suggest = mode === 'report' ? spelling.nearWords : spelling.suggester('american')
  const findings: Finding[] = []
  const edits: Edit[] = []
  for (const { tokens, at } of misspelt) {
    const { start, end, text: word } = tokens[at]!
    const suggestions = suggest(word)
    if (suggestions.length === 0) continue
    const correction = mode === 'apply' ? sureCorrection(tokens, at, suggestions, languageModel()) : null
    if (correction) edits.push(correctionEdit(tokens[at]!, correction))
    else {
      findings.push({
        start,
        end,
        stage: 'repair',
        ruleId: 'spelling',
        reason: `"${word}" is in no dictionary`,
        suggestions: suggestions.slice(0, MAX_SUGGESTIONS),
      })
    }
  }
  return revise({ ...document, findings: [...document.findings, ...findings] }, 'repair', edits)
}

/** A word in its paragraph. */
interface WordInPlace {
  readonly tokens: readonly Token[]
  readonly at: number
}

/**
 * The lower-case words that no dictionary and no repetition on the page knows. Of long documents only the paragraphs
 * that hold such words are kept in memory.
 */
function findNonWords(paragraphs: readonly (() => readonly Token[])[], spelling: Spelling): WordInPlace[] {
  const uses = new Map<string, number>()
  const found = paragraphs.flatMap((tokenise) => {
    const tokens = tokenise()
    const unknown = [...tokens.keys()].filter((at) => {
      const { kind, text } = tokens[at]!
      return kind === 'word' && text.length >= MIN_LETTERS && !spelling.isWord(text)
    })
    for (const at of unknown) uses.set(tokens[at]!.key, (uses.get(tokens[at]!.key) ?? 0) + 1)
    return unknown.filter((at) => tokens[at]!.lowerCase).map((at) => ({ tokens, at }))
  })
  return found.filter(({ tokens, at }) => uses.get(tokens[at]!.key)! < TERM_USES)
}

/** The one suggestion that fits the place far better than all others; null where there is none. */
function sureCorrection(
  tokens: readonly Token[],
  at: number,
  suggestions: readonly string[],
  model: LanguageModel,
): string | null {
  const word = tokens[at]!.text
  const ranked = suggestions
    .filter((suggestion) => editDistance(word, suggestion) === 1)
    .map((suggestion) => ({ suggestion, logProb: logProbInPlace(tokens, at, suggestion, model) }))
    .sort((a, b) => b.logProb - a.logProb)
  const [best, next] = ranked
  if (!best || model.id(best.suggestion) === model.unknown) return null
  const rival = Math.max(next?.logProb ?? Number.NEGATIVE_INFINITY, logProbInPlace(tokens, at, word, model))
  return best.logProb - rival >= SURE_LEAD ? best.suggestion : null
}

/** log10 probability of `word` between its neighbours: its own, and that of the two words after it. */
function logProbInPlace(tokens: readonly Token[], at: number, word: string, model: LanguageModel): number {
  const id = (offset: number): number => {
    const neighbour = tokens[at + offset]
    return neighbour?.kind === 'word' ? model.id(neighbour.key) : model.unknown
  }
  const own = model.id(word)
  return (
    model.logProb(id(-2), id(-1), own) + model.logProb(id(-1), own, id(1)) + model.logProb(own, id(1), id(2))
  )
}

function correctionEdit({ start, end }: Token, replacement: string): Edit {
  return { start, end, replacement, provenance: { stage: 'repair', ruleId: 'spelling', confidence: null } }
}
