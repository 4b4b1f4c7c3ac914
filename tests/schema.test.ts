import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { committedSchema, schemaFiles, schemaPath } from '../scripts/build-schemas.js'

describe('the published schemas', () => {
  it.each(schemaFiles())(
    '$name is what the definition gives; `npm run schemas` writes it',
    ({ name, text }) => {
      expect(committedSchema(name)).toBe(text)
    },
  )

  it('are the only files in schema/', () => {
    expect(readdirSync(schemaPath('.')).toSorted()).toEqual(schemaFiles().map(({ name }) => name))
  })

  it('name every key of a record, and allow no other', () => {
    const schema = JSON.parse(committedSchema('article-record.schema.json')!)
    expect(schema.$id).toBe('urn:unspin:schema:article-record:1')
    expect(schema.additionalProperties).toBe(false)
    expect(schema.required).toEqual(Object.keys(schema.properties))
  })
})
