import type { Candidate } from './candidates.js'

/** How strongly the channel's prior holds against what the document shows, as a number of observations. */
export interface DeterminismSettings {
  readonly priorStrength: number
  readonly priorStrengthOfTable: number
  /** log10 weight of each place where an original stands unreplaced though it could have been, and its limit. */
  readonly unreplaced: number
  readonly unreplacedLimit: number
}

/** Candidates of one sentence, and their posteriors in the same order. */
export interface Decoded {
  readonly candidates: readonly Candidate[]
  readonly posteriors: Float64Array
}

/**
 * Re-weighs all candidates by what the whole document says of the spinner's habits, which give one original always
 * the same output: θ(seen | original) = (α·P₀ + n(original → seen) − q) / (α + n(original) − q), where n sums the
 * posteriors of all places and q is the place's own. A word once seen unreplaced, where the spinner could have
 * replaced it, all but stops being anyone's original.
 */
export function reweigh(sentences: readonly Decoded[], settings: DeterminismSettings): void {
  const byOriginal = new Map<string, number>()
  const byPair = new Map<string, number>()
  const unreplaced = new Map<string, number>()
  forEachEligible(sentences, (candidate, q) => {
    byOriginal.set(candidate.original, (byOriginal.get(candidate.original) ?? 0) + q)
    const pair = pairKey(candidate)
    byPair.set(pair, (byPair.get(pair) ?? 0) + q)
    if (candidate.isIdentity)
      unreplaced.set(candidate.original, (unreplaced.get(candidate.original) ?? 0) + q)
  })
  forEachEligible(sentences, (candidate, q) => {
    const strength = candidate.ruleId === 'table' ? settings.priorStrengthOfTable : settings.priorStrength
    const prior = strength * 10 ** candidate.logPrior
    // Sums of rounded posteriors may fall a hair below their own summand.
    const ofPair = Math.max(0, byPair.get(pairKey(candidate))! - q)
    const ofOriginal = Math.max(ofPair, byOriginal.get(candidate.original)! - q)
    const habit = Math.log10((prior + ofPair) / (strength + ofOriginal))
    const contradiction = candidate.isIdentity
      ? 0
      : Math.max(settings.unreplacedLimit, settings.unreplaced * (unreplaced.get(candidate.original) ?? 0))
    candidate.logWeight = habit + contradiction + candidate.logContext + candidate.logPage
  })
}

function pairKey({ seen, original }: Candidate): string {
  return `${seen}\t${original}`
}

function forEachEligible(
  sentences: readonly Decoded[],
  visit: (candidate: Candidate, posterior: number) => void,
): void {
  for (const { candidates, posteriors } of sentences) {
    for (const [index, candidate] of candidates.entries()) {
      if (candidate.isEligible) visit(candidate, posteriors[index]!)
    }
  }
}
