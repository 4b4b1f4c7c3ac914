import { toDocument } from './core/document.js'
import { scanWords } from './language/scan-words.js'
import type { RuleLibrary } from './load/rules.js'
import type { Resources } from './pipeline.js'
import { toSourceRecord } from './read/from-text.js'
import { repair } from './repair/repair.js'
import { DEFAULT_REPAIR_SETTINGS, type RepairSettings } from './repair/settings.js'
import type { BoilerplateRule } from './rules/boilerplate-rule.js'
import { checkExamples, type Example, type ExampleResult } from './rules/check-examples.js'
import { compileBoilerplateRules, matchBoilerplate } from './rules/match-boilerplate.js'

/** The examples of one rule or profile, run. */
export interface RuleCheck {
  /** Such as `rules/boilerplate/share.yml`. */
  readonly file: string
  readonly id: string
  readonly results: readonly ExampleResult[]
}

/**
 * Every rule's own examples, run: substitutions and profiles through the decoder, with the document judged to be of
 * the rule's family, and texts that must stay through the gate as well; boilerplate rules on the line alone.
 */
export function checkRules(rules: RuleLibrary, resources: Resources): RuleCheck[] {
  const all = [...resources.repair().families.keys()]
  const checkRepairs = (examples: readonly Example[], families: readonly string[]) =>
    checkExamples(
      examples,
      (text) => repaired(text, families, resources, JUDGED_SPUN),
      (text) => keptOrRepaired(text, families, resources),
    )
  return [
    ...rules
      .load('boilerplate')
      .flatMap(({ file, value }) =>
        value.map((rule) => ({ file, id: rule.id, results: checkBoilerplate(rule) })),
      ),
    ...rules.load('phrases').map(({ file, value: { id, families, examples } }) => ({
      file,
      id,
      results: checkRepairs(examples, families),
    })),
    ...rules.load('spinners').map(({ file, value: { id, examples } }) => ({
      file,
      id,
      results: checkRepairs(examples, [id]),
    })),
    ...rules.load('substitutions').flatMap(({ file, value: { family, rules } }) =>
      rules.map(({ id, examples }) => ({
        file,
        id,
        results: checkRepairs(examples, family ? [family] : all),
      })),
    ),
  ]
}

/** The default settings, with a gate that takes every paragraph to be spun. */
export const JUDGED_SPUN: RepairSettings = {
  ...DEFAULT_REPAIR_SETTINGS,
  gate: { chargePerPosition: 0, entry: -1000, entryWhenShort: -1000, shortBelow: 0, change: 0 },
}

function repaired(
  text: string,
  families: readonly string[],
  resources: Resources,
  settings: RepairSettings,
): string {
  const document = toDocument(toSourceRecord('example', text))
  const block = { start: 0, end: text.length, role: 'body', ruleId: 'example' } as const
  const nominations = families.map((family) => ({ family, blocks: [0] }))
  return repair({ ...document, blocks: [block] }, nominations, resources.repair(), settings).text
}

/** A text that must stay: what the decoder makes of it alone, or else what comes through the gate. */
function keptOrRepaired(text: string, families: readonly string[], resources: Resources): string {
  const judgedSpun = repaired(text, families, resources, JUDGED_SPUN)
  return judgedSpun === text ? repaired(text, families, resources, DEFAULT_REPAIR_SETTINGS) : judgedSpun
}

/** A line that must be dropped is found under the rule's own name, one that must stay is not. */
function checkBoilerplate(rule: BoilerplateRule): ExampleResult[] {
  const matcher = compileBoilerplateRules([[rule]])
  return rule.examples.map((example, index) => {
    const input = 'drop' in example ? example.drop : example.keep
    const words = scanWords(input)
    const host = rule.hosts?.[0] ?? null
    const found = matchBoilerplate(matcher, words, 0, words.count, host) ? 'drop' : 'keep'
    const expected = 'drop' in example ? 'drop' : 'keep'
    return { index, passed: found === expected, input, expected, found }
  })
}
