import { describe, expect, it } from 'vitest'
import { observeParallel } from '../../src/learn/parallel.js'
import { pileOf } from './pile.js'

function pairsOf(spun: readonly string[], original: readonly string[]): string[] {
  return observeParallel(pileOf(spun), original)
    .filter((observation) => observation.original !== observation.seen)
    .map(({ original, seen }) => `${original} ${seen}`)
}

describe('a spun page beside its original', () => {
  it('shows what each word was', () => {
    expect(pairsOf(['He spoke of beingness and decease.'], ['He spoke of life and death.'])).toEqual([
      'life beingness',
      'death decease',
    ])
  })

  it('shows words that stayed too', () => {
    const [first] = observeParallel(pileOf(['He spoke.']), ['He spoke.'])
    expect(first).toMatchObject({ seen: 'he', original: 'he', weight: 1 })
  })

  it('says nothing of places where the number of words differs', () => {
    expect(pairsOf(['The men made usage of axes there.'], ['The men used axes there.'])).toEqual([])
  })

  it('pairs paragraphs though some stand on one side alone', () => {
    const spun = ['Follow us on all our channels now.', 'The troops stood successful the aforesaid trench.']
    const original = [
      'A standfirst that the scraper lost.',
      'The troops stood in the same trench.',
      'More to come.',
    ]
    expect(pairsOf(spun, original)).toEqual(['in successful', 'same aforesaid'])
  })

  it('gives nothing for a page that has another original', () => {
    expect(pairsOf(['Rain fell on the hills.'], ['Shares rose in early trading.'])).toEqual([])
  })
})
