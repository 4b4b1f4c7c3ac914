import { describe, expect, test } from 'vitest'
import { scoreEdits, scorePlaces, type TextEdit } from '../../../scripts/score/score-edits.js'

/** The edit of `spun` that writes `replacement` where `seen` stands. */
function edit(spun: string, seen: string, replacement: string): TextEdit {
  const start = spun.indexOf(seen)
  return { start, end: start + seen.length, replacement }
}

describe('scoring edits against an original', () => {
  const spun = 'He told the tribunal that the antheral left.'
  const original = 'He told the court that the man left.'

  test('a restored word counts as restored and its edit as right', () => {
    const score = scoreEdits(spun, original, [edit(spun, 'tribunal', 'court')])
    expect(score).toMatchObject({
      words: 8,
      scrambled: 2,
      restored: 1,
      edits: 1,
      wrongEdits: 0,
      missedEdits: 0,
    })
    expect(score.verdicts.map(({ verdict }) => verdict)).toEqual(['right'])
    expect(score.misses.map(({ seen, expected }) => [seen, expected])).toEqual([['antheral', 'man']])
  })

  test('a scrambled word changed to another wrong word is missed, a right word changed is wrong', () => {
    const score = scoreEdits(spun, original, [edit(spun, 'told', 'said'), edit(spun, 'tribunal', 'judge')])
    expect(score).toMatchObject({ restored: 0, wrongEdits: 1, missedEdits: 1 })
    expect(score.verdicts.map(({ verdict }) => verdict)).toEqual(['wrong', 'missed'])
  })

  test('any of the words in braces is right, the spun one too', () => {
    const accepted = 'He told the {court|bench} that the {man|antheral} left.'
    const score = scoreEdits(spun, accepted, [edit(spun, 'tribunal', 'bench')])
    expect(score).toMatchObject({ scrambled: 1, restored: 1 })
  })

  test('where several words were written for one, each word of the original counts for itself', () => {
    const long = 'An angstrom unit dog nightfall here.'
    const score = scoreEdits(long, 'A hound dusk here.', [
      edit(long, 'dog', 'hound'),
      edit(long, 'nightfall', 'dawn'),
    ])
    expect(score).toMatchObject({ scrambled: 3, restored: 1 })
    expect(score.verdicts.map(({ verdict }) => verdict)).toEqual(['right', 'missed'])
  })

  test('words of a phrase that stand in both texts are not scrambled', () => {
    const phrase = 'They met so as to talk.'
    const place = { start: 9, end: 17, original: 'in order to' }
    const made = [edit(phrase, 'so as to', 'in order to')]
    expect(scorePlaces(phrase, [place], [])).toMatchObject({ scrambled: 2, restored: 0 })
    expect(scorePlaces(phrase, [place], made)).toMatchObject({ scrambled: 2, restored: 2 })
  })

  test('an edit that takes unchanged words along is right when they stand there again', () => {
    const tortured = 'We use credulous Bayes here.'
    const made = (to: string) =>
      scoreEdits(tortured, 'We use naive Bayes here.', [edit(tortured, 'credulous Bayes', to)])
    expect(made('naive Bayes')).toMatchObject({ scrambled: 1, restored: 1, missedEdits: 0 })
    expect(made('naive bayes')).toMatchObject({ scrambled: 1, restored: 0, missedEdits: 1 })
  })

  test('edits over several places, and places over several edits, are compared as one', () => {
    const text = 'one two three four five six'
    const places = [
      { start: 0, end: 3, original: 'ein' },
      { start: 8, end: 13, original: 'drei' },
      { start: 19, end: 23, original: 'fünf' },
    ]
    const made = [edit(text, 'one two three', 'ein two drei'), edit(text, 'four five', 'four fünf')]
    const score = scorePlaces(text, places, made)
    expect(score).toMatchObject({ scrambled: 3, restored: 3 })
    expect(score.places.map(({ expected }) => expected)).toEqual(['ein two drei', 'four fünf'])
  })

  test('one edit over two places joins them', () => {
    const two = 'Nary 1 came.'
    const score = scoreEdits(two, 'No one came.', [edit(two, 'Nary 1', 'No one')])
    expect(score).toMatchObject({ scrambled: 2, restored: 2, wrongEdits: 0, missedEdits: 0 })
    const half = scoreEdits(two, 'No one came.', [edit(two, 'Nary 1', 'No 2')])
    expect(half).toMatchObject({ scrambled: 2, restored: 1, missedEdits: 1 })
  })
})
