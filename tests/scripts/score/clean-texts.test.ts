import { expect, test } from 'vitest'
import { windowsOf } from '../../../scripts/score/clean-texts.js'

test('windows hold the asked number of words each, keep paragraphs, and leave a shorter rest', () => {
  const text = {
    id: 'a',
    part: 'train',
    isEnglish: true,
    paragraphs: ['one two three', 'four five', 'six seven'],
  } as const
  expect(windowsOf(text, 3).map(({ paragraphs }) => paragraphs)).toEqual([
    ['one two three'],
    ['four five', 'six'],
  ])
})
