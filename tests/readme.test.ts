import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeBlocks, consoleCalls, printedBy } from '../scripts/console-examples.js'
import { COMMANDS } from '../src/cli/commands.js'
import { FLAGS } from '../src/cli/flags.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const blocks = codeBlocks(readme)

describe('the README', () => {
  it('opens with a broken text and the call that repairs it', () => {
    expect(blocks[0]!.fileName).not.toBeNull()
    expect(consoleCalls(readme)[0]!.line).toContain(` < ${blocks[0]!.fileName}`)
    expect(blocks[1]!.language).toBe('console')
  })

  it.each(consoleCalls(readme))(
    'shows what `$line` prints; `npm run golden` writes it',
    async ({ line, printed }) => {
      expect(await printedBy(line, blocks)).toBe(printed)
    },
  )

  it('explains every flag of `unspin clean`', () => {
    const { flags } = COMMANDS.find(({ name }) => name === 'clean')!
    const missing = flags
      .map((name) => FLAGS[name].syntax)
      .filter((syntax) => !readme.includes(`\`${syntax}\``))
    expect(missing).toEqual([])
  })

  it('gives the default of every flag of `unspin clean` that has one', () => {
    const { flags } = COMMANDS.find(({ name }) => name === 'clean')!
    const withDefault = flags
      .map((name) => FLAGS[name])
      .filter(({ initial }) => initial !== null && initial !== false)
    for (const { syntax, initial } of withDefault) {
      const row = readme.split('\n').find((line) => line.includes(`\`${syntax}\``))
      expect(row).toContain(String(initial))
    }
  })
})
