import { describe, expect, it } from 'vitest'
import { formatProfile } from '../../src/learn/write-profile.js'
import { openRules } from '../../src/load/rules.js'
import { parseYaml } from '../../src/rules/parse-yaml.js'
import { spinnerProfileSchema } from '../../src/rules/spinner-profile.js'

const profiles = (await openRules()).load('spinners').map(({ value }) => value)

describe('a written profile', () => {
  it.each(profiles)('of $id reads as what it was', (profile) => {
    const parsed = parseYaml('written.yml', formatProfile(profile, ['A remark.']), spinnerProfileSchema)
    expect(parsed).toMatchObject({ ok: true, value: profile })
  })

  it('quotes what YAML would take for something else', () => {
    const [profile] = profiles
    const words = ['no', 'on', "don't", '#hash', 'a: b', '2nd']
    const parsed = parseYaml(
      'written.yml',
      formatProfile({ ...profile!, skip: words.map((word) => word.replace(' ', '')) }, []),
      spinnerProfileSchema,
    )
    expect(parsed).toMatchObject({ ok: true, value: { skip: ['no', 'on', "don't", '#hash', 'a:b', '2nd'] } })
  })

  it('has a pair to a line, so that a person can take one out', () => {
    const [profile] = profiles
    const table = [{ from: 'a', to: 'b', evidence: ['learned' as const], context: 'one [b] "two"' }]
    expect(formatProfile({ ...profile!, table }, [])).toContain(
      '\ntable:\n  - { from: a, to: b, evidence: [learned], context: "one [b] \\"two\\"" }\n',
    )
  })
})
