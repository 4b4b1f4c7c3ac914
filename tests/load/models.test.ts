import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPackedHeader } from '../../src/language/packed-file.js'
import { loadLanguageModel, loadWordSet, modelVersions } from '../../src/load/models.js'

describe('the model files', () => {
  test('state the digest of what they hold', () => {
    for (const file of ['language-model.bin', 'words.bin', 'news-unigrams.bin']) {
      const bytes = readFileSync(new URL(`../../models/${file}`, import.meta.url))
      const header = readPackedHeader(bytes)
      const bodyStart = Math.min(...Object.values(header.sections).map(({ offset }) => offset))
      expect(createHash('sha256').update(bytes.subarray(bodyStart)).digest('hex'), file).toBe(header.sha256)
    }
  })

  test('are listed with version and digest', () => {
    const versions = modelVersions()
    expect(versions.map(({ name }) => name)).toEqual(expect.arrayContaining(['language-model', 'words']))
    for (const { version, sha256 } of versions) {
      expect(version).toBeGreaterThan(0)
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    }
  })
})

describe('the language model', () => {
  const lm = loadLanguageModel()

  test('gives probabilities that sum to one over its words', () => {
    for (const [left2, left1] of [
      ['<s>', '<s>'],
      ['of', 'the'],
      ['prime', 'minister'],
      ['united', 'states'],
      ['in', 'successful'],
    ] as const) {
      let sum = 0
      const history = lm.history(lm.id(left2), lm.id(left1))
      for (let word = 0; word < lm.size; word++) {
        const isPredicted = word !== lm.unknown && word !== lm.sentenceStart
        if (isPredicted) sum += 10 ** lm.logProbFrom(history, lm.id(left1), word)
      }
      expect(Math.abs(sum - 1), `${left2} ${left1}`).toBeLessThan(0.02)
    }
  })

  test('finds the likelier word likelier', () => {
    const logProb = (left2: string, left1: string, word: string): number =>
      lm.logProb(lm.id(left2), lm.id(left1), lm.id(word))
    expect(logProb('prime', 'minister', 'of')).toBeGreaterThan(logProb('prime', 'minister', 'arsenic') + 3)
    expect(logProb('the', 'united', 'states')).toBeGreaterThan(logProb('the', 'united', 'oregon') + 3)
  })

  test('knows British spellings by their American form', () => {
    expect(lm.word(lm.id('analysed'))).toBe('analyzed')
    expect(lm.word(lm.id('Kilometres'))).toBe('kilometers')
  })
})

test('the word set holds both varieties of English', () => {
  const words = loadWordSet()
  expect(
    ['organise', 'organize', 'tyre', 'color', 'Ukraine', "wasn't"].filter((word) => !words.has(word)),
  ).toEqual([])
  expect(words.variety('colour')).toBe('british')
  expect(words.has('ukraine')).toBe(false)
})
