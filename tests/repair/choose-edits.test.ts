import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/language/tokenise.js'
import type { Candidate } from '../../src/repair/candidates.js'
import { chooseEdits } from '../../src/repair/choose-edits.js'

const CAUTION = { minConfidence: 0.3, maxIdentity: 0.5 }

function candidate(from: number, to: number, original: string, rest: Partial<Candidate> = {}): Candidate {
  return {
    from,
    to,
    words: [],
    seen: '',
    original,
    isIdentity: false,
    isEligible: true,
    ruleId: 'walk',
    logPrior: 0,
    logContext: 0,
    logPage: 0,
    minMargin: 0,
    logWeight: 0,
    ...rest,
  }
}

/** Choices for a text, given readings as `[from, to, original, posterior]`; identity readings have no original. */
function choose(
  text: string,
  readings: readonly (readonly [from: number, to: number, original: string | null, posterior: number])[],
  rest: Partial<Candidate> = {},
) {
  const tokens = tokenise(text)
  const candidates = readings.map(([from, to, original]) =>
    original === null
      ? candidate(from, to, tokens[from]!.key, { isIdentity: true, ruleId: 'identity' })
      : candidate(from, to, original, rest),
  )
  const posteriors = Float64Array.from(readings, ([, , , posterior]) => posterior)
  const { edits, unsure } = chooseEdits(tokens, candidates, posteriors, 'spinner/test', CAUTION)
  return {
    edits: edits.map(({ start, end, replacement }) => `${text.slice(start, end)} > ${replacement}`),
    unsure: unsure.map(({ start, end }) => text.slice(start, end)),
    first: edits[0],
  }
}

describe('chooseEdits', () => {
  it('writes the likeliest original where the token is unlikely to stand as written', () => {
    const { edits } = choose('he met helium', [
      [2, 3, null, 0.1],
      [2, 3, 'he', 0.7],
      [2, 3, 'her', 0.2],
    ])
    expect(edits).toEqual(['helium > he'])
  })

  it('leaves a token that more likely stands as written', () => {
    expect(
      choose('a tin', [
        [1, 2, null, 0.6],
        [1, 2, 'can', 0.4],
      ]),
    ).toMatchObject({ edits: [], unsure: [] })
  })

  it('names a place that looks spun when no original is sure enough', () => {
    const readings = [
      [0, 1, null, 0.1],
      [0, 1, 'support', 0.25],
      [0, 1, 'party', 0.22],
    ] as const
    expect(choose('enactment', readings)).toMatchObject({ edits: [], unsure: ['enactment'] })
  })

  it('keeps the losing candidates for explanations, best first', () => {
    const { first } = choose('bid', [
      [0, 1, null, 0.1],
      [0, 1, 'run', 0.2],
      [0, 1, 'order', 0.7],
    ])
    expect(first?.provenance.confidence).toBe(0.7)
    expect(first?.provenance.alternatives).toEqual([
      { text: 'run', confidence: 0.2 },
      { text: 'bid', confidence: 0.1 },
    ])
  })

  it('prefers the surer of two readings that overlap', () => {
    const { edits } = choose('nary 1 knew', [
      [0, 1, null, 0.02],
      [1, 2, null, 0.02],
      [0, 2, 'no one', 0.9],
      [0, 1, 'no', 0.08],
    ])
    expect(edits).toEqual(['nary 1 > no one'])
  })

  it("asks for a rule's margin over the words as they stand", () => {
    const readings = [
      [0, 1, null, 0.2],
      [0, 1, 'in', 0.8],
    ] as const
    expect(choose('successful', readings, { minMargin: 1 }).edits).toEqual([])
    expect(choose('successful', readings, { minMargin: 0.5 }).edits).toEqual(['successful > in'])
  })

  it('gives the original the capital of the token it replaces', () => {
    expect(
      choose('Helium said', [
        [0, 1, null, 0],
        [0, 1, 'he', 1],
      ]).edits,
    ).toEqual(['Helium > He'])
  })
})
