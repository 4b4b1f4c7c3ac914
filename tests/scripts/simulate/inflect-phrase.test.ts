import { expect, test } from 'vitest'
import { inflectPhrase } from '../../../scripts/simulate/inflect-phrase.js'

test.each([
  ['country', 's', 'countries'],
  ['make use of', 's', 'makes use of'],
  ['tennis player', 's', 'tennis players'],
  ['look up', 'past', 'looked up'],
] as const)('"%s" in %s is "%s"', (phrase, inflection, expected) => {
  expect(inflectPhrase(phrase, inflection)).toBe(expected)
})
