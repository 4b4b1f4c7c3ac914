import { describe, expect, it } from 'vitest'
import { compileRules, matchRules } from '../../src/rules/match-rules.js'
import { type Rule, ruleSchema } from '../../src/rules/rule.js'

function rule(match: string, changes: Partial<Rule> = {}): Rule {
  return ruleSchema.parse({
    id: 'r',
    match,
    candidates: [{ text: 'because', weight: 0.1 }],
    evidence: 'made up',
    examples: [{ from: 'a', to: 'b' }, { keep: 'c' }],
    ...changes,
  })
}

function places(rules: readonly Rule[], sentence: string): string[] {
  return matchRules(compileRules(rules), sentence.split(' ')).map(({ from, to }) => `${from}-${to}`)
}

describe('matchRules', () => {
  it('gives the place, the candidate, its rule and its weight', () => {
    const matcher = compileRules([rule('Due to the Fact that', { min_margin: 2 })])
    expect(matchRules(matcher, 'late due to the fact that it snowed'.split(' '))).toEqual([
      { from: 1, to: 6, text: 'because', ruleId: 'rule/r', logWeight: -1, minMargin: 2 },
    ])
  })

  it('finds shorter and longer rules that begin alike', () => {
    expect(places([rule('a b'), rule('a b c'), rule('b')], 'x a b c')).toEqual(['1-3', '1-4', '2-3'])
  })

  it('gives each candidate of a rule', () => {
    const candidates = [
      { text: 'one', weight: 0.5 },
      { text: 'two', weight: 0.2 },
    ]
    const found = matchRules(compileRules([rule('a', { candidates })]), ['a'])
    expect(found.map(({ text }) => text)).toEqual(['one', 'two'])
  })

  it('heeds the words before and after', () => {
    const rules = [rule('b', { before: ['in the', 'a'], after: ['c'] })]
    expect(places(rules, 'a b c')).toEqual(['1-2'])
    expect(places(rules, 'in the b c')).toEqual(['2-3'])
    expect(places(rules, 'the b c')).toEqual([])
    expect(places(rules, 'a b')).toEqual([])
  })

  it('heeds the words near by, not those of the match itself', () => {
    const rules = [
      rule('b', { near: { words: ['court'], within: 2 } }),
      rule('court b', { near: { words: ['court'], within: 9 } }),
    ]
    expect(places(rules, 'court x b')).toEqual(['2-3'])
    expect(places(rules, 'b x court')).toEqual(['0-1'])
    expect(places(rules, 'court x x b')).toEqual([])
    expect(places(rules, 'court b')).toEqual(['1-2'])
  })

  it('heeds the start of the sentence', () => {
    expect(places([rule('b', { sentence_start: true })], 'b b')).toEqual(['0-1'])
    expect(places([rule('b', { sentence_start: false })], 'b b')).toEqual(['1-2'])
  })

  it('is linear for rules that overlap themselves', () => {
    const sentence = Array.from({ length: 20_000 }, () => 'a')
    expect(matchRules(compileRules([rule('a a a a')]), sentence)).toHaveLength(19_997)
  })
})
