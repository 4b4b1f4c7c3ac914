import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rescaleUnigrams } from '../../scripts/language-model/rescale-unigrams.js'
import type { TrigramModel } from '../../scripts/language-model/trigram-model.js'

const log = Math.log10

/** Three words of which a holds the bigram (a, b) and (a, b) the trigram (a, b, c), each history adding up to 1. */
function model(): TrigramModel {
  // After a: b .5, and a and c share the rest as 0.2 to 0.5 of all; after (a, b): c .9, the rest by P(· | b) = P(·).
  return {
    words: ['a', 'b', 'c'],
    unigramLogProbs: Float64Array.of(log(0.2), log(0.3), log(0.5)),
    unigramBackoffs: Float64Array.of(log(0.5 / 0.7), 0, 0),
    bigrams: {
      v: Uint32Array.of(0),
      w: Uint32Array.of(1),
      logProb: Float64Array.of(log(0.5)),
      backoff: Float64Array.of(log(0.1 / 0.5)),
    },
    trigrams: {
      u: Uint32Array.of(0),
      v: Uint32Array.of(1),
      w: Uint32Array.of(2),
      logProb: Float64Array.of(log(0.9)),
    },
  }
}

/** P(· | u v) of a model of the shape above. */
function distribution(
  { unigramLogProbs, unigramBackoffs, bigrams, trigrams }: TrigramModel,
  u: number,
  v: number,
) {
  const after = (w: number): number =>
    v === 0 && w === 1 ? bigrams.logProb[0]! : unigramBackoffs[v]! + unigramLogProbs[w]!
  const isHistory = u === 0 && v === 1
  return [0, 1, 2].map((w) => {
    if (isHistory && w === 2) return 10 ** trigrams.logProb[0]!
    return 10 ** ((isHistory ? bigrams.backoff[0]! : 0) + after(w))
  })
}

const HISTORIES = [
  [2, 0],
  [2, 2],
  [0, 1],
] as const

describe('rescaling a model', () => {
  test('multiplies each word by its factor and divides by what makes the history add up to 1', () => {
    fc.assert(
      fc.property(fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -10, max: 10 }))), (tenths) => {
        const factors = Float64Array.from(tenths, (tenth) => tenth / 10)
        const rescaled = rescaleUnigrams(model(), factors)
        for (const [u, v] of HISTORIES) {
          const weights = distribution(model(), u, v).map((p, w) => p * 10 ** factors[w]!)
          const sum = weights.reduce((a, b) => a + b)
          for (const [w, p] of distribution(rescaled, u, v).entries())
            expect(p).toBeCloseTo(weights[w]! / sum, 10)
        }
      }),
    )
  })

  test('with factors of 1 changes nothing', () => {
    const same = rescaleUnigrams(model(), new Float64Array(3))
    for (const [u, v] of HISTORIES) {
      for (const [w, p] of distribution(same, u, v).entries()) {
        expect(p).toBeCloseTo(distribution(model(), u, v)[w]!, 12)
      }
    }
  })
})
