import { describe, expect, it } from 'vitest'
import { jsonLine } from '../../src/write/jsonl.js'
import { articleMarkdown } from '../../src/write/markdown.js'
import { articleText } from '../../src/write/text.js'
import { sampleRecord } from '../record/sample-record.js'

describe('articleText', () => {
  it('sets the headline before the body', () => {
    expect(articleText(sampleRecord('One.\n\nTwo.', { title: 'Head' }))).toBe('Head\n\nOne.\n\nTwo.\n')
  })

  it('starts with the first paragraph where there is no headline', () => {
    expect(articleText(sampleRecord('One.'))).toBe('One.\n')
  })
})

describe('jsonLine', () => {
  it('is one line that reads back as the record', () => {
    const record = sampleRecord('One.\n\nTwo.\u2028Three.')
    const line = jsonLine(record)
    expect(line.indexOf('\n')).toBe(line.length - 1)
    expect(JSON.parse(line)).toEqual(record)
  })
})

describe('articleMarkdown', () => {
  it('opens with what is known and ends with the captions', () => {
    const record = sampleRecord('One.', {
      title: 'Head',
      authors: ['Ann: "A" Lee'],
      captions: [
        { text: 'Crowds', credit: 'AP' },
        { text: null, credit: 'AFP' },
      ],
    })
    expect(articleMarkdown(record)).toBe(
      '---\nid: "a"\nauthors: ["Ann: \\"A\\" Lee"]\n---\n\n# Head\n\nOne.\n\n- Crowds (AP)\n- (AFP)\n',
    )
  })

  it('keeps the line break between a quotation and its attribution', () => {
    expect(articleMarkdown(sampleRecord('> It ends\n> – he said'))).toContain('> It ends\\\n> – he said\n')
  })

  it('escapes what Markdown would read as marks', () => {
    const markdown = articleMarkdown(
      sampleRecord('1. A *star* of [R&D] &amp; <b>\n\n- not a list\n\n## Why_so'),
    )
    expect(markdown).toContain(
      '\n1\\. A \\*star\\* of \\[R&D\\] \\&amp; \\<b>\n\n\\- not a list\n\n## Why\\_so\n',
    )
  })
})
