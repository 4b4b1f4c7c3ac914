/**
 * Compiles the YAML files of `rules/` into `models/rules/`, from where a run loads them without parsing YAML.
 *
 *     npx tsx scripts/build-rules.ts
 *
 * A rule file that has changed since works too; it is only slower to load until this has been run.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSubject } from '../src/load/parse-subject.js'
import { compiledFiles, type LoadedRuleFile, type RuleSubject, readSources } from '../src/load/rule-files.js'
import { RULE_FOLDERS, RuleFileError } from '../src/load/rules.js'

/** The compiled files as they must stand in `models/rules/`. @throws RuleFileError when a rule file has problems. */
export function buildRules(): { readonly name: string; readonly text: string }[] {
  const parse = <S extends RuleSubject>(subject: S): readonly LoadedRuleFile<S>[] => {
    const parsed = parseSubject(subject, readSources(RULE_FOLDERS.rules, subject))
    if (!parsed.ok) throw new RuleFileError(parsed.problems)
    return parsed.files
  }
  return compiledFiles({
    agencies: parse('agencies'),
    boilerplate: parse('boilerplate'),
    phrases: parse('phrases'),
    publishers: parse('publishers'),
    spinners: parse('spinners'),
    substitutions: parse('substitutions'),
  })
}

/** A compiled file's text as it stands, null when there is none. */
export function committedRules(name: string): string | null {
  try {
    return readFileSync(join(RULE_FOLDERS.compiled, name), 'utf8')
  } catch {
    return null
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    mkdirSync(RULE_FOLDERS.compiled, { recursive: true })
    for (const { name, text } of buildRules()) {
      const state = committedRules(name) === text ? 'current' : 'written'
      if (state === 'written') writeFileSync(join(RULE_FOLDERS.compiled, name), text)
      console.log(`models/rules/${name} ${state}, ${text.length} characters`)
    }
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}
