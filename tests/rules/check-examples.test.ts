import { describe, expect, it } from 'vitest'
import { checkExamples, formatExampleResult } from '../../src/rules/check-examples.js'

const repair = (text: string): string => text.replace('Joined', 'United')

describe('checkExamples', () => {
  it('passes changes that are made and texts that stay', () => {
    const results = checkExamples(
      [{ from: 'Joined States', to: 'United States' }, { keep: 'States' }],
      repair,
    )
    expect(results.map(({ passed }) => passed)).toEqual([true, true])
  })

  it('fails changes that are not made and texts that change, and says what came out', () => {
    const results = checkExamples([{ from: 'Joint States', to: 'United States' }, { keep: 'Joined' }], repair)
    expect(results.map(({ passed }) => passed)).toEqual([false, false])
    expect(formatExampleResult('joined-states', results[1]!)).toBe(
      'joined-states: example 2 gives "United", expected "Joined"',
    )
  })

  it('asks another function about texts that must stay, where there is one', () => {
    const [result] = checkExamples([{ keep: 'Joined' }], repair, (text) => text)
    expect(result?.passed).toBe(true)
  })
})
