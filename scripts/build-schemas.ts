import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { articleRecord } from '../src/record/article-record.js'
import { agencyFileSchema } from '../src/rules/agency-list.js'
import { boilerplateFileSchema } from '../src/rules/boilerplate-rule.js'
import { phrasePackSchema } from '../src/rules/phrase-pack.js'
import { publisherFileSchema } from '../src/rules/publisher-list.js'
import { ruleFileSchema } from '../src/rules/rule.js'
import { siteProfileSchema } from '../src/rules/site-profile.js'
import { spinnerProfileSchema } from '../src/rules/spinner-profile.js'

// Writes the published JSON Schemas from the zod definitions: `npm run schemas`.

interface SchemaFile {
  /** File name in `schema/`. */
  readonly name: string
  readonly text: string
}

/** The schema files as they must stand in `schema/`, in the order of their names. */
export function schemaFiles(): SchemaFile[] {
  return [
    schemaFile(
      'agencies.schema.json',
      'urn:unspin:schema:agencies:1',
      'News agencies: rules/agencies.yml',
      agencyFileSchema,
    ),
    schemaFile(
      'article-record.schema.json',
      'urn:unspin:schema:article-record:1',
      'Article record',
      articleRecord,
    ),
    schemaFile(
      'boilerplate-rules.schema.json',
      'urn:unspin:schema:boilerplate-rules:1',
      'Boilerplate rules: a file of rules/boilerplate/',
      boilerplateFileSchema,
    ),
    schemaFile(
      'phrase-pack.schema.json',
      'urn:unspin:schema:phrase-pack:1',
      'Phrase pack: a file of rules/phrases/',
      phrasePackSchema,
    ),
    schemaFile(
      'publishers.schema.json',
      'urn:unspin:schema:publishers:1',
      'Publishers by host name: rules/publishers.yml',
      publisherFileSchema,
    ),
    schemaFile(
      'site-profile.schema.json',
      'urn:unspin:schema:site-profile:1',
      'Site profile: what `unspin survey` writes',
      siteProfileSchema,
    ),
    schemaFile(
      'spinner-profile.schema.json',
      'urn:unspin:schema:spinner-profile:1',
      'Spinner profile: a file of rules/spinners/',
      spinnerProfileSchema,
    ),
    schemaFile(
      'substitution-rules.schema.json',
      'urn:unspin:schema:substitution-rules:1',
      'Substitution rules: a file of rules/substitutions/',
      ruleFileSchema,
    ),
  ]
}

function schemaFile(name: string, id: string, title: string, definition: z.ZodType): SchemaFile {
  const { $schema, ...schema } = z.toJSONSchema(definition, {
    target: 'draft-2020-12',
    // A file is described as people write it: what has a default may be left out.
    io: 'input',
  })
  return { name, text: `${JSON.stringify({ $schema, $id: id, title, ...schema }, null, 2)}\n` }
}

/** Where a schema file stands. */
export function schemaPath(name: string): string {
  return fileURLToPath(new URL(`../schema/${name}`, import.meta.url))
}

/** A schema file's text as it stands, null when there is none. */
export function committedSchema(name: string): string | null {
  try {
    return readFileSync(schemaPath(name), 'utf8')
  } catch {
    return null
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, text } of schemaFiles()) {
    const state = committedSchema(name) === text ? 'current' : 'written'
    if (state === 'written') writeFileSync(schemaPath(name), text)
    console.log(`schema/${name} ${state}`)
  }
}
