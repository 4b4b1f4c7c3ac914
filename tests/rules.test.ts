import { describe, expect, it } from 'vitest'
import { checkRules } from '../src/check-rules.js'
import { openRules } from '../src/load/rules.js'
import { createResources } from '../src/resources.js'

const rules = await openRules()
const checks = checkRules(rules, createResources(rules))

describe.each(checks)('$file $id', ({ results }) => {
  it.each(results)('example $index: $input', ({ found, expected }) => {
    expect(found).toBe(expected)
  })
})
