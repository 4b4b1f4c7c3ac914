import type { Candidate } from './candidates.js'
import type { Decoding } from './decode.js'
import { type DeterminismSettings, reweigh } from './determinism.js'
import type { Lattice } from './lattice.js'

/** How often and how widely a document is decoded. */
export interface SweepSettings extends DeterminismSettings {
  /** Decodings after the first, each with the habits that the one before it found. */
  readonly sweeps: number
  /** Candidates whose posterior falls below this leave after the first decoding. */
  readonly floor: number
}

/** A sentence's candidates with their posteriors, in the same order. */
export interface DecodedSentence {
  readonly lattice: Lattice<Candidate>
  readonly posteriors: Float64Array
  readonly logEvidence: number
}

type Decode = (lattice: Lattice) => Decoding

/** Decodes each sentence for itself. */
export function decodeSentences(lattices: readonly Lattice<Candidate>[], decode: Decode): DecodedSentence[] {
  return lattices.map((lattice) => ({ lattice, ...decode(lattice) }))
}

/** Decodes again, with the habits of the whole document, what `first` decoded sentence by sentence. */
export function decodeTogether(
  first: readonly DecodedSentence[],
  decode: Decode,
  weighPage: (sentences: readonly DecodedSentence[]) => void,
  settings: SweepSettings,
): DecodedSentence[] {
  let sentences = first.map((sentence) => pruned(sentence, settings.floor))
  for (let sweep = 0; sweep < settings.sweeps; sweep++) {
    weighPage(sentences)
    reweigh(
      sentences.map(({ lattice, posteriors }) => ({ candidates: lattice.arcs, posteriors })),
      settings,
    )
    sentences = decodeSentences(
      sentences.map(({ lattice }) => lattice),
      decode,
    )
  }
  return sentences
}

/** The sentence without hopeless candidates; identity always stays, so that every boundary can be reached. */
function pruned({ lattice, posteriors, logEvidence }: DecodedSentence, floor: number): DecodedSentence {
  const kept = lattice.arcs.flatMap((arc, index) =>
    arc.isIdentity || posteriors[index]! >= floor ? [index] : [],
  )
  return {
    // Copies, since weights are changed in place and the first decoding belongs to the caller.
    lattice: { length: lattice.length, arcs: kept.map((index) => ({ ...lattice.arcs[index]! })) },
    posteriors: Float64Array.from(kept, (index) => posteriors[index]!),
    logEvidence,
  }
}
