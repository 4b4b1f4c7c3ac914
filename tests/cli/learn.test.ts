import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSpinner } from '../../scripts/simulate/open-spinner.js'
import type { Spinner } from '../../scripts/simulate/spin.js'
import { openRules } from '../../src/load/rules.js'
import { parseYaml } from '../../src/rules/parse-yaml.js'
import { type SpinnerProfile, spinnerProfileSchema } from '../../src/rules/spinner-profile.js'
import { files, got, put, SAMPLES, unspin } from './command.js'

let spin: Spinner
beforeAll(async () => {
  spin = openSpinner('contextual', await openRules(), { seed: 'test', density: 1 })
})

/** The prose lines of the clean samples, spun in `spun/` and as they were in `originals/`. */
function putPile(count: number): void {
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'))
  for (const name of names.slice(0, count)) {
    const lines = readFileSync(join(SAMPLES, name), 'utf8')
      .split('\n')
      .filter((line) => line.length > 150)
    put(`originals/${name}`, `${lines.join('\n\n')}\n`)
    put(`spun/${name}`, `${lines.map((line) => spin(line, name).text).join('\n\n')}\n`)
  }
}

function profileAt(path: string): SpinnerProfile {
  const parsed = parseYaml(path, got(path), spinnerProfileSchema)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

describe('unspin learn', () => {
  it('writes a profile that can be used, the same each time, from spun articles alone', async () => {
    putPile(3)
    const { code, out } = await unspin(['learn', 'spun', '--output', 'first.yml'])
    expect(code).toBe(0)
    expect(out).toMatch(/first\.yml: \d+ pairs from 3 articles/)
    const profile = profileAt('first.yml')
    expect(profile.id).toBe('first')
    expect(profile.tokens).toEqual({ casing: 'lower', boundaries: 'white_space' })
    expect(profile.table.length).toBeGreaterThan(50)
    await unspin(['learn', 'spun', '--output', 'second.yml'])
    expect(got('second.yml')).toBe(got('first.yml').replace('id: first', 'id: second'))
  }, 240_000)

  it('knows more with the originals', async () => {
    putPile(3)
    const { code, err } = await unspin([
      'learn',
      'spun',
      '--parallel',
      'originals',
      '--output',
      'parallel.yml',
    ])
    expect(code).toBe(0)
    expect(err).toContain('learning from 3 articles, 3 with the original')
    const sure = profileAt('parallel.yml').table.filter(({ count = 0 }) => count >= 2)
    const all = (folder: string) =>
      files(folder)
        .map((name) => got(`${folder}/${name}`))
        .join(' ')
    const [spun, originals] = [all('spun'), all('originals')]
    expect(sure.length).toBeGreaterThan(10)
    expect(sure.filter(({ from, to }) => !(originals.includes(from) && spun.includes(to)))).toEqual([])
  }, 240_000)

  it('refuses articles that nobody has spun', async () => {
    putPile(2)
    const { code, err } = await unspin(['learn', 'originals', '--output', 'none.yml'])
    expect(code).toBe(2)
    expect(err).toContain('found no habits of a spinner in 2 articles')
  }, 240_000)

  it('never writes over a profile', async () => {
    putPile(1)
    put('mine.yml', 'reviewed')
    const { code, err } = await unspin(['learn', 'spun', '--output', 'mine.yml'])
    expect(code).toBe(2)
    expect(err).toContain('found a file, which may have been reviewed; expected a new name')
    expect(got('mine.yml')).toBe('reviewed')
  })

  it.each([
    [[], 'no --output'],
    [['--output', 'My Profile.yml'], 'expected lower-case words joined by "-" and ".yml"'],
    [['--output', 'a.yml', '--parallel', 'nowhere'], 'nowhere'],
  ])('says what is wrong with %j', async (flags, message) => {
    putPile(1)
    const { code, err } = await unspin(['learn', 'spun', ...flags])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})
