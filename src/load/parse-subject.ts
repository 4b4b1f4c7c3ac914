import { agencyFileSchema } from '../rules/agency-list.js'
import { boilerplateFileSchema } from '../rules/boilerplate-rule.js'
import { parseRules } from '../rules/parse-rules.js'
import { type Parsed, type Problem, parseYaml } from '../rules/parse-yaml.js'
import { phrasePackSchema } from '../rules/phrase-pack.js'
import { publisherFileSchema } from '../rules/publisher-list.js'
import { spinnerProfileSchema } from '../rules/spinner-profile.js'
import type { LoadedRuleFile, RuleSource, RuleSubject, RuleValues } from './rule-files.js'

// This module brings in yaml and zod, which take longer to load than a clean document takes to clean. `rules.ts`
// imports it only when a rule file differs from its compiled form.

interface SubjectParser<S extends RuleSubject> {
  readonly parse: (path: string, text: string) => Parsed<RuleValues[S]>
  /** The ids that a file gives, unique in all files of the subject, with the way to each. */
  readonly ids: (
    value: RuleValues[S],
  ) => readonly { readonly id: string; readonly keys: readonly PropertyKey[] }[]
}

const PARSERS: { readonly [S in RuleSubject]: SubjectParser<S> } = {
  agencies: {
    parse: (path, text) => parseYaml(path, text, agencyFileSchema),
    ids: (agencies) =>
      agencies.flatMap(({ name, also }, index) => [
        { id: name, keys: [index, 'name'] },
        ...also.map((id, at) => ({ id, keys: [index, 'also', at] })),
      ]),
  },
  boilerplate: {
    parse: (path, text) => parseYaml(path, text, boilerplateFileSchema),
    ids: (rules) => rules.map(({ id }, index) => ({ id, keys: [index, 'id'] })),
  },
  phrases: {
    parse: (path, text) => parseYaml(path, text, phrasePackSchema),
    ids: ({ id }) => [{ id, keys: ['id'] }],
  },
  publishers: {
    parse: (path, text) => parseYaml(path, text, publisherFileSchema),
    // YAML itself refuses a host that stands twice in a file.
    ids: (publishers) => Object.keys(publishers).map((host) => ({ id: host, keys: [host] })),
  },
  spinners: {
    parse: (path, text) => parseYaml(path, text, spinnerProfileSchema),
    ids: ({ id }) => [{ id, keys: ['id'] }],
  },
  substitutions: {
    parse: parseRules,
    ids: ({ rules }) => rules.map(({ id }, index) => ({ id, keys: ['rules', index, 'id'] })),
  },
}

/** A subject's files, or all problems in them. */
export type ParsedSubject<S extends RuleSubject> =
  | { readonly ok: true; readonly files: readonly LoadedRuleFile<S>[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The values of `sources`; those for which `known` has a value are not parsed again. */
export function parseSubject<S extends RuleSubject>(
  subject: S,
  sources: readonly RuleSource[],
  known: (source: RuleSource) => RuleValues[S] | undefined = () => undefined,
): ParsedSubject<S> {
  const { parse, ids } = PARSERS[subject]
  const files: LoadedRuleFile<S>[] = []
  const problems: Problem[] = []
  const owners = new Map<string, string>()
  for (const source of sources) {
    const { file, sha256, text } = source
    const compiled = known(source)
    const parsed = compiled === undefined ? parse(file, text) : null
    if (parsed && !parsed.ok) {
      problems.push(...parsed.problems)
      continue
    }
    const value = parsed ? parsed.value : compiled!
    files.push({ file, sha256, value })
    for (const { id, keys } of ids(value)) {
      const owner = owners.get(id)
      owners.set(id, owner ?? file)
      if (owner === undefined) continue
      const place = parsed?.locate(keys) ?? { line: 1, column: 1 }
      problems.push({ path: file, ...place, message: `${id} is taken, in ${owner}` })
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, files }
}
