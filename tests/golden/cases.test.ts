import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadResources } from '../../src/resources.js'
import { goldenCases, knownFailures, produce } from './golden-case.js'

const resources = await loadResources()

describe.each(goldenCases())('the golden case $name', (golden) => {
  it.each(['article.txt', 'record.json'] as const)('gives its %s; `npm run golden` writes it', (file) => {
    expect(produce(golden, resources)[file]).toBe(readFileSync(join(golden.folder, file), 'utf8'))
  })
})

describe('a known failure', () => {
  // When one of these comes out right, it belongs among the golden cases.
  it.fails.each(knownFailures())('is $name', (known) => {
    expect(produce(known, resources)['article.txt']).toBe(
      readFileSync(join(known.folder, 'article.txt'), 'utf8'),
    )
  })
})
