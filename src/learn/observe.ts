import { type DecodedSentence, decodeSentences } from '../repair/decode-document.js'
import type { Page, SentenceInPlace } from '../repair/page.js'
import {
  evidenceOf,
  type Family,
  openReading,
  type RepairResources,
  readTogether,
} from '../repair/reading.js'
import type { RepairSettings } from '../repair/settings.js'

/** One reading of one place of the pile: `original` stands there as `seen`, with this probability. */
export interface Observation {
  readonly seen: string
  readonly original: string
  /** 0 to 1; 1 where the original is at hand. */
  readonly weight: number
  /** Where it stands, for contexts: tokens of the sentence. */
  readonly sentence: SentenceInPlace
  readonly at: number
}

/** A page of the pile, parsed. */
export interface PilePage {
  readonly page: Page
  readonly sentences: readonly SentenceInPlace[]
}

/** What a family makes of a pile. */
export interface PileReading {
  /** Readings of the places that the spinner may have changed, those as they stand included; likely ones only. */
  readonly observations: readonly Observation[]
  /** The most likely word at each token, page by page and sentence by sentence. */
  readonly best: readonly (readonly (readonly string[])[])[]
  /** log10 evidence that the family spun the pile, each sentence for itself. */
  readonly logEvidence: number
}

/** Readings less likely than this tell nothing. */
const LEAST_WEIGHT = 0.3

/** Reads the whole pile as spun by `family`: each page as one document, or, when a glance will do, by sentences. */
export function readPile(
  pile: readonly PilePage[],
  family: Family,
  resources: RepairResources,
  settings: RepairSettings,
  glance = false,
): PileReading {
  const observations: Observation[] = []
  const best: string[][][] = []
  let logEvidence = 0
  for (const { page, sentences } of pile) {
    const { decode, latticesAt } = openReading(page, sentences, family, resources, settings)
    const first = decodeSentences(latticesAt(1), decode)
    for (const sentence of first) logEvidence += evidenceOf(sentence, decode)
    const decoded = glance ? first : readTogether(first, decode, resources, settings)
    best.push(decoded.map((sentence, index) => addReadings(sentences[index]!, sentence, observations)))
  }
  return { observations, best, logEvidence }
}

/** Adds the likely readings of a sentence to `observations`; the most likely word at each token. */
function addReadings(
  sentence: SentenceInPlace,
  { lattice, posteriors }: DecodedSentence,
  observations: Observation[],
): string[] {
  const most = new Float64Array(lattice.length)
  const chosen = sentence.tokens.map(({ key }) => key)
  for (const [index, { from, to, seen, original, isEligible }] of lattice.arcs.entries()) {
    const weight = posteriors[index]!
    if (to === from + 1 && weight > most[from]!) {
      most[from] = weight
      chosen[from] = original
    }
    if (isEligible && weight >= LEAST_WEIGHT)
      observations.push({ seen, original, weight, sentence, at: from })
  }
  return chosen
}
