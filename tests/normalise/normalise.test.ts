import { describe, expect, it } from 'vitest'
import { toDocument } from '../../src/core/document.js'
import { invertRevisions, replayRevisions } from '../../src/core/revision.js'
import { normalise } from '../../src/normalise/normalise.js'
import { normalised, rulesOf } from './normalised.js'

describe('normalise', () => {
  it('returns the very document when there is nothing to do', () => {
    const document = normalised('A headline\n\nA plain text, with "quotes" and a dash – so.')
    expect(normalise(document)).toBe(document)
    expect(document.revisions).toEqual([])
  })

  it('leaves an empty text alone', () => expect(normalised('').revisions).toEqual([]))

  it('names the rule behind each edit, in the order of the fixers', () => {
    expect(rulesOf('Itâ€™s &amp; <b>so</b>  **it** to to')).toEqual([
      'normalise/entities',
      'normalise/mojibake',
      'normalise/tags',
      'normalise/strong-emphasis',
      'normalise/straight-quotes',
      'normalise/white-space',
      'normalise/doubled-words',
    ])
  })

  it('adds one revision for each fixer that changed something, in the stage of its name', () => {
    const { revisions } = normalised('“One”\u00a0two ﬁve')
    expect(revisions.map(({ stage, edits }) => [stage, edits.length])).toEqual([
      ['normalise', 1],
      ['normalise', 1],
      ['normalise', 2],
    ])
  })

  it('asks for edits no larger than the damage', () => {
    const [revision] = normalised('The cafÃ© is open').revisions
    expect(revision!.edits).toMatchObject([{ start: 7, end: 9, replacement: 'é' }])
  })

  it('moves the findings of the reader with the text', () => {
    const document = normalised('x')
    const finding = { start: 6, end: 7, stage: 'read', ruleId: 'read/x', reason: 'x', suggestions: [] }
    const moved = normalise(toDocument({ ...document.record, text: '&amp; \uFFFD', findings: [finding] }))
    expect(moved.text).toBe('& \uFFFD')
    expect(moved.findings).toMatchObject([{ start: 2, end: 3 }])
  })

  it('is linear in hard texts: two hundred kilobytes of each take seconds at most', () => {
    const hard = [
      '<a ',
      '&amp;',
      '*a ',
      '**a **',
      '[',
      '[a](',
      'â€',
      'Ã©',
      ' ',
      '\u00a0',
      "'",
      '``a',
      'to ',
      'https://a.b ',
      '\u0301',
      '<!--',
      '`a',
      '\n\n',
      'a-\n',
      '((',
      '\r',
    ]
    for (const piece of hard) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length))
      const start = process.cpuUsage().user
      const { text: result, revisions } = normalised(text)
      const seconds = (process.cpuUsage().user - start) / 1e6
      expect(seconds, `a text of ${JSON.stringify(piece)}`).toBeLessThan(5)
      expect(replayRevisions(result, invertRevisions(text, revisions)) === text).toBe(true)
    }
  })

  it('handles one line of ten megabytes', () => {
    const line = 'It’s “plain” prose, and https://example.org/a-b to to boot. '.repeat(170_000)
    const { text } = normalised(line)
    expect(text.slice(0, 59)).toBe(`It's "plain" prose, and https://example.org/a-b to boot. It`.slice(0, 59))
    expect(text).not.toMatch(/[’“”]/)
  })
})
