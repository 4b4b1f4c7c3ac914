import { describe, expect, it } from 'vitest'
import { parseRules } from '../../src/rules/parse-rules.js'
import { formatProblem } from '../../src/rules/parse-yaml.js'

const EXAMPLES = `
    examples:
      - { from: He flew to the Joined States., to: He flew to the United States. }
      - { keep: The newly joined states kept their own courts. }`

function rule(id: string, changes: Record<string, string> = {}): string {
  const fields = {
    match: 'Joined States',
    candidates: '[{ text: United States, weight: 1 }]',
    evidence: 'seen in samples',
    ...changes,
  }
  const lines = Object.entries(fields).map(([key, value]) => `    ${key}: ${value}`)
  return `  - id: ${id}\n${lines.join('\n')}${EXAMPLES}\n`
}

function problems(...rules: string[]): string[] {
  const parsed = parseRules('rules/places.yml', `rules:\n${rules.join('')}`)
  return parsed.ok ? [] : parsed.problems.map(formatProblem)
}

describe('parseRules', () => {
  it('reads a rule with its conditions', () => {
    const conditions = { before: '[the]', near: '{ words: [flew], within: 5 }', sentence_start: 'false' }
    const parsed = parseRules('places.yml', `family: small\nrules:\n${rule('joined-states', conditions)}`)
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        family: 'small',
        rules: [{ id: 'joined-states', near: { within: 5 }, sentence_start: false }],
      },
    })
  })

  it('says where a field is wrong', () => {
    expect(problems(rule('Joined States'))).toEqual([
      'rules/places.yml:2:5 rules.0.id: expected lower-case words joined by "-"',
    ])
  })

  it('asks for a change and a keep among the examples', () => {
    const text = `rules:\n${rule('joined-states').replace(/ {6}- \{ keep.*/, '      - { from: a, to: b }')}`
    const parsed = parseRules('a.yml', text)
    expect(parsed.ok ? [] : parsed.problems.map(formatProblem)).toEqual([
      'a.yml:6:5 rules.0.examples: expected at least one keep',
    ])
  })

  it('refuses an id that is taken', () => {
    expect(problems(rule('one'), rule('one', { match: 'Joint States' }))).toEqual([
      'rules/places.yml:9:5 one: the id is taken by the rule in line 2',
    ])
  })

  it('refuses two rules for the same words under the same conditions', () => {
    expect(problems(rule('one'), rule('two', { match: 'joined states' }))).toEqual([
      'rules/places.yml:10:5 two: matches what one matches, under the same conditions; put their candidates together',
    ])
    expect(problems(rule('one'), rule('two', { before: '[the]' }))).toEqual([])
  })

  it('refuses weights above 1 in all, and candidates that change nothing', () => {
    const candidates = '[{ text: United States, weight: 0.7 }, { text: joined states, weight: 0.4 }]'
    expect(problems(rule('one', { candidates }))).toEqual([
      'rules/places.yml:4:58 one: a candidate equals the match',
      'rules/places.yml:4:5 one: weights sum to 1.1; expected at most 1',
    ])
  })
})
