import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatProblem, parseYaml } from '../../src/rules/parse-yaml.js'
import { spinnerProfileSchema } from '../../src/rules/spinner-profile.js'

const FILE = new URL('../../rules/spinners/mythes-first-synonym.yml', import.meta.url)
const text = readFileSync(FILE, 'utf8')
/** A table of a single pair, in the place of the profile's own. */
const small = text.replace(
  /\ntable:\n(?: {2}- .*\n)+/,
  '\ntable:\n  - { from: no, to: nary, evidence: [known] }\n',
)

function problems(yaml: string): string[] {
  const parsed = parseYaml('a.yml', yaml, spinnerProfileSchema)
  return parsed.ok ? [] : parsed.problems.map((problem) => formatProblem(problem).replace(/^a\.yml:\d+:/, ''))
}

function withPairs(...pairs: string[]): string {
  return small.replace(
    'evidence: [known] }\n',
    `evidence: [known] }\n${pairs.map((pair) => `  - { ${pair} }\n`).join('')}`,
  )
}

describe('a spinner profile', () => {
  it('takes further pairs in its table', () => {
    expect(problems(withPairs('from: nothing, to: thing, evidence: [known]'))).toEqual([])
  })

  it('says which pair stands twice', () => {
    const twice = problems(withPairs('from: no, to: nary, evidence: [thesaurus_rank0], share: 0.1'))
    expect(twice).toContain('5 table.1: the pair of "no" and "nary" stands twice')
  })

  it('refuses more outputs for a word than their shares allow', () => {
    expect(problems(withPairs('from: no, to: none, evidence: [known]'))).toEqual([
      '5 table.1: the shares of the outputs for "no" sum to 2; expected at most 1',
    ])
  })

  it('refuses capitals, spaces and unknown evidence', () => {
    expect(problems(withPairs('from: No One, to: nary, evidence: [hearsay]'))).toEqual([
      expect.stringContaining('table.1.from: expected one lower-case word'),
      expect.stringContaining('table.1.evidence.0: Invalid option'),
    ])
  })
})

describe('rules/spinners/mythes-first-synonym.yml', () => {
  const parsed = parseYaml('rules/spinners/mythes-first-synonym.yml', text, spinnerProfileSchema)
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'))
  const { table, signature, skip, vocabulary } = parsed.value

  it('lists its pairs in alphabetical order, so that a contributor finds the place of a new one', () => {
    const words = table.map(({ from }) => from)
    expect(words).toEqual(words.toSorted())
  })

  it('replaces no word that it says is never touched', () => {
    const skipped = new Set(skip)
    expect([...vocabulary, ...table.map(({ from }) => from)].filter((word) => skipped.has(word))).toEqual([])
  })

  it('has a pair for every signature word', () => {
    const outputs = new Set(table.map(({ to }) => to))
    expect(signature.filter((word) => !outputs.has(word))).toEqual([])
  })
})
