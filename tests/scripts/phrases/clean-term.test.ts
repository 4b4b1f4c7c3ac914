import { describe, expect, it } from 'vitest'
import { cleanTerm } from '../../../scripts/phrases/clean-term.js'

describe('cleanTerm', () => {
  it.each([
    ['Neural network (NN)', ['neural network']],
    ['[drug] payload release profile', ['payload release profile']],
    ['strengths and weaknesses?', ['strengths and weaknesses']],
    ['infected/affected individuals', ['infected individuals', 'affected individuals']],
    ['digital crime/cyber crime', ['digital crime', 'cyber crime']],
    ['breast cancer or breast tumour', ['breast cancer', 'breast tumour']],
    ['performance expectancy, see https://example.org/', ['performance expectancy']],
  ])('reads %j as %j', (note, terms) => {
    expect(cleanTerm(note)).toEqual(terms)
  })

  it.each(['???', '?? ("predict object(?) values"?) maybe'])(
    'gives nothing for %j, which is a question',
    (note) => {
      expect(cleanTerm(note)).toEqual([])
    },
  )
})
