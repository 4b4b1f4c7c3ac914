import { expect, it } from 'vitest'
import type { Candidate } from '../../src/repair/candidates.js'
import type { DecodedSentence } from '../../src/repair/decode-document.js'
import { createUseDiscount } from '../../src/repair/evidence.js'

/** A sentence whose words are replaced with the given probabilities. */
function sentence(...words: readonly (readonly [seen: string, replaced: number])[]): DecodedSentence {
  const arcs = words.flatMap(([seen, replaced], from) => {
    const arc = { from, to: from + 1, seen, words: [], isEligible: true } as unknown as Candidate
    return [
      { arc: { ...arc, isIdentity: true }, posterior: 1 - replaced },
      { arc: { ...arc, isIdentity: false }, posterior: replaced },
    ]
  })
  return {
    lattice: { length: words.length, arcs: arcs.map(({ arc }) => arc) },
    posteriors: Float64Array.from(arcs, ({ posterior }) => posterior),
    logEvidence: 0,
  }
}

it('counts the first use of each word in full', () => {
  expect(createUseDiscount()(sentence(['arsenic', 0.9], ['helium', 0.99]))).toBeCloseTo(1, 10)
})

it('counts later uses of a word for a quarter, those of a phrase in full', () => {
  const share = createUseDiscount()
  share(sentence(['decease', 1], ['counterfeit consciousness', 1]))
  expect(share(sentence(['decease', 0.9]))).toBeCloseTo(0.25, 10)
  expect(share(sentence(['counterfeit consciousness', 0.9]))).toBe(1)
})

it('counts figures for nothing', () => {
  expect(createUseDiscount()(sentence(['3rd', 0.9]))).toBe(0)
  expect(createUseDiscount()(sentence(['3rd', 0.9], ['arsenic', 0.9]))).toBeCloseTo(0.5, 10)
})

it('stays a share where posteriors are rounded beyond 1', () => {
  expect(createUseDiscount()(sentence(['arsenic', 1 + 1e-12], ['helium', 0.5]))).toBeCloseTo(1, 10)
})

it('leaves a sentence without candidates as it is', () => {
  expect(createUseDiscount()(sentence())).toBe(1)
})
