import { once } from '../core/once.js'
import type { Candidate } from './candidates.js'
import { type DecodedSentence, decodeSentences } from './decode-document.js'
import { createUseDiscount } from './evidence.js'
import { type GateSettings, type ParagraphEvidence, spunProbabilities, surcharged } from './gate.js'
import type { Lattice } from './lattice.js'
import type { Page, SentenceInPlace } from './page.js'
import { evidenceOf, type Family, openReading, type Reading, type RepairResources } from './reading.js'
import type { RepairSettings } from './settings.js'

/**
 * The best explanation of the sentences by the family; null when none of them counts as spun. `isDense` says that most
 * of them are suspected, so that they are judged as spun throughout before anything else.
 */
export function judgeBest(
  page: Page,
  sentences: readonly SentenceInPlace[],
  isDense: boolean,
  family: Family,
  resources: RepairResources,
  settings: RepairSettings,
): Judgement | null {
  const { channel } = family
  const { decode, latticesAt } = openReading(page, sentences, family, resources, settings)
  const judgeAs = (density: number): Judgement =>
    judge(family, sentences, latticesAt(density), page.paragraphs.length, decode, settings.gate)
  const judgeThroughout = once(() => judgeAs(1))
  if (isDense || !channel.profile.spins_lightly) {
    const throughout = judgeThroughout()
    const positions = throughout.paragraphs.reduce((sum, paragraph) => sum + paragraph.positions, 0)
    const isPlain = throughout.evidence >= PLAIN * positions
    if (isPlain || !channel.profile.spins_lightly) return throughout.evidence > 0 ? throughout : null
  }
  let best: Judgement | null = null
  for (const density of settings.densities) {
    const judgement = density === 1 ? judgeThroughout() : judgeAs(density)
    // A text that is not even thinly spun is not spun throughout.
    if (judgement.evidence <= 0) break
    if (!best || judgement.evidence > best.evidence) best = judgement
  }
  return best
}

/** Evidence by position, in log10, beyond which a text is spun throughout and need not be judged as lightly spun. */
const PLAIN = 0.3

/** What one family's model makes of the document. */
export interface Judgement {
  readonly family: Family
  readonly sentences: readonly SentenceInPlace[]
  readonly decoded: readonly DecodedSentence[]
  readonly decode: Reading['decode']
  readonly paragraphs: readonly ParagraphEvidence[]
  /** Probability that each paragraph is spun. */
  readonly spun: readonly number[]
  /** log10 evidence of all paragraphs that count as spun. */
  readonly evidence: number
}

function judge(
  family: Family,
  sentences: readonly SentenceInPlace[],
  lattices: readonly Lattice<Candidate>[],
  paragraphCount: number,
  decode: Reading['decode'],
  gate: GateSettings,
): Judgement {
  const decoded = decodeSentences(lattices, decode)
  const evidence = Array.from({ length: paragraphCount }, () => ({ logRatio: 0, positions: 0 }))
  const countedShare = createUseDiscount()
  for (const [index, sentence] of decoded.entries()) {
    const paragraph = evidence[sentences[index]!.paragraph]!
    const positions = openPositions(sentence.lattice)
    if (positions === 0) continue
    const logRatio = evidenceOf(sentence, decode)
    paragraph.logRatio += logRatio > 0 ? logRatio * countedShare(sentence) : logRatio
    paragraph.positions += positions
  }
  const spun = spunProbabilities(evidence, surcharged(gate, family.channel.profile))
  const isSpun = (index: number) => spun[index]! >= 0.5
  return {
    family,
    sentences,
    decoded,
    decode,
    paragraphs: evidence,
    spun,
    evidence: evidence.reduce((sum, { logRatio }, index) => sum + (isSpun(index) ? logRatio : 0), 0),
  }
}

/** Tokens with a candidate beside themselves; arcs are ordered by token. */
function openPositions({ arcs }: Lattice<Candidate>): number {
  let count = 0
  let last = -1
  for (const { isIdentity, from } of arcs) {
    if (isIdentity || from === last) continue
    last = from
    count++
  }
  return count
}
