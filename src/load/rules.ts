import { fileURLToPath } from 'node:url'
import { once } from '../core/once.js'
import { type BoilerplateMatcher, compileBoilerplateRules } from '../rules/match-boilerplate.js'
import { openMatcher } from '../rules/packed-matcher.js'
import type { Problem } from '../rules/parse-yaml.js'
import {
  type LoadedRuleFile,
  RULE_SUBJECTS,
  type RuleSource,
  type RuleSubject,
  type RuleValues,
  type RuleVersion,
  readCompiledMatcher,
  readCompiledValues,
  readCompiledVersions,
  readSources,
} from './rule-files.js'

/** All rule files of a run. Opening it has found them free of problems; their values are read when asked for. */
export interface RuleLibrary {
  /** The files of one subject, ordered by name; the same objects each time. */
  load<S extends RuleSubject>(subject: S): readonly LoadedRuleFile<S>[]
  /** The matcher of all boilerplate rules. */
  boilerplateMatcher(): BoilerplateMatcher
  /** Every rule file with its hash, ordered by subject and name, for the report. */
  ruleVersions(): readonly RuleVersion[]
}

/** Rule files that cannot be used; the message has a line `path:line:column …` for each problem in them. */
export class RuleFileError extends Error {
  override readonly name = 'RuleFileError'
  constructor(readonly problems: readonly Problem[]) {
    super(
      problems.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`).join('\n'),
    )
  }
}

/** Where rule files lie, and their compiled forms. */
export interface RuleFolders {
  readonly rules: string
  readonly compiled: string
}

/** The project's own; both folders stand beside `src/` and `dist/`. */
export const RULE_FOLDERS: RuleFolders = {
  rules: fileURLToPath(new URL('../../rules', import.meta.url)),
  compiled: fileURLToPath(new URL('../../models/rules', import.meta.url)),
}

/**
 * The rule files in `folders`. A file that is as it was when the rules were compiled is taken from the compiled form
 * (`scripts/build-rules.ts`), which spares a run the parsing of YAML; any other is parsed and checked at once.
 * @throws RuleFileError with the problems of all files.
 */
export async function openRules(folders: RuleFolders = RULE_FOLDERS): Promise<RuleLibrary> {
  const compiled = readCompiledVersions(folders.compiled)
  const versions: RuleVersion[] = []
  const problems: Problem[] = []
  /** Subjects whose files are those that were compiled, and no others. */
  const compiledSubjects = new Set<RuleSubject>()
  const readers: { [S in RuleSubject]?: () => readonly LoadedRuleFile<S>[] } = {}

  const open = async <S extends RuleSubject>(subject: S): Promise<void> => {
    const sources = readSources(folders.rules, subject)
    versions.push(...sources.map(({ file, sha256 }) => ({ file, sha256 })))
    const known = compiled[subject] ?? []
    const place = ({ sha256, file }: RuleSource): number =>
      known.findIndex((version) => version.sha256 === sha256 && version.file === file)
    const values = once(() => readCompiledValues(folders.compiled, subject))

    const assign = (reader: () => readonly LoadedRuleFile<S>[]): void => {
      // TypeScript does not follow that `subject` picks the reader's own place.
      ;(readers as Record<S, typeof reader>)[subject] = once(reader)
    }
    if (sources.every((source) => place(source) >= 0)) {
      if (sources.length === known.length) compiledSubjects.add(subject)
      assign(() => sources.map((source) => toLoaded(source, values()[place(source)]!)))
      return
    }
    const { parseSubject } = await import('./parse-subject.js')
    const parsed = parseSubject(subject, sources, (source) => {
      const at = place(source)
      return at < 0 ? undefined : values()[at]
    })
    if (parsed.ok) assign(() => parsed.files)
    else problems.push(...parsed.problems)
  }

  for (const subject of RULE_SUBJECTS) await open(subject)
  if (problems.length > 0) throw new RuleFileError(problems)
  const load: RuleLibrary['load'] = (subject) => readers[subject]!()
  return {
    load,
    boilerplateMatcher: () => {
      const files = load('boilerplate').map(({ value }) => value)
      return compiledSubjects.has('boilerplate')
        ? openMatcher(readCompiledMatcher(folders.compiled), files)
        : compileBoilerplateRules(files)
    },
    ruleVersions: () => versions,
  }
}

function toLoaded<S extends RuleSubject>(source: RuleSource, value: RuleValues[S]): LoadedRuleFile<S> {
  return { file: source.file, sha256: source.sha256, value }
}
