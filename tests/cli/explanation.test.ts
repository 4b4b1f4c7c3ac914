import { describe, expect, it } from 'vitest'
import { explainDocument } from '../../src/cli/explanation.js'
import { formatExplanation } from '../../src/cli/explanation-text.js'
import { COLOURED, PLAIN } from '../../src/cli/palette.js'
import { type Document, revise } from '../../src/core/document.js'
import { documentOf, edit } from '../record/generated-document.js'

const source = 'A headline\n\nShare this\n\nThe person sat.\nIt’s so.'
const extracted = documentOf(source, [
  ['headline', 'A headline'],
  ['share', 'Share this'],
  ['body', 'The person sat.'],
  ['body', 'It’s so.'],
])

/** The lines of an explanation without colours, each without the spaces at its end. */
function explain(document: Document): string[] {
  return formatExplanation(explainDocument(document), PLAIN, 80)
}

describe('an explanation', () => {
  it('gives each block its line, its fate and its role, and removed ones their rule', () => {
    expect(explain(extracted)).toEqual([
      '   1  i headline     A headline  test/headline',
      '   3  - share        Share this  test/share',
      '   5                 The person sat.',
      '   6                 It’s so.',
    ])
  })

  it('shows a repair in place, and below it rule, confidence and runner-up', () => {
    const repair = edit(28, 34, 'leader', 'repair')
    const alternatives = [{ text: 'chief', confidence: 0.004 }]
    const provenance = { ...repair.provenance, alternatives }
    const lines = explain(revise(extracted, 'repair', [{ ...repair, provenance }]))
    expect(lines.slice(2, 6)).toEqual([
      '',
      '   5                 The [person → leader] sat.',
      '                       person → leader  repair/test  0.90, then chief <0.01',
      '',
    ])
  })

  it('says so when the runner-up is the word as it was', () => {
    const repair = edit(28, 34, 'leader', 'repair')
    const alternatives = [{ text: 'person', confidence: 0.1 }]
    const provenance = { ...repair.provenance, alternatives }
    const lines = explain(revise(extracted, 'repair', [{ ...repair, provenance }]))
    expect(lines).toContain('                       person → leader  repair/test  0.90, then as it was 0.10')
  })

  it('shows a changed mark as it is now, and names the change once however often it was made', () => {
    const text = 'It’s Ann’s.'
    const quotes = [edit(2, 3, "'"), edit(8, 9, "'")]
    expect(explain(revise(documentOf(text, [['body', text]]), 'normalise', quotes))).toEqual([
      '',
      "   1                 It's Ann's.",
      "                       ’ → ' ×2  normalise/test",
      '',
    ])
  })

  it('shows what was noticed and left', () => {
    const finding = {
      start: 28,
      end: 34,
      stage: 'repair',
      ruleId: 'r/unsure',
      reason: 'looks scrambled',
      suggestions: ['man'],
    }
    expect(explain({ ...extracted, findings: [finding] })).toContain(
      `${' '.repeat(21)}? person: looks scrambled (man?)  r/unsure`,
    )
  })

  it('cuts a long unchanged block to the width', () => {
    const text = 'word '.repeat(40).trim()
    const [line] = explain(documentOf(text, [['body', text]]))
    expect(line?.length).toBeLessThanOrEqual(80)
    expect(line).toMatch(/…$/)
  })

  it('says the same in colour', () => {
    const document = revise(extracted, 'repair', [edit(28, 34, 'leader', 'repair')])
    const coloured = formatExplanation(explainDocument(document), COLOURED, 80).join('\n')
    expect(coloured).toContain('\u001b[9;31mperson\u001b[0m\u001b[2m \u001b[0m\u001b[32mleader\u001b[0m')
  })
})
