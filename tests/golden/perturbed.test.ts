import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { clean } from '../../src/pipeline.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import { toRecord } from '../../src/record/to-record.js'
import { loadResources } from '../../src/resources.js'
import { readGold, toGoldShape } from './gold-article.js'

// Pages of the shape of each sample article with other names, numbers, publishers, tags, related headlines and order.
const FOLDER = fileURLToPath(new URL('perturbed', import.meta.url))
const golds = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readGold(join(FOLDER, name)))

const resources = await loadResources()

it.each(golds)('finds in $id the parts that a person found', (gold) => {
  const page = toSourceRecord(gold.id, readFileSync(join(FOLDER, `${gold.id}.txt`), 'utf8'))
  const outcome = clean(page, resources)
  if (outcome.status !== 'cleaned') throw new Error(`${gold.id} is ${outcome.status}: ${outcome.reason}`)
  expect(toGoldShape(toRecord(outcome.document))).toEqual(gold)
})
