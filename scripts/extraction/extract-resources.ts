import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import type { ExtractResources } from '../../src/extract/extract-resources.js'
import { agencyFileSchema } from '../../src/rules/agency-list.js'
import { boilerplateFileSchema } from '../../src/rules/boilerplate-rule.js'
import { compileAgencies, compilePublishers } from '../../src/rules/known-names.js'
import { compileBoilerplateRules } from '../../src/rules/match-boilerplate.js'
import { formatProblem, parseYaml } from '../../src/rules/parse-yaml.js'
import { publisherFileSchema } from '../../src/rules/publisher-list.js'

const RULES = new URL('../../rules/', import.meta.url)

/** The rules as they stand in the work tree, parsed afresh. @throws Error with the problems of the first bad file. */
export function extractResources(): ExtractResources {
  const names = readdirSync(new URL('boilerplate/', RULES)).filter((name) => name.endsWith('.yml'))
  return {
    boilerplate: compileBoilerplateRules(
      names.sort().map((name) => readRules(`boilerplate/${name}`, boilerplateFileSchema)),
    ),
    agencies: compileAgencies(readRules('agencies.yml', agencyFileSchema)),
    publishers: compilePublishers(readRules('publishers.yml', publisherFileSchema)),
  }
}

function readRules<T>(name: string, schema: z.ZodType<T>): T {
  const url = new URL(name, RULES)
  const parsed = parseYaml(fileURLToPath(url), readFileSync(url, 'utf8'), schema)
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'))
  return parsed.value
}
