import { expect, it } from 'vitest'
import { scanWords } from '../../src/language/scan-words.js'
import { openRules } from '../../src/load/rules.js'
import {
  type BoilerplateMatcher,
  compileBoilerplateRules,
  matchBoilerplate,
} from '../../src/rules/match-boilerplate.js'
import { openMatcher, packMatcher } from '../../src/rules/packed-matcher.js'

const files = (await openRules()).load('boilerplate').map(({ value }) => value)
const lines = files
  .flat()
  .flatMap(({ examples }) => examples.map((one) => ('drop' in one ? one.drop : one.keep)))

function found(matcher: BoilerplateMatcher, line: string) {
  const words = scanWords(line)
  return matchBoilerplate(matcher, words, 0, words.count, null)
}

it('finds by way of JSON what the compiled rules find', () => {
  const compiled = compileBoilerplateRules(files)
  const opened = openMatcher(JSON.parse(JSON.stringify(packMatcher(files))), files)
  expect(lines.length).toBeGreaterThan(50)
  expect(lines.filter((line) => found(compiled, line)).length).toBeGreaterThan(25)
  for (const line of lines) expect(found(opened, line), line).toEqual(found(compiled, line))
  expect(opened.maxWords).toBe(compiled.maxWords)
})
