import type { LanguageModel } from '../language/language-model.js'
import type { Lattice } from './lattice.js'

/** How the decoder searches. */
export interface DecodeSettings {
  /** Exponent on the language model, beside the channel's 1. */
  readonly languageModelWeight: number
  /** Hypotheses kept at each token boundary. */
  readonly beam: number
  /** Hypotheses this far behind the best at their boundary are dropped, in log10. */
  readonly reach: number
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
  { languageModelWeight, beam, reach }: DecodeSettings,
): (lattice: Lattice) => Decoding {
  const hypotheses = createHypotheses()
  const steps = createSteps()
  let survivors = new Int32Array(64)

  /** Fills `survivors` with the hypotheses at `boundary` that go on, best first, and returns how many they are. */
  const select = (boundary: number): number => {
    const { forward, next } = hypotheses
    let count = 0
    let best = Number.NEGATIVE_INFINITY
    for (let at = hypotheses.first(boundary); at >= 0; at = next[at]!) best = Math.max(best, forward[at]!)
    for (let at = hypotheses.first(boundary); at >= 0; at = next[at]!) {
      const weight = forward[at]!
      if (weight < best - reach) continue
      if (count === survivors.length) survivors = grown(survivors)
      // Insertion keeps the order; equals stay in order of age, so that no machine decides.
      let place = count++
      while (place > 0 && forward[survivors[place - 1]!]! < weight) {
        survivors[place] = survivors[place - 1]!
        place--
      }
      survivors[place] = at
      if (count > beam) count = beam
    }
    return count
  }

  return ({ length, arcs }) => {
    const arcsFrom = firstArcs(length, arcs)
    hypotheses.clear(length)
    steps.clear()
    const start = hypotheses.at(0, model.sentenceStart, model.sentenceStart)
    hypotheses.forward[start] = 0
    for (let boundary = 0; boundary < length; boundary++) {
      const count = select(boundary)
      for (let place = 0; place < count; place++) {
        const from = survivors[place]!
        const before = hypotheses.forward[from]!
        const history = model.history(hypotheses.older[from]!, hypotheses.newer[from]!)
        for (let index = arcsFrom[boundary]!; index < arcsFrom[boundary + 1]!; index++) {
          const { words, to: end, logWeight } = arcs[index]!
          let left2 = hypotheses.older[from]!
          let left1 = hypotheses.newer[from]!
          let logProb = 0
          for (let at = 0; at < words.length; at++) {
            const word = words[at]!
            logProb += at === 0 ? model.logProbFrom(history, left1, word) : model.logProb(left2, left1, word)
            left2 = left1
            left1 = word
          }
          const weight = languageModelWeight * logProb + logWeight
          const to = hypotheses.at(end, left2, left1)
          const { forward } = hypotheses
          forward[to] = logAdd(forward[to]!, before + weight)
          steps.add(from, to, index, weight)
        }
      }
    }

    const { forward, backward, older, newer, next } = hypotheses
    let logEvidence = Number.NEGATIVE_INFINITY
    for (let last = hypotheses.first(length); last >= 0; last = next[last]!) {
      const end = languageModelWeight * model.logProb(older[last]!, newer[last]!, model.sentenceEnd)
      backward[last] = end
      logEvidence = logAdd(logEvidence, forward[last]! + end)
    }

    const posteriors = new Float64Array(arcs.length)
    // Steps were made boundary by boundary, so backwards every step's end is complete before it is read.
    for (let step = steps.count() - 1; step >= 0; step--) {
      const onward = steps.weight[step]! + backward[steps.to[step]!]!
      if (onward === Number.NEGATIVE_INFINITY) continue
      const from = steps.from[step]!
      backward[from] = logAdd(backward[from]!, onward)
      posteriors[steps.arc[step]!]! += Math.exp(LN10 * (forward[from]! + onward - logEvidence))
    }
    return { posteriors, logEvidence }
  }
}

