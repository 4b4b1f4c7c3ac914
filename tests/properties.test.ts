import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from '../src/pipeline.js'
import { toSourceRecord } from '../src/read/from-text.js'
import { type ArticleRecord, articleRecord } from '../src/record/article-record.js'
import { fieldsOf, replay, undo } from '../src/record/replay.js'
import { DEFAULT_RECORD_OPTIONS, type RecordOptions, toRecord } from '../src/record/to-record.js'
import { loadResources } from '../src/resources.js'
import { articleText } from '../src/write/text.js'
import { goldenCases } from './golden/golden-case.js'

const resources = await loadResources()

/** The record of a text; null when it holds no article. */
function recordOf(text: string, options: RecordOptions = DEFAULT_RECORD_OPTIONS): ArticleRecord | null {
  const outcome = clean(toSourceRecord('a', text), resources)
  return outcome.status === 'cleaned' ? toRecord(outcome.document, options) : null
}

const INPUT = fileURLToPath(new URL('../input', import.meta.url))
const SAMPLES = readdirSync(INPUT).filter((name) => name.endsWith('.txt'))

const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'The council opened the new bridge across the river on Monday, two years after the old one was closed.',
      '“Nobody spoke for a while,” said Tomas Berg, who led the dive. “It’s what we had hoped for.”',
      'The tempest chopped powerfulness to thousands of homes successful the northbound of the state connected Monday.',
      'Opponents accidental the wealth should beryllium spent connected roads and schools.',
      'SchÃ¶ne Aussicht: the cafÃ© on the hill has asked to to be left out of the plans, it said &amp; waited.',
      'LONDON, Jan. 5 (Reuters) - Prices rose by 0.4 per cent in December, the statistics office said.',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Home',
      'Share on Facebook',
      'By Ruth Okafor',
      '3 Mar 2025',
      'READ MORE: Flour prices reach a new high',
      '1,204 views',
      'Bridge Opens After Two Years of Work',
      'Tags: bridge, river',
      '© 2025 Example Media',
      '[Ana Lopez/AP Photo]',
      '',
      '   ',
      'https://www.example.org/news/2025/03/03/bridge',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)
const page = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\n\n', '\r\n'))
  .map(([lines, end]) => lines.join(end))

describe('whatever the text, its record', () => {
  it('is as the schema says', () => {
    fc.assert(
      fc.property(page, (text) => {
        const record = recordOf(text)
        if (record) expect(articleRecord.safeParse(record).error).toBeUndefined()
      }),
      { numRuns: 100 },
    )
  })

  it('comes out of the source again by its edits', () => {
    fc.assert(
      fc.property(page, (text) => {
        const record = recordOf(text)
        if (record) expect(replay(record, text)).toEqual({ ok: true, fields: fieldsOf(record) })
      }),
      { numRuns: 100 },
    )
  })

  it('gives back the source when its edits are undone', () => {
    fc.assert(
      fc.property(page, (text) => {
        const record = recordOf(text, { provenance: 'full', removed: false })
        if (record) expect(undo(record, null)).toEqual({ ok: true, source: text })
      }),
      { numRuns: 100 },
    )
  })

  it('is the same each time', () => {
    fc.assert(
      fc.property(page, page, (text, between) => {
        const before = recordOf(text)
        recordOf(between)
        expect(recordOf(text)).toEqual(before)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a cleaned text', () => {
  const sources = [
    ...SAMPLES.map((name) => join(INPUT, name)),
    ...goldenCases().map(({ folder }) => join(folder, 'source.txt')),
  ]

  it.each(sources)('stays as it is when it is cleaned again: %s', (path) => {
    const once = articleText(recordOf(readFileSync(path, 'utf8'))!)
    expect(articleText(recordOf(once)!)).toBe(once)
  })
})
