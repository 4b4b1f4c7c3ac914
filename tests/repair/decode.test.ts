import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LanguageModel } from '../../src/language/language-model.js'
import { createDecoder, logAdd } from '../../src/repair/decode.js'
import type { Arc, Lattice } from '../../src/repair/lattice.js'

const VOCABULARY = 6

/** A model in which every trigram has a probability of its own, so that no two paths tie by accident. */
function toyModel(seed: number): LanguageModel {
  const logProb = (left2: number, left1: number, word: number): number => {
    const mixed = Math.imul(((left2 * 31 + left1) * 31 + word + seed) | 0, 2654435761) >>> 8
    return -0.05 - (mixed % 1000) / 300
  }
  return {
    unknown: 0,
    sentenceStart: 1,
    sentenceEnd: 2,
    size: VOCABULARY,
    id: () => 0,
    word: String,
    logUnigram: () => -1,
    history: (left2, left1) => left2 * VOCABULARY + left1,
    logProbFrom: (history, left1, word) => logProb(Math.floor(history / VOCABULARY), left1, word),
    logProb,
  }
}

/** All paths through a lattice, each as the indices of its arcs. */
function paths({ length, arcs }: Lattice, from = 0): number[][] {
  if (from === length) return [[]]
  return arcs.flatMap((arc, index) =>
    arc.from === from ? paths({ length, arcs }, arc.to).map((rest) => [index, ...rest]) : [],
  )
}

function pathWeight(lattice: Lattice, path: readonly number[], model: LanguageModel, weight: number): number {
  const words = path.flatMap((index) => [...lattice.arcs[index]!.words])
  const padded = [model.sentenceStart, model.sentenceStart, ...words, model.sentenceEnd]
  let logProb = 0
  for (let at = 2; at < padded.length; at++) {
    logProb += model.logProb(padded[at - 2]!, padded[at - 1]!, padded[at]!)
  }
  return weight * logProb + path.reduce((sum, index) => sum + lattice.arcs[index]!.logWeight, 0)
}

const lattices = fc
  .array(
    fc.array(
      fc.record({
        span: fc.integer({ min: 1, max: 2 }),
        words: fc.array(fc.integer({ min: 3, max: VOCABULARY - 1 }), { maxLength: 2 }),
        logWeight: fc.double({ min: -3, max: 0, noNaN: true }),
      }),
      { maxLength: 3 },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((positions): Lattice => {
    const length = positions.length
    const arcs: Arc[] = positions.flatMap((options, from) => [
      { from, to: from + 1, words: [3 + (from % 3)], logWeight: -0.1 },
      ...options
        .filter(({ span }) => from + span <= length)
        .map(({ span, words, logWeight }) => ({ from, to: from + span, words, logWeight })),
    ])
    return { length, arcs }
  })

describe('createDecoder', () => {
  it('finds the posteriors that weighing every path finds, when the beam is wide', () => {
    fc.assert(
      fc.property(lattices, fc.integer({ min: 0, max: 99 }), (lattice, seed) => {
        const model = toyModel(seed)
        const { posteriors, logEvidence } = createDecoder(model, {
          languageModelWeight: 0.7,
          beam: 500,
          reach: 500,
        })(lattice)
        const weighed = paths(lattice).map((path) => ({
          path,
          weight: pathWeight(lattice, path, model, 0.7),
        }))
        const total = weighed.reduce((sum, { weight }) => logAdd(sum, weight), Number.NEGATIVE_INFINITY)
        expect(logEvidence).toBeCloseTo(total, 9)
        for (const index of lattice.arcs.keys()) {
          const through = weighed.filter(({ path }) => path.includes(index))
          const share = through.reduce((sum, { weight }) => sum + 10 ** (weight - total), 0)
          expect(posteriors[index]).toBeCloseTo(share, 9)
        }
      }),
    )
  })

  it('gives the arcs over each token posteriors that sum to 1, however narrow the beam', () => {
    fc.assert(
      fc.property(lattices, fc.integer({ min: 1, max: 3 }), (lattice, beam) => {
        const { posteriors } = createDecoder(toyModel(7), { languageModelWeight: 1, beam, reach: 2 })(lattice)
        for (let token = 0; token < lattice.length; token++) {
          const over = lattice.arcs.flatMap(({ from, to }, index) =>
            from <= token && token < to ? [index] : [],
          )
          expect(over.reduce((sum, index) => sum + posteriors[index]!, 0)).toBeCloseTo(1, 9)
        }
      }),
    )
  })

  it('keeps nothing of one sentence for the next', () => {
    const decode = createDecoder(toyModel(1), { languageModelWeight: 1, beam: 4, reach: 9 })
    const lattice: Lattice = {
      length: 2,
      arcs: [
        { from: 0, to: 1, words: [3], logWeight: 0 },
        { from: 0, to: 1, words: [4], logWeight: -0.2 },
        { from: 1, to: 2, words: [5], logWeight: 0 },
      ],
    }
    const first = decode(lattice)
    decode({ length: 1, arcs: [{ from: 0, to: 1, words: [5], logWeight: -1 }] })
    expect(decode(lattice)).toEqual(first)
  })
})

describe('logAdd', () => {
  it('adds what the logarithms stand for', () => {
    expect(logAdd(Math.log10(2), Math.log10(3))).toBeCloseTo(Math.log10(5), 12)
    expect(logAdd(Number.NEGATIVE_INFINITY, -2)).toBe(-2)
    expect(logAdd(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY)
  })
})
