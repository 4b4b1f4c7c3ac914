import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkRules } from '../src/check-rules.js'
import { openRules, RULE_FOLDERS } from '../src/load/rules.js'
import { createResources } from '../src/resources.js'

const guide = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8')
const PROFILE = 'mythes-first-synonym'

/** The block of the guide that is headed with this word. */
function sample(name: string): string {
  return new RegExp(`^\`\`\`yaml ${name}\\n([^]*?)^\`\`\`$`, 'm').exec(guide)![1]!
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unspin-guide-'))
  for (const subject of ['spinners', 'phrases', 'substitutions', 'boilerplate'])
    mkdirSync(join(folder, subject))
  cpSync(join(RULE_FOLDERS.rules, 'spinners', `${PROFILE}.yml`), profile())
})

afterEach(() => rmSync(folder, { recursive: true }))

function profile(): string {
  return join(folder, 'spinners', `${PROFILE}.yml`)
}

function open() {
  return openRules({ rules: folder, compiled: RULE_FOLDERS.compiled })
}

/** Examples of the rule `id` in this folder, run. */
async function results(id: string) {
  const rules = await open()
  return checkRules(rules, createResources(rules)).find((check) => check.id === id)?.results
}

describe('the guide', () => {
  it('shows a pair that can be put into the profile', async () => {
    const before = (await open()).load('spinners')[0]!.value.table
    writeFileSync(
      profile(),
      readFileSync(profile(), 'utf8').replace('\ntable:\n', `\ntable:\n${sample('pair')}`),
    )
    const after = (await open()).load('spinners')[0]!.value.table
    expect(after).toEqual([{ from: 'harbor', to: 'seaport', evidence: ['known'] }, ...before])
  })

  it('shows a phrase that can be put into a pack', async () => {
    const pack = join(folder, 'phrases/fluent-news.yml')
    cpSync(join(RULE_FOLDERS.rules, 'phrases/fluent-news.yml'), pack)
    writeFileSync(pack, readFileSync(pack, 'utf8').replace('\nphrases:\n', `\nphrases:\n${sample('phrase')}`))
    const { phrases } = (await open()).load('phrases')[0]!.value
    expect(phrases).toMatchObject({ 'a whole host of': ['many', 'several'] })
  })

  it('shows a substitution rule whose examples pass', async () => {
    const rules = `family: ${PROFILE}\nrules:\n${sample('rule')}`
    writeFileSync(join(folder, 'substitutions/sample.yml'), rules)
    expect(await results('due-to-the-fact-that')).toMatchObject([{ passed: true }, { passed: true }])
  })

  it('shows a boilerplate rule whose examples pass', async () => {
    writeFileSync(join(folder, 'boilerplate/sample.yml'), sample('boilerplate'))
    expect(await results('read-the-full-story')).toMatchObject([{ passed: true }, { passed: true }])
  })
})
