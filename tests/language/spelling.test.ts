import { describe, expect, test } from 'vitest'
import { createSpelling, type Dictionary } from '../../src/language/spelling.js'
import { loadDictionary } from '../../src/load/dictionaries.js'
import { loadNewsUnigrams, loadWordSet } from '../../src/load/models.js'

const words = loadWordSet()
const news = loadNewsUnigrams()
const spelling = createSpelling(words, news, loadDictionary)
const suggest = spelling.suggester('american', 1000)

describe('spelling', () => {
  test('suggests the word that was meant first', () => {
    const misspelt = ['teh', 'recieve', 'goverment', 'occured', 'thier', 'presidnet', 'parliment']
    expect(misspelt.map((word) => suggest(word)[0])).toEqual([
      'the',
      'receive',
      'government',
      'occurred',
      'their',
      'president',
      'parliament',
    ])
  })

  test('knows the words in one letter’s distance without a dictionary, the most frequent first', () => {
    const lazy = createSpelling(words, news, () => expect.unreachable('reads a dictionary'))
    expect(lazy.nearWords('goverment')).toEqual(['government'])
    expect(lazy.nearWords('presidnet')).toEqual(['president'])
    expect(lazy.nearWords('teh')[0]).toBe('the')
    expect(lazy.nearWords('parlimnt')).toEqual([])
  })

  test('suggests nothing for words, names, figures and very long strings', () => {
    const asked = ['war', 'Zelenskyy', 'zx81', "i'ts", 'x'.repeat(500), '']
    expect(asked.flatMap(suggest)).toEqual([])
    expect([...asked, 'x'.repeat(1_000_000)].flatMap(spelling.nearWords)).toEqual([])
  })

  test('spells as the document does', () => {
    expect(suggest('behaviuor')[0]).toBe('behavior')
    expect(spelling.suggester('british')('behaviuor')[0]).toBe('behaviour')
  })

  test('stops when a document has asked for more different words than its budget, whatever others asked', () => {
    for (const _ of [1, 2]) {
      const limited = spelling.suggester('american', 2)
      expect([limited('teh'), limited('teh'), limited('recieve')].every((list) => list.length > 0)).toBe(true)
      expect(limited('occured')).toEqual([])
      expect(limited('teh')).not.toEqual([])
    }
  })

  test('reads a dictionary at the first suggestion and not before', () => {
    const read: string[] = []
    const noting = (variety: 'american' | 'british'): Dictionary => {
      read.push(variety)
      return { aff: 'SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyz\n', dic: '1\nreceive\n' }
    }
    const lazy = createSpelling(words, news, noting)
    lazy.suggester('american')('war')
    expect(lazy.isWord('war')).toBe(true)
    expect(read).toEqual([])
    expect(lazy.suggester('american')('recieve')).toEqual(['receive'])
    lazy.suggester('american')('reciev')
    expect(read).toEqual(['american'])
  })
})