/** Partial paths that end at one boundary with the same last two words, in growing buffers. */
function createHypotheses() {
  let slots = new Int32Array(1 << 12)
  let firsts = new Int32Array(64)
  let lasts = new Int32Array(64)
  let boundaryOf = new Int32Array(1024)
  let size = 0

  const slotOf = (boundary: number, left2: number, left1: number): number => {
    let hash = Math.imul(left2, 0x9e3779b1) ^ Math.imul(left1, 0x85ebca6b) ^ Math.imul(boundary, 0xc2b2ae35)
    hash ^= hash >>> 15
    const mask = slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot]! - 1
      if (known < 0) return slot
      if (all.older[known] === left2 && all.newer[known] === left1 && boundaryOf[known] === boundary)
        return slot
    }
  }
  const enlarge = (): void => {
    all.older = grown(all.older)
    all.newer = grown(all.newer)
    all.next = grown(all.next)
    all.forward = grown(all.forward)
    all.backward = grown(all.backward)
    boundaryOf = grown(boundaryOf)
  }
  const rehash = (): void => {
    slots = new Int32Array(slots.length * 2)
    for (let at = 0; at < size; at++) slots[slotOf(boundaryOf[at]!, all.older[at]!, all.newer[at]!)] = at + 1
  }

  const all = {
    older: new Int32Array(1024),
    newer: new Int32Array(1024),
    /** log10 weight of all ways to here, and of all ways from here to the end. */
    forward: new Float64Array(1024),
    backward: new Float64Array(1024),
    /** The next hypothesis at the same boundary; -1 at the end of its list. */
    next: new Int32Array(1024),
    first: (boundary: number): number => firsts[boundary]!,
    clear: (length: number): void => {
      slots.fill(0)
      size = 0
      if (firsts.length <= length) {
        firsts = new Int32Array(2 * length + 2)
        lasts = new Int32Array(2 * length + 2)
      }
      firsts.fill(-1, 0, length + 1)
    },
    /** The hypothesis with this history; a new one has no weight yet. */
    at: (boundary: number, left2: number, left1: number): number => {
      const slot = slotOf(boundary, left2, left1)
      if (slots[slot]! > 0) return slots[slot]! - 1
      if (size === all.older.length) enlarge()
      const added = size++
      slots[slot] = added + 1
      all.older[added] = left2
      all.newer[added] = left1
      all.forward[added] = Number.NEGATIVE_INFINITY
      all.backward[added] = Number.NEGATIVE_INFINITY
      all.next[added] = -1
      boundaryOf[added] = boundary
      if (firsts[boundary]! < 0) firsts[boundary] = added
      else all.next[lasts[boundary]!] = added
      lasts[boundary] = added
      if (size * 2 > slots.length) rehash()
      return added
    },
  }
  return all
}

/** Steps from one hypothesis to another along an arc, in growing buffers. */
function createSteps() {
  let size = 0
  const all = {
    from: new Int32Array(8192),
    to: new Int32Array(8192),
    arc: new Int32Array(8192),
    weight: new Float64Array(8192),
    count: (): number => size,
    clear: (): void => {
      size = 0
    },
    add: (from: number, to: number, arc: number, weight: number): void => {
      if (size === all.from.length) {
        all.from = grown(all.from)
        all.to = grown(all.to)
        all.arc = grown(all.arc)
        all.weight = grown(all.weight)
      }
      all.from[size] = from
      all.to[size] = to
      all.arc[size] = arc
      all.weight[size++] = weight
    },
  }
  return all
}

const { LN10 } = Math
/** A summand this many decimal places smaller than the other changes nothing that is looked at. */
const NEGLIGIBLE = 12

/** log10(10^a + 10^b). */
export function logAdd(a: number, b: number): number {
  const high = Math.max(a, b)
  const low = Math.min(a, b)
  if (high - low > NEGLIGIBLE || low === Number.NEGATIVE_INFINITY) return high
  return high + Math.log1p(Math.exp(LN10 * (low - high))) / LN10
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

function grown<A extends Int32Array | Float64Array>(buffer: A): A {
  const larger = new (buffer.constructor as new (length: number) => A)(buffer.length * 2)
  larger.set(buffer)
  return larger
}
