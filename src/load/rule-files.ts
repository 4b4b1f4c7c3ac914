import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AgencyEntry } from '../rules/agency-list.js'
import type { BoilerplateRule } from '../rules/boilerplate-rule.js'
import { type PackedMatcher, packMatcher } from '../rules/packed-matcher.js'
import type { PhrasePack } from '../rules/phrase-pack.js'
import type { PublisherList } from '../rules/publisher-list.js'
import type { RuleFile } from '../rules/rule.js'
import type { SpinnerProfile } from '../rules/spinner-profile.js'

/** What one file of each subject holds. */
export interface RuleValues {
  readonly agencies: readonly AgencyEntry[]
  readonly boilerplate: readonly BoilerplateRule[]
  readonly phrases: PhrasePack
  readonly publishers: PublisherList
  readonly spinners: SpinnerProfile
  readonly substitutions: RuleFile
}

/** A subject's rules stand in the folder `rules/<subject>/`, in the file `rules/<subject>.yml`, or in both. */
export type RuleSubject = keyof RuleValues

export const RULE_SUBJECTS: readonly RuleSubject[] = [
  'agencies',
  'boilerplate',
  'phrases',
  'publishers',
  'spinners',
  'substitutions',
]

/** A rule file's identity, as the report of a run gives it. `file` is relative, such as `rules/spinners/a.yml`. */
export interface RuleVersion {
  readonly file: string
  /** Hexadecimal SHA-256 of its text in UTF-8. */
  readonly sha256: string
}

/** A rule file as it stands on disk. */
export interface RuleSource extends RuleVersion {
  readonly text: string
}

/** A rule file with its value. */
export interface LoadedRuleFile<S extends RuleSubject> extends RuleVersion {
  readonly value: RuleValues[S]
}

/** The files of `subject` under `folder`, ordered by name. */
export function readSources(folder: string, subject: RuleSubject): RuleSource[] {
  const names = [`${subject}.yml`, ...ruleNames(join(folder, subject)).map((name) => `${subject}/${name}`)]
  return names.flatMap((name) => {
    const text = ifPresent(() => readFileSync(join(folder, name), 'utf8'))
    if (text === null) return []
    return [{ file: `rules/${name}`, sha256: createHash('sha256').update(text).digest('hex'), text }]
  })
}

function ruleNames(folder: string): string[] {
  const names = ifPresent(() => readdirSync(folder)) ?? []
  return names.filter((name) => name.endsWith('.yml')).sort()
}

/** Compiled rules: an index of all files, and beside it a file of values for each subject. */
const INDEX = 'index.json'

/** The files behind the compiled rules in `folder`, by subject; none where nothing is compiled. */
export function readCompiledVersions(folder: string): Partial<Record<RuleSubject, readonly RuleVersion[]>> {
  const text = ifPresent(() => readFileSync(join(folder, INDEX), 'utf8'))
  // Only `compiledFiles` writes it, and it is committed with its hash-bearing contents under test.
  return text === null ? {} : (JSON.parse(text) as Partial<Record<RuleSubject, readonly RuleVersion[]>>)
}

/** The compiled values of `subject`, in the order of its versions. */
export function readCompiledValues<S extends RuleSubject>(
  folder: string,
  subject: S,
): readonly RuleValues[S][] {
  // As above.
  return JSON.parse(readFileSync(join(folder, `${subject}.json`), 'utf8')) as RuleValues[S][]
}

const MATCHER = 'boilerplate-matcher.json'

/** The automaton of the boilerplate rules as they were when they were compiled. */
export function readCompiledMatcher(folder: string): PackedMatcher {
  // As above.
  return JSON.parse(readFileSync(join(folder, MATCHER), 'utf8')) as PackedMatcher
}

/** Names and texts of the files that compiled rules consist of. */
export function compiledFiles(
  loaded: { readonly [S in RuleSubject]: readonly LoadedRuleFile<S>[] },
): { readonly name: string; readonly text: string }[] {
  const versions = RULE_SUBJECTS.map((subject) => [
    subject,
    loaded[subject].map(({ file, sha256 }) => ({ file, sha256 })),
  ])
  return [
    { name: INDEX, text: `${JSON.stringify(Object.fromEntries(versions), null, 1)}\n` },
    ...RULE_SUBJECTS.map((subject) => ({
      name: `${subject}.json`,
      text: `${JSON.stringify(loaded[subject].map(({ value }) => value))}\n`,
    })),
    {
      name: MATCHER,
      text: `${JSON.stringify(packMatcher(loaded.boilerplate.map(({ value }) => value)))}\n`,
    },
  ]
}

/** What `read` gives, null when the file or folder is not there. */
function ifPresent<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
