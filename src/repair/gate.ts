/** What decoding says of one paragraph. */
export interface ParagraphEvidence {
  /** log10 evidence for the spun model minus that for the text as it stands. */
  readonly logRatio: number
  /** Positions with at least one candidate beside the word that stands there. */
  readonly positions: number
}

/**
 * What the gate asks for before a paragraph counts as spun, in log10. Between clean news and spun text lies a wide
 * gap in evidence by position, so the charge by position guards against a model that fits all of a clean text a
 * little badly, and the cost of entry against one odd phrase.
 */
export interface GateSettings {
  /** Evidence that each position must bring before the rest counts. */
  readonly chargePerPosition: number
  /** Evidence that a spun stretch must bring in all; higher for a short text, which has fewer second chances. */
  readonly entry: number
  readonly entryWhenShort: number
  /** Texts of fewer positions are short. */
  readonly shortBelow: number
  /** Cost of each change between spun and clean within a document. */
  readonly change: number
}

/** What the gate asks of one family. */
export function surcharged(
  settings: GateSettings,
  {
    gate_surcharge,
  }: { readonly gate_surcharge?: { readonly per_position: number; readonly entry: number } | undefined },
): GateSettings {
  if (!gate_surcharge) return settings
  return {
    ...settings,
    chargePerPosition: settings.chargePerPosition + gate_surcharge.per_position,
    entry: settings.entry + gate_surcharge.entry,
    entryWhenShort: settings.entryWhenShort + gate_surcharge.entry,
  }
}

/**
 * Probability, 0 to 1, that each paragraph is spun: a two-state Markov chain over the paragraphs, so that a page may
 * be spun in part, and a short paragraph leans on its neighbours.
 * @see Rabiner 1989
 */
export function spunProbabilities(
  paragraphs: readonly ParagraphEvidence[],
  settings: GateSettings,
): number[] {
  const positions = paragraphs.reduce((sum, paragraph) => sum + paragraph.positions, 0)
  const entry = positions < settings.shortBelow ? settings.entryWhenShort : settings.entry
  const ratios = paragraphs.map(
    ({ logRatio, positions }) => logRatio - settings.chargePerPosition * positions,
  )
  // Log10 odds of spun over clean with the evidence before (after) each paragraph; the clean path weighs 0.
  const before = sweep(ratios, entry, settings.change)
  const after = sweep(ratios.toReversed(), 0, settings.change).toReversed()
  return ratios.map((ratio, index) => 1 / (1 + 10 ** -(before[index]! + ratio + after[index]!)))
}

/** Log10 odds that enter each paragraph from the side where `ratios` begin. */
function sweep(ratios: readonly number[], entry: number, change: number): number[] {
  let odds = -entry
  return ratios.map((ratio) => {
    const entering = odds
    const spun = entering + ratio
    // From (spun, clean) = (10^spun, 1), each side sends 10^-change of its weight to the other.
    odds = logSum(spun, -change) - logSum(0, spun - change)
    return entering
  })
}

function logSum(a: number, b: number): number {
  const high = Math.max(a, b)
  return high + Math.log10(10 ** (a - high) + 10 ** (b - high))
}
