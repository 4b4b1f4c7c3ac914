import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { QUOTE_STYLES } from '../../src/normalise/fixer.js'
import { expectKept, expectNormalised, normalised } from './normalised.js'

const quotes = z.enum(QUOTE_STYLES).default('straight')
const CaseSchema = z.union([
  z.strictObject({ name: z.string(), from: z.string(), to: z.string(), quotes }),
  z.strictObject({ name: z.string(), keep: z.string(), quotes }),
])

function casesOf(kind: string) {
  const path = new URL(`./cases/${kind}.yaml`, import.meta.url)
  return z
    .array(CaseSchema)
    .min(1)
    .parse(parse(readFileSync(path, 'utf8')))
}

for (const kind of ['wild', 'synthetic', 'negative']) {
  describe(`normalise, ${kind} cases`, () => {
    for (const example of casesOf(kind)) {
      if ('keep' in example) it(`keeps ${example.name}`, () => expectKept(example.keep, example.quotes))
      else it(`repairs ${example.name}`, () => expectNormalised(example.from, example.to, example.quotes))
    }
  })
}

describe('normalise, known failures', () => {
  for (const example of casesOf('known-failures')) {
    it(`still fails on ${example.name}`, () => {
      const [text, wanted] = 'keep' in example ? [example.keep, example.keep] : [example.from, example.to]
      expect(normalised(text, example.quotes).text).not.toBe(wanted)
    })
  }
})
