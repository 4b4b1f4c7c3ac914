import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packTrigram } from '../../scripts/language-model/pack-trigram.js'
import type { TrigramModel } from '../../scripts/language-model/trigram-model.js'
import type { LanguageModel } from '../../src/language/language-model.js'
import { openNgramModel } from '../../src/language/ngram-model.js'

const WORDS = [
  '<s>',
  '</s>',
  'the',
  'war',
  'against',
  'terror',
  "don't",
  'two',
  'russia',
  "russia's",
  'backed',
]

interface NGrams {
  readonly unigrams?: Readonly<Record<string, readonly [logProb: number, backoff: number]>>
  readonly bigrams?: Readonly<Record<string, readonly [logProb: number, backoff: number]>>
  readonly trigrams?: Readonly<Record<string, number>>
}

function model({ unigrams = {}, bigrams = {}, trigrams = {} }: NGrams): TrigramModel {
  const ids = (key: string): number[] => key.split(' ').map((word) => WORDS.indexOf(word))
  const twos = Object.entries(bigrams)
  const threes = Object.entries(trigrams)
  return {
    words: WORDS,
    unigramLogProbs: Float64Array.from(WORDS, (word, i) => unigrams[word]?.[0] ?? -2 - i / 10),
    unigramBackoffs: Float64Array.from(WORDS, (word) => unigrams[word]?.[1] ?? 0),
    bigrams: {
      v: Uint32Array.from(twos, ([key]) => ids(key)[0]!),
      w: Uint32Array.from(twos, ([key]) => ids(key)[1]!),
      logProb: Float64Array.from(twos, ([, [logProb]]) => logProb),
      backoff: Float64Array.from(twos, ([, [, backoff]]) => backoff),
    },
    trigrams: {
      u: Uint32Array.from(threes, ([key]) => ids(key)[0]!),
      v: Uint32Array.from(threes, ([key]) => ids(key)[1]!),
      w: Uint32Array.from(threes, ([key]) => ids(key)[2]!),
      logProb: Float64Array.from(threes, ([, logProb]) => logProb),
    },
  }
}

function opened(ngrams: NGrams, aliases: readonly (readonly [string, string])[] = []): LanguageModel {
  return openNgramModel(packTrigram(model(ngrams), new Map(aliases), []).buffer as ArrayBuffer)
}

function logProb(lm: LanguageModel, text: string): number {
  const [left2, left1, word] = text.split(' ').map((part) => lm.id(part))
  return lm.logProb(left2!, left1!, word!)
}

describe('a trigram model', () => {
  const lm = opened({
    unigrams: { war: [-3, -0.5], against: [-4, -0.25], terror: [-5, 0] },
    bigrams: { 'the war': [-1.5, -0.75], 'war against': [-2, -0.125], 'against terror': [-2.5, 0] },
    trigrams: { 'the war against': -1 },
  })

  test('gives the probability of a trigram that it holds', () => {
    expect(logProb(lm, 'the war against')).toBeCloseTo(-1, 5)
  })

  test('backs off from a known history to the bigram', () => {
    expect(logProb(lm, 'war against terror')).toBeCloseTo(-0.125 - 2.5, 5)
  })

  test('uses the bigram alone after an unknown history', () => {
    expect(logProb(lm, 'terror war against')).toBeCloseTo(-2, 5)
  })

  test('backs off twice, paying both weights', () => {
    expect(logProb(lm, 'the war terror')).toBeCloseTo(-0.75 - 0.5 - 5, 5)
  })

  test('treats an unknown word as rarer than all others', () => {
    expect(lm.id('zelenskyy')).toBe(lm.unknown)
    expect(logProb(lm, 'the war zelenskyy')).toBeLessThan(logProb(lm, 'the war terror'))
  })

  test('answers from a history as it answers from two words', () => {
    const [the, war] = [lm.id('the'), lm.id('war')]
    const history = lm.history(the, war)
    for (let word = 0; word < lm.size; word++) {
      expect(lm.logProbFrom(history, war, word)).toBe(lm.logProb(the, war, word))
    }
  })
})

describe('looking a word up', () => {
  const lm = opened({}, [['russian-federation', 'russia']])
  const found = (word: string): string => lm.word(lm.id(word))

  test('disregards case and the form of the apostrophe', () => {
    expect(['The', 'WAR', 'Don’t'].map(found)).toEqual(['the', 'war', "don't"])
  })

  test('follows other spellings to the word they stand for', () => {
    expect(found('Russian-Federation')).toBe('russia')
  })

  test('reads small numbers in digits as their words', () => {
    expect(found('2')).toBe('two')
    expect(lm.id('1990')).toBe(lm.unknown)
  })

  test('reads an initialism without its stops', () => {
    expect(found('T.W.O.')).toBe('two')
    expect(lm.id('Q.X.')).toBe(lm.unknown)
  })

  test('prefers a possessive of its own, then the possessor', () => {
    expect(["Russia's", "war's", 'Terror’s', "backed'"].map(found)).toEqual([
      "russia's",
      'war',
      'terror',
      'backed',
    ])
  })

  test('falls back on the last part of a compound', () => {
    expect(['Kremlin-backed', "anti-war's"].map(found)).toEqual(['backed', 'war'])
    expect(['backed-', '-', '', "'", "'s"].map((word) => lm.id(word))).toEqual(Array(5).fill(lm.unknown))
  })

  test('knows the marks of a sentence', () => {
    expect(lm.word(lm.sentenceStart)).toBe('<s>')
    expect(lm.word(lm.sentenceEnd)).toBe('</s>')
  })
})

test('packing loses no n-gram and adds none', () => {
  const pair = fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map((words) => words.join(' '))
  const value = fc.integer({ min: -600, max: -1 }).map((hundredths) => hundredths / 100)
  fc.assert(
    fc.property(
      fc.dictionary(pair, fc.tuple(value, value), { maxKeys: 40 }),
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }),
      value,
      (bigrams, lasts, trigram) => {
        const trigrams = Object.fromEntries(
          Object.keys(bigrams).flatMap((key) => lasts.map((last) => [`${key} ${last}`, trigram])),
        )
        const lm = opened({ bigrams, trigrams })
        for (const u of WORDS) {
          for (const v of WORDS) {
            for (const w of WORDS) {
              const expected =
                trigrams[`${u} ${v} ${w}`] ??
                (bigrams[`${u} ${v}`]?.[1] ?? 0) + (bigrams[`${v} ${w}`]?.[0] ?? lm.logUnigram(lm.id(w)))
              expect(logProb(lm, `${u} ${v} ${w}`)).toBeCloseTo(expected, 4)
            }
          }
        }
      },
    ),
    { numRuns: 8 },
  )
})
