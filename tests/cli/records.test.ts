import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARTICLE, got, put, records, SAMPLES, unspin } from './command.js'

const CLEAN = '002_3b01c74663f171a1'
const SPUN = '004_8b7c4bea1a0a7a39'

/** The sample articles cleaned in three ways, once for all tests. */
let cleaned: string
const EDITS = 'edits/articles.jsonl'
const FULL = 'full/articles.jsonl'

beforeAll(async () => {
  cleaned = mkdtempSync(join(tmpdir(), 'unspin-records-'))
  const clean = (name: string, ...flags: string[]) =>
    unspin(['clean', SAMPLES, '--output', join(cleaned, name), ...flags])
  await Promise.all([
    clean('edits'),
    clean('full', '--provenance', 'full'),
    clean('unrepaired', '--repair', 'off'),
  ])
})
afterAll(() => rmSync(cleaned, { recursive: true }))

function recordOf(id: string, run: string) {
  return records(join(cleaned, run)).find((record) => record.id === id)!
}

describe('unspin replay', () => {
  it.each([CLEAN, SPUN])(
    'makes the text of %s out of its source, finding the record that was made from it',
    async (id) => {
      const called = await unspin([
        'replay',
        join(cleaned, EDITS),
        '--source-file',
        join(SAMPLES, `${id}.txt`),
      ])
      expect(called).toEqual({ code: 0, out: `${recordOf(id, 'edits').text}\n`, err: '' })
    },
  )

  it('says when the source is not the one', async () => {
    put('b.txt', ARTICLE)
    const { code, err } = await unspin([
      'replay',
      join(cleaned, EDITS),
      '--record',
      CLEAN,
      '--source-file',
      'b.txt',
    ])
    expect(code).toBe(1)
    expect(err).toMatch(/^unspin replay: the source b\.txt has the SHA-256 [0-9a-f]+; expected [0-9a-f]+/)
  })

  it('says when a record keeps no edits', async () => {
    put('a.txt', `${ARTICLE}\n\nShare this article\n`)
    await unspin(['clean', 'a.txt', '--output', 'out', '--provenance', 'none'])
    const { code, err } = await unspin(['replay', 'out/articles.jsonl', '--source-file', 'a.txt'])
    expect(code).toBe(1)
    expect(err).toMatch(/^unspin replay: the source has \d+ code points; expected \d+/)
  })
})

describe('unspin undo', () => {
  it.each([CLEAN, SPUN])(
    'gives back the source of %s, with its help or from a full record alone',
    async (id) => {
      const source = join(SAMPLES, `${id}.txt`)
      const expected = { code: 0, out: got(source), err: '' }
      expect(await unspin(['undo', join(cleaned, EDITS), '--source-file', source])).toEqual(expected)
      expect(await unspin(['undo', join(cleaned, FULL), '--record', id])).toEqual(expected)
    },
  )

  it('asks for the source where the record does not keep what was removed', async () => {
    const { code, err } = await unspin(['undo', join(cleaned, EDITS), '--record', SPUN])
    expect(code).toBe(1)
    expect(err).toMatch(/does not keep them; expected the source, or a record with full provenance\n$/)
  })

  it('takes the repairs back alone, without the source', async () => {
    const { out } = await unspin(['undo', join(cleaned, EDITS), '--record', SPUN, '--repairs'])
    expect(out).toBe(`${recordOf(SPUN, 'unrepaired').text}\n`)
  })

  it.each([
    ['{"id": 1', /^unspin: bad\.jsonl:1: found "{\\"id\\": 1", expected a record as one line of JSON\n$/],
    ['{"id": "a"}', /^unspin: bad\.jsonl:1: not an article record: text: .*\n$/],
    ['', /^unspin: bad\.jsonl: found 0 records among 0, expected one\n$/],
  ])('refuses the record %j', async (content, message) => {
    put('bad.jsonl', content)
    const { code, err } = await unspin(['undo', 'bad.jsonl'])
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})

describe('unspin explain', () => {
  it('names the rules and the runners-up of what was repaired, without colours in a pipe', async () => {
    const { code, out } = await unspin(['explain', join(SAMPLES, `${SPUN}.txt`)])
    expect(code).toBe(0)
    expect(out).toMatch(/\[successful → in\]/)
    expect(out).toMatch(/ {2}[01]\.\d\d, then [\w ]+ [<0]/)
    expect(out).not.toContain('\u001b')
  })

  it('says why a document was rejected', async () => {
    put('a.txt', '')
    expect(await unspin(['explain', 'a.txt'])).toEqual({
      code: 0,
      out: 'a.txt  rejected by read: the document is empty\n',
      err: '',
    })
  })
})

describe('unspin rules', () => {
  it('lists the rule files', async () => {
    const { code, out } = await unspin(['rules', 'list'])
    expect(code).toBe(0)
    expect(out).toMatch(/^rules\/spinners\/\S+\.yml +profile /m)
  })
})
