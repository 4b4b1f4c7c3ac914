import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildRules, committedRules } from '../../scripts/build-rules.js'
import { RULE_SUBJECTS } from '../../src/load/rule-files.js'
import { openRules, RULE_FOLDERS, type RuleFolders } from '../../src/load/rules.js'

const RULES = `rules:
  - id: nary-one
    match: nary 1
    candidates: [{ text: no one, weight: 0.9 }]
    evidence: made up
    examples: [{ from: nary 1 came, to: no one came }, { keep: nary a soul }]
`

let folders: RuleFolders

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'unspin-rules-'))
  folders = { rules: join(root, 'rules'), compiled: join(root, 'compiled') }
  mkdirSync(join(folders.rules, 'substitutions'), { recursive: true })
})

afterEach(() => rmSync(join(folders.rules, '..'), { recursive: true }))

function write(name: string, text: string): void {
  writeFileSync(join(folders.rules, 'substitutions', name), text)
}

async function problems(): Promise<string[]> {
  return openRules(folders).then(
    () => [],
    (error: Error) => [error.name, ...error.message.split('\n')],
  )
}

describe('openRules', () => {
  it('reads rule files that were never compiled', async () => {
    write('a.yml', RULES)
    const library = await openRules(folders)
    const [file] = library.load('substitutions')
    expect(file).toMatchObject({ file: 'rules/substitutions/a.yml', value: { rules: [{ id: 'nary-one' }] } })
    expect(library.load('spinners')).toEqual([])
    expect(library.ruleVersions()).toEqual([
      { file: 'rules/substitutions/a.yml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  })

  it('gives the same values from YAML as from the compiled form', async () => {
    const fromYaml = await openRules({ ...RULE_FOLDERS, compiled: folders.compiled })
    const compiled = await openRules()
    for (const subject of RULE_SUBJECTS) {
      expect(compiled.load(subject)).toEqual(fromYaml.load(subject))
    }
  })

  it('reads a changed file anew, and the others beside it from the compiled form', async () => {
    cpSync(RULE_FOLDERS.rules, folders.rules, { recursive: true })
    cpSync(RULE_FOLDERS.compiled, folders.compiled, { recursive: true })
    write('z.yml', RULES)
    const changed = (await openRules(folders)).load('substitutions')
    expect(changed.slice(0, -1)).toEqual((await openRules()).load('substitutions'))
    expect(changed.at(-1)!.value.rules[0]!.id).toBe('nary-one')
  })

  it('gives the problems of all files, each with its place', async () => {
    write('a.yml', RULES.replace('weight: 0.9', 'weight: 9'))
    write('b.yml', 'rules: [')
    expect(await problems()).toEqual([
      'RuleFileError',
      expect.stringMatching(/^rules\/substitutions\/a\.yml:4:\d+ rules\.0\.candidates\.0\.weight: /),
      expect.stringMatching(/^rules\/substitutions\/b\.yml:1:\d+ /),
    ])
  })

  it('refuses an id that another file has', async () => {
    write('a.yml', RULES)
    write('b.yml', RULES.replaceAll('nary 1', 'nary one'))
    expect(await problems()).toEqual([
      'RuleFileError',
      'rules/substitutions/b.yml:2:5 nary-one is taken, in rules/substitutions/a.yml',
    ])
  })
})

describe('models/rules/', () => {
  it.each(buildRules())(
    '$name is what the rule files give; `npm run build:rules` writes it',
    ({ name, text }) => {
      expect(committedRules(name)).toBe(text)
    },
  )
})
