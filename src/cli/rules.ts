import { checkRules, type RuleCheck } from '../check-rules.js'
import { RULE_SUBJECTS, type RuleSubject, type RuleValues } from '../load/rule-files.js'
import { openRules, type RuleLibrary } from '../load/rules.js'
import { createResources } from '../resources.js'
import { countOf } from './count-of.js'
import { EXIT_CODES, type ExitCode } from './exit-code.js'
import type { FlagValues } from './flags.js'
import { paletteFor } from './palette.js'
import { writeOut } from './standard-output.js'

/** `unspin rules list`: prints each rule file with what it holds. */
export async function listRules(): Promise<ExitCode> {
  const palette = paletteFor(process.stdout, process.env)
  const rows = summaries(await openRules())
  const width = Math.max(...rows.map(([file]) => file.length))
  const lines = rows.map(([file, content]) => `${file.padEnd(width)}  ${palette.faint(content)}`)
  await writeOut(`${lines.join('\n')}\n`)
  return EXIT_CODES.finished
}

/** Each rule file with a few words on its content. */
function summaries(rules: RuleLibrary): (readonly [file: string, content: string])[] {
  return RULE_SUBJECTS.flatMap((subject) => summariesOf(rules, subject))
}

function summariesOf<S extends RuleSubject>(rules: RuleLibrary, subject: S) {
  return rules.load(subject).map(({ file, value }) => [file, SUMMARIES[subject](value)] as const)
}

const SUMMARIES: { readonly [S in RuleSubject]: (value: RuleValues[S]) => string } = {
  agencies: (agencies) => `agencies: ${agencies.length}`,
  boilerplate: (rules) => `${countOf(rules.length, 'rule')}: ${rules.map(({ id }) => id).join(', ')}`,
  phrases: ({ id, phrases }) => `pack ${id}, ${countOf(Object.keys(phrases).length, 'phrase')}`,
  publishers: (publishers) => `publishers: ${Object.keys(publishers).length}`,
  spinners: ({ id, table }) => `profile ${id}, ${countOf(table.length, 'known pair')}`,
  substitutions: ({ rules }) => `${countOf(rules.length, 'rule')}: ${rules.map(({ id }) => id).join(', ')}`,
}

/** `unspin rules test`: runs the examples of every rule and names those that fail. */
export async function testRules({ verbose }: FlagValues<'verbose'>): Promise<ExitCode> {
  const palette = paletteFor(process.stdout, process.env)
  const rules = await openRules()
  const checks = checkRules(rules, createResources(rules))
  const lines = checks.flatMap((check) => [
    ...(verbose ? [`${check.file} ${check.id}: ${countOf(check.results.length, 'example')}`] : []),
    ...failures(check).map((line) => palette.taken(line)),
  ])
  const all = checks.reduce((sum, { results }) => sum + results.length, 0)
  const failed = checks.reduce((sum, check) => sum + failures(check).length, 0)
  const verdict = failed === 0 ? palette.added('all pass') : palette.taken(`${failed} fail`)
  lines.push(`${countOf(checks.length, 'rule')}, ${countOf(all, 'example')}: ${verdict}`)
  await writeOut(`${lines.join('\n')}\n`)
  return failed === 0 ? EXIT_CODES.finished : EXIT_CODES.failed
}

function failures({ file, id, results }: RuleCheck): string[] {
  return results
    .filter(({ passed }) => !passed)
    .map(
      ({ index, input, found, expected }) =>
        `${file} ${id}: example ${index + 1}, ${JSON.stringify(input)}, gives ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`,
    )
}
