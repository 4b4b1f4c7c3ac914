import { describe, expect, test } from 'vitest'
import { packWords } from '../../scripts/dictionary/pack-words.js'
import { openWordSet } from '../../src/language/word-set.js'

const american = [
  'color',
  'dog',
  'the',
  'Paris',
  'Moscow',
  'NATO',
  'iPhone',
  'McLeod',
  'MacLeod',
  "don't",
  'backed',
  'cafe',
]
const british = ['colour', 'dog', 'the', 'Paris', "Paris's"]
const words = openWordSet(packWords({ american, british }, []).buffer as ArrayBuffer)

describe('a word set', () => {
  test('takes lower-case entries in lower case, with a capital and in capitals', () => {
    expect(['dog', 'Dog', 'DOG', 'doG', 'dOg'].map(words.has)).toEqual([true, true, true, false, false])
  })

  test('takes names only with their capital or in capitals', () => {
    expect(['Paris', 'PARIS', 'paris'].map(words.has)).toEqual([true, true, false])
    expect(['NATO', 'Nato', 'nato'].map(words.has)).toEqual([true, false, false])
  })

  test('takes mixed capitals only as they stand, or in capitals', () => {
    expect(['iPhone', 'IPHONE', 'iphone', 'Iphone', 'iPHONE'].map(words.has)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(['McLeod', 'MacLeod', 'MCleod'].map(words.has)).toEqual([true, true, false])
  })

  test('takes possessives of its words', () => {
    expect(["dog's", 'dogs’', 'dog’', "Paris's", "paris's", "'s", "s'"].map(words.has)).toEqual([
      true,
      false,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('takes compounds whose every part is a word', () => {
    expect(['Moscow-backed', 'moscow-backed', 'dog-', '-dog', 'dog--dog', '-'].map(words.has)).toEqual([
      true,
      ...Array(5).fill(false),
    ])
  })

  test('takes digits and the ordinals that are spelt right', () => {
    const right = ['7', '2024', '1st', '2nd', '3RD', '4th', '11th', '12th', '113th', '21st', '110th']
    expect(right.filter((word) => !words.has(word))).toEqual([])
    expect(['1th', '11st', '12nd', '3st', '1stt', '1a'].filter(words.has)).toEqual([])
  })

  test('lets accents be added to a word, not to anything else', () => {
    expect(['café', 'CAFÉ', 'cafè', 'dög', 'doğz'].map(words.has)).toEqual([true, true, true, true, false])
  })

  test('holds nothing that its dictionaries do not', () => {
    expect(['', 'do', 'dogg', 'colo', 'teh', 'constructor'].filter(words.has)).toEqual([])
  })

  test('knows whose spelling a word is', () => {
    expect(['color', 'COLOUR', 'dog', 'colr'].map(words.variety)).toEqual([
      'american',
      'british',
      'both',
      null,
    ])
  })
})
