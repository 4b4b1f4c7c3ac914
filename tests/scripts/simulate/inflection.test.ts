import { describe, expect, test } from 'vitest'
import { analyse, inflect } from '../../../scripts/simulate/inflection.js'

describe('analyse', () => {
  test.each([
    ['stopped', 'stop', 'ed'],
    ['used', 'use', 'ed'],
    ['said', 'say', 'ed'],
    ['countries', 'country', 's'],
    ['children', 'child', 's'],
    ['watches', 'watch', 's'],
    ['making', 'make', 'ing'],
  ])('%s comes from %s', (word, lemma, form) => {
    expect(analyse(word)[0]).toEqual({ lemma, form })
  })

  test('a word that is not inflected has its base reading alone', () => {
    expect(analyse('news').map(({ form }) => form)).toEqual(['s', 'base'])
    expect(analyse('house')).toEqual([{ lemma: 'house', form: 'base' }])
  })
})

describe('inflect', () => {
  test.each([
    ['country', 's', 'countries'],
    ['make use of', 's', 'makes use of'],
    ['tennis player', 's', 'tennis players'],
    ['plan', 'ed', 'planned'],
    ['lie', 'ing', 'lying'],
    ['see', 'ing', 'seeing'],
    ['visit', 'ing', 'visiting'],
  ] as const)('%s in -%s is %s', (lemma, form, word) => {
    expect(inflect(lemma, form)).toBe(word)
  })
})
