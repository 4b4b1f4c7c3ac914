import { expect, test } from 'vitest'
import { untagged } from '../../scripts/corpus/read-masc.js'

test('a tagged sentence becomes the sentence as it was written', () => {
  expect(untagged("He_PRP does_VBZ n't_RB know_VB Moscow_NNP 's_POS price_NN (_( $_$ 5_CD )_) ._.")).toBe(
    "He doesn't know Moscow's price ($5).",
  )
})

test('a line without words is empty', () => {
  expect(untagged('  \r')).toBe('')
})
