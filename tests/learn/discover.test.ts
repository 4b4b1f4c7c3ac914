import { describe, expect, it } from 'vitest'
import { DEFAULT_DISCOVERY, discoverPairs } from '../../src/learn/discover.js'
import { loadLanguageModel, loadNewsUnigrams } from '../../src/load/models.js'
import { pileOf } from './pile.js'

const ORIGINAL = [
  'The match was called off because of heavy rain.',
  'He was released because there was no evidence against him.',
  'Prices have gone up because of the war.',
  'They left early because they were tired.',
  'She could not come because she was ill.',
  'This is important because it means that we can go on.',
]

function discovered(paragraphs: readonly string[]): string[] {
  const page = pileOf(paragraphs)
  const best = [page.sentences.map(({ tokens }) => tokens.map(({ key }) => key))]
  const reading = { observations: [], best, logEvidence: 0 }
  return discoverPairs(
    [page],
    reading,
    () => false,
    loadLanguageModel(),
    loadNewsUnigrams(),
    DEFAULT_DISCOVERY,
  ).map(({ from, to }) => `${from} ${to}`)
}

describe('discovery', () => {
  it('finds what a word stands for that fits none of its places', () => {
    const spun = ORIGINAL.map((paragraph) => paragraph.replace('because', 'algebra'))
    expect(discovered(spun)).toEqual(['because algebra'])
  })

  it('finds nothing in what was never spun', () => {
    expect(discovered(ORIGINAL)).toEqual([])
  })

  it('asks for more than one or two places', () => {
    const spun = ORIGINAL.slice(0, 2).map((paragraph) => paragraph.replace('because', 'algebra'))
    expect(discovered(spun)).toEqual([])
  })
})
