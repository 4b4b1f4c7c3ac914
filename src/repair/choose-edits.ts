import type { Alternative, Edit } from '../core/edit.js'
import { overlaps } from '../core/span.js'
import type { Token } from '../language/token.js'
import type { Candidate } from './candidates.js'

/** When a candidate is sure enough to be written. */
export interface CautionSettings {
  /** Least posterior of the candidate itself, 0 to 1. */
  readonly minConfidence: number
  /** Most posterior that the tokens as written may keep, 0 to 1. */
  readonly maxIdentity: number
}

/** A place that is not what its author wrote, without a candidate that is sure enough. */
export interface Unsure {
  readonly start: number
  readonly end: number
  readonly candidates: readonly Alternative[]
}

/** What decoding a sentence comes to: edits, and places left alone though they look spun. Spans as in `tokens`. */
export interface Choice {
  readonly edits: readonly Edit[]
  readonly unsure: readonly Unsure[]
}

/** Losing candidates that an edit keeps for explanations. */
const MAX_ALTERNATIVES = 4
/** Candidates less likely than this explain nothing. */
const ALTERNATIVE_FLOOR = 0.001

/** The edits that the posteriors of a sentence's candidates support. */
export function chooseEdits(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  posteriors: Float64Array,
  rulePrefix: string,
  { minConfidence, maxIdentity }: CautionSettings,
): Choice {
  const identity = new Float64Array(tokens.length)
  const best: number[] = []
  for (const [index, candidate] of candidates.entries()) {
    if (candidate.isIdentity) identity[candidate.from] = posteriors[index]!
    else best.push(index)
  }
  best.sort((a, b) => posteriors[b]! - posteriors[a]! || a - b)
  const edits: Edit[] = []
  const unsure: Unsure[] = []
  for (const index of best) {
    const candidate = candidates[index]!
    const confidence = posteriors[index]!
    if (confidence < ALTERNATIVE_FLOOR) break
    const span = { start: tokens[candidate.from]!.start, end: tokens[candidate.to - 1]!.end }
    if ([...edits, ...unsure].some((taken) => overlaps(taken, span))) continue
    if (!looksSpun(identity, candidate, confidence, maxIdentity)) continue
    const alternatives = alternativesTo(index, candidates, posteriors)
    if (confidence < minConfidence) {
      unsure.push({
        ...span,
        candidates: [{ text: candidate.original, confidence: rounded(confidence) }, ...alternatives],
      })
      continue
    }
    edits.push({
      ...span,
      replacement: matchCase(candidate.original, tokens[candidate.from]!),
      provenance: {
        stage: 'repair',
        ruleId: candidate.ruleId.startsWith('rule/') ? candidate.ruleId : `${rulePrefix}/${candidate.ruleId}`,
        confidence: rounded(confidence),
        alternatives,
      },
    })
  }
  const byStart = (a: { start: number }, b: { start: number }) => a.start - b.start
  return { edits: edits.sort(byStart), unsure: unsure.sort(byStart) }
}

function looksSpun(
  identity: Float64Array,
  { from, to, minMargin }: Candidate,
  confidence: number,
  maxIdentity: number,
): boolean {
  for (let at = from; at < to; at++) {
    if (identity[at]! >= maxIdentity || confidence < identity[at]! * 10 ** minMargin) return false
  }
  return true
}

/** The other readings of the same tokens, best first; the tokens as written among them. */
function alternativesTo(
  chosen: number,
  candidates: readonly Candidate[],
  posteriors: Float64Array,
): Alternative[] {
  const { from, to } = candidates[chosen]!
  return candidates
    .map((candidate, index) => ({ candidate, index, confidence: posteriors[index]! }))
    .filter(
      ({ candidate, index, confidence }) =>
        index !== chosen && candidate.from === from && candidate.to === to && confidence >= ALTERNATIVE_FLOOR,
    )
    .sort((a, b) => b.confidence - a.confidence || a.index - b.index)
    .slice(0, MAX_ALTERNATIVES)
    .map(({ candidate, confidence }) => ({ text: candidate.original, confidence: rounded(confidence) }))
}

/** To four decimals: what lies beyond them differs between machines. */
function rounded(posterior: number): number {
  return Math.min(1, Math.round(posterior * 1e4) / 1e4)
}

/** The original with a capital where the token that stood in its place had one. */
function matchCase(original: string, token: Token): string {
  return token.capitalised ? original.charAt(0).toUpperCase() + original.slice(1) : original
}
