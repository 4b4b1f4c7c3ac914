import { expect, test } from 'vitest'
import { britishSpellings } from '../../scripts/language-model/other-spellings.js'

test('pairs are one word of either dictionary alone that differ as the two spellings do', () => {
  const american = new Set(['color', 'centered', 'anesthetize', 'quay', 'draft', 'weaponize'])
  const british = new Set(['colour', 'centred', 'anaesthetise', 'quay', 'bonnet'])
  expect([...britishSpellings(american, british, american)].sort()).toEqual([
    ['anaesthetise', 'anesthetize'],
    ['anesthetise', 'anesthetize'],
    ['centred', 'centered'],
    ['colour', 'color'],
    ['weaponise', 'weaponize'],
  ])
})

test('a spelling that the vocabulary has, or whose American form it lacks, needs no pair', () => {
  const american = new Set(['color', 'theater'])
  const british = new Set(['colour', 'theatre'])
  expect([...britishSpellings(american, british, new Set(['color', 'colour']))]).toEqual([])
})

test('a word in -ise that is American too is left alone', () => {
  const american = new Set(['prize', 'prise'])
  expect([...britishSpellings(american, new Set(['prise']), american)]).toEqual([])
})
