import { describe, expect, it } from 'vitest'
import { parse } from '../../src/language/parse.js'
import { countPairs } from '../../src/learn/base-pairs.js'
import { learnTable } from '../../src/learn/learn-table.js'
import type { Observation } from '../../src/learn/observe.js'
import { loadEnglishParser } from '../../src/load/english-parser.js'
import { loadThesaurus } from '../../src/load/models.js'

const SENTENCE = {
  paragraph: 0,
  tokens: parse('The assaults were planned in a cellar nearby.', loadEnglishParser())[0]!.tokens,
}
const thesaurus = loadThesaurus()

function seen(seen: string, original: string, weight = 1, at = 1): Observation {
  return { seen, original, weight, sentence: SENTENCE, at }
}

describe('the table that is learned', () => {
  it('gives count, share and a context to each pair', () => {
    const { table } = learnTable(
      countPairs([seen('bid', 'order'), seen('bid', 'order'), seen('command', 'order')], 'none', thesaurus),
    )
    expect(table).toEqual([
      expect.objectContaining({ from: 'order', to: 'bid', share: 0.66, count: 2, confidence: 0.8 }),
      expect.objectContaining({ from: 'order', to: 'command', share: 0.33, count: 1 }),
    ])
    expect(table[0]!.context).toBe('The [assaults] were planned in a')
  })

  it('leaves out pairs that were never likely', () => {
    const doubtful = Array.from({ length: 5 }, () => seen('bid', 'order', 0.4))
    expect(learnTable(countPairs(doubtful, 'none', thesaurus)).table).toEqual([])
  })

  it('says how often its originals stayed', () => {
    const pairs = countPairs(
      [seen('bid', 'order'), seen('order', 'order'), seen('up', 'up')],
      'none',
      thesaurus,
    )
    expect(learnTable(pairs).stayed).toBe(0.5)
  })

  it('holds base forms where the spinner keeps endings, and forms as they stand where it knows none', () => {
    const observed = [seen('assaults', 'attacks'), seen('assault', 'attack')]
    const pairs = (inflection: 'kept' | 'none') =>
      learnTable(countPairs(observed, inflection, thesaurus)).table.map(({ from, to, count }) => [
        from,
        to,
        count,
      ])
    expect(pairs('kept')).toEqual([['attack', 'assault', 2]])
    expect(pairs('none')).toEqual([
      ['attack', 'assault', 1],
      ['attacks', 'assaults', 1],
    ])
  })
})
