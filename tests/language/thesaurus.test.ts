import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packThesaurus, type SynonymLists } from '../../scripts/thesaurus/pack-thesaurus.js'
import { packFile } from '../../src/language/packed-file.js'
import { openThesaurus, type Thesaurus } from '../../src/language/thesaurus.js'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function thesaurusOf(lists: SynonymLists): Thesaurus {
  const bytes = packFile(packThesaurus(lists, []), digest)
  return openThesaurus(bytes.slice().buffer)
}

function synonyms(thesaurus: Thesaurus, word: string): string[] {
  return [...thesaurus.synonyms(thesaurus.find(word))].map(thesaurus.text)
}

function heads(thesaurus: Thesaurus, word: string): string[] {
  return [...thesaurus.heads(thesaurus.find(word))].map(thesaurus.text)
}

describe('a packed thesaurus', () => {
  it('keeps synonyms in the order of the source', () => {
    const thesaurus = thesaurusOf({ quick: ['speedy', 'fast', 'agile'] })
    expect(synonyms(thesaurus, 'quick')).toEqual(['speedy', 'fast', 'agile'])
  })

  it('drops the head itself, repeats and remarks in brackets', () => {
    const thesaurus = thesaurusOf({
      may: ['May', 'Gregorian calendar month (generic term)', 'hawthorn', 'Hawthorn'],
    })
    expect(synonyms(thesaurus, 'may')).toEqual(['gregorian calendar month', 'hawthorn'])
  })

  it('finds the heads under which a word is listed', () => {
    const thesaurus = thesaurusOf({ zinc: ['metal'], gold: ['metal', 'wealth'], tin: ['metal'] })
    expect(heads(thesaurus, 'metal')).toEqual(['gold', 'tin', 'zinc'])
    expect(heads(thesaurus, 'zinc')).toEqual([])
  })

  it('numbers single words before entries of several words, each in the order of their characters', () => {
    const thesaurus = thesaurusOf({ b: ['a c', 'z'], a: ["b'"] })
    expect([...Array(thesaurus.size).keys()].map(thesaurus.text)).toEqual(['a', 'b', "b'", 'z', 'a c'])
    expect(thesaurus.wordCount).toBe(4)
  })

  it('finds words in any case, and nothing for words that it lacks', () => {
    const thesaurus = thesaurusOf({ Oregon: ['OR'] })
    expect(thesaurus.text(thesaurus.find('OREGON'))).toBe('oregon')
    expect(thesaurus.find('ohio')).toBe(-1)
  })
})

describe('models/thesaurus.bin', () => {
  const file = readFileSync(new URL('../../models/thesaurus.bin', import.meta.url))
  const thesaurus = openThesaurus(new Uint8Array(file).buffer)

  it('lists the synonyms of MyThes', () => {
    expect(synonyms(thesaurus, 'or').slice(0, 2)).toEqual(['oregon', 'beaver state'])
    expect(synonyms(thesaurus, 'war')[0]).toBe('warfare')
  })

  it('goes back from every synonym to its heads', () => {
    let arrows = 0
    for (let head = 0; head < thesaurus.size; head += 97) {
      for (const synonym of thesaurus.synonyms(head)) {
        arrows++
        expect(thesaurus.heads(synonym).includes(head)).toBe(true)
      }
    }
    expect(arrows).toBeGreaterThan(1000)
  })
})
