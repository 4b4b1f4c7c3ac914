import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.js'
import { FLAGS } from '../../src/cli/flags.js'

describe('the flags', () => {
  it.each(Object.entries(FLAGS))('%s goes by the name that it is written with', (name, { syntax }) => {
    const written = syntax.replace(/^--| .*$/g, '').replace(/-(.)/g, (_, letter) => letter.toUpperCase())
    expect(written).toBe(name)
  })

  it('gather formats from commas and from repeated use', () => {
    expect(FLAGS.format.parse('jsonl, text', null)).toEqual(['jsonl', 'text'])
    expect(FLAGS.format.parse('markdown,text', ['text'])).toEqual(['text', 'markdown'])
  })

  it.each([
    ['format', 'text,pdf', 'Expected one of text, jsonl, markdown.'],
    ['minConfidence', '1.5', 'Expected a number from 0 to 1.'],
    ['minConfidence', '', 'Expected a number from 0 to 1.'],
    ['concurrency', '0', 'Expected a whole number from 1 to 1024.'],
    ['concurrency', '2.5', 'Expected a whole number from 1 to 1024.'],
    ['quotes', 'french', 'Expected one of straight, curly, keep.'],
    ['added', 'yesterday', 'Expected an ISO 8601 date, such as 2025-01-31 or 2025-01-31T08:00:00Z.'],
  ] as const)('--%s refuses %j', (name, text, message) => {
    const parse: (text: string, before: never) => unknown = FLAGS[name].parse
    expect(() => parse(text, null as never)).toThrow(message)
  })
})

describe('the commands', () => {
  it('each have an example', () => {
    for (const { name, examples } of COMMANDS) {
      expect(examples.every(([call]) => call.startsWith(`unspin ${name}`))).toBe(true)
      expect(examples.length).toBeGreaterThan(0)
    }
  })
})
