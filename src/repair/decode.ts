import type { LanguageModel } from '../language/language-model.js'
import type { Lattice } from './lattice.js'

/** How the decoder searches. */
export interface DecodeSettings {
  /** Exponent on the language model, beside the channel's 1. */
  readonly languageModelWeight: number
  /** Hypotheses kept at each token boundary. */
  readonly beam: number
}

/** What the decoder finds in one lattice. */
export interface Decoding {
  /** Posterior probability of each arc, in the order of the lattice's arcs; the arcs over any token sum to 1. */
  readonly posteriors: Float64Array
  /** log10 of the summed weight of all paths in the beam: the evidence for the model behind the lattice. */
  readonly logEvidence: number
}

/**
 * A function from a lattice to the posterior of each arc: forward-backward over hypotheses that share their last
 * two words. The buffers are reused between calls; results are not.
 * @see Rabiner 1989 for forward-backward; Jelinek 1997, chapter 5, for beams over word histories.
 */
export function createDecoder(
  model: LanguageModel,
  { languageModelWeight, beam }: DecodeSettings,
): (lattice: Lattice) => Decoding {
  // Hypotheses of the whole sentence, boundary by boundary.
  let older = new Int32Array(1024)
  let newer = new Int32Array(1024)
  let forward = new Float64Array(1024)
  let backward = new Float64Array(1024)
  // Steps from one hypothesis to the next along an arc.
  let stepFrom = new Int32Array(8192)
  let stepTo = new Int32Array(8192)
  let stepArc = new Int32Array(8192)
  let stepWeight = new Float64Array(8192)

  return ({ length, arcs }) => {
    const arcsFrom = firstArcs(length, arcs)
    /** Hypotheses waiting at each boundary, merged by history. */
    const waiting: Map<number, number>[] = Array.from({ length: length + 1 }, () => new Map())
    let hypotheses = 0
    let steps = 0

    const hypothesis = (boundary: number, left2: number, left1: number): number => {
      // Ids stay below 2^21, so a pair of them is an exact integer.
      const key = left2 * 2 ** 21 + left1
      const known = waiting[boundary]!.get(key)
      if (known !== undefined) return known
      if (hypotheses === older.length) {
        older = grown(older)
        newer = grown(newer)
        forward = grown(forward)
        backward = grown(backward)
      }
      older[hypotheses] = left2
      newer[hypotheses] = left1
      forward[hypotheses] = Number.NEGATIVE_INFINITY
      backward[hypotheses] = Number.NEGATIVE_INFINITY
      waiting[boundary]!.set(key, hypotheses)
      return hypotheses++
    }

    forward[hypothesis(0, model.sentenceStart, model.sentenceStart)] = 0
    for (let boundary = 0; boundary < length; boundary++) {
      for (const from of survivors(waiting[boundary]!.values(), forward, beam)) {
        const history = model.history(older[from]!, newer[from]!)
        for (let index = arcsFrom[boundary]!; index < arcsFrom[boundary + 1]!; index++) {
          const arc = arcs[index]!
          let left2 = older[from]!
          let left1 = newer[from]!
          let logProb = 0
          for (let at = 0; at < arc.words.length; at++) {
            const word = arc.words[at]!
            logProb += at === 0 ? model.logProbFrom(history, left1, word) : model.logProb(left2, left1, word)
            left2 = left1
            left1 = word
          }
          const weight = languageModelWeight * logProb + arc.logWeight
          const to = hypothesis(arc.to, left2, left1)
          forward[to] = logAdd(forward[to]!, forward[from]! + weight)
          if (steps === stepFrom.length) {
            stepFrom = grown(stepFrom)
            stepTo = grown(stepTo)
            stepArc = grown(stepArc)
            stepWeight = grown(stepWeight)
          }
          stepFrom[steps] = from
          stepTo[steps] = to
          stepArc[steps] = index
          stepWeight[steps++] = weight
        }
      }
    }

    let logEvidence = Number.NEGATIVE_INFINITY
    for (const last of waiting[length]!.values()) {
      const end = languageModelWeight * model.logProb(older[last]!, newer[last]!, model.sentenceEnd)
      backward[last] = end
      logEvidence = logAdd(logEvidence, forward[last]! + end)
    }

    const posteriors = new Float64Array(arcs.length)
    // Steps were made boundary by boundary, so backwards every `stepTo` is complete before it is read.
    for (let step = steps - 1; step >= 0; step--) {
      const onward = stepWeight[step]! + backward[stepTo[step]!]!
      if (onward === Number.NEGATIVE_INFINITY) continue
      const from = stepFrom[step]!
      backward[from] = logAdd(backward[from]!, onward)
      posteriors[stepArc[step]!]! += 10 ** (forward[from]! + onward - logEvidence)
    }
    return { posteriors, logEvidence }
  }
}

/** log10(10^a + 10^b). */
export function logAdd(a: number, b: number): number {
  if (a < b) return logAdd(b, a)
  return b === Number.NEGATIVE_INFINITY || a - b > 16 ? a : a + Math.log10(1 + 10 ** (b - a))
}

/** Index of the first arc that leaves each boundary, and the number of arcs at the end. */
function firstArcs(length: number, arcs: Lattice['arcs']): Int32Array {
  const first = new Int32Array(length + 1)
  let index = 0
  for (let boundary = 0; boundary <= length; boundary++) {
    while (index < arcs.length && arcs[index]!.from < boundary) index++
    first[boundary] = index
  }
  return first
}

/** The `beam` best hypotheses, best first; ties by age, so that the order never depends on the machine. */
function survivors(hypotheses: Iterable<number>, forward: Float64Array, beam: number): number[] {
  const all = [...hypotheses]
  if (all.length <= beam) return all
  return all.sort((a, b) => forward[b]! - forward[a]! || a - b).slice(0, beam)
}

function grown<A extends Int32Array | Float64Array>(buffer: A): A {
  const larger = new (buffer.constructor as new (length: number) => A)(buffer.length * 2)
  larger.set(buffer)
  return larger
}
