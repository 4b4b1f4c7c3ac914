import { expect, test } from 'vitest'
import { mixtureWeights } from '../../scripts/corpus/mixture.js'

test('each class of words takes its weight from the source that predicts it', () => {
  const fold = {
    counts: new Map([
      ['often', 90],
      ['seldom', 10],
    ]),
    components: [
      (word: string) => (word === 'often' ? 0.9 : 0.001),
      (word: string) => (word === 'often' ? 0.01 : 0.1),
    ],
    classOf: (word: string) => (word === 'often' ? 1 : 0),
  }
  const [rare, frequent] = mixtureWeights([fold], 2)
  expect(rare![1]).toBeGreaterThan(0.95)
  expect(frequent![0]).toBeGreaterThan(0.95)
  expect(rare![0]! + rare![1]!).toBeCloseTo(1)
})
