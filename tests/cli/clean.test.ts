import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleRecord } from '../../src/record/article-record.js'
import { ARTICLE, files, folder, got, put, records, report, SAMPLES, unspin } from './command.js'

describe('unspin clean', () => {
  it('writes a text for each article, one file of records and a report', async () => {
    put('in/news/a.txt', ARTICLE)
    put('in/notes.pdf', 'skipped')
    const { code, out, err } = await unspin(['clean', 'in', '--output', 'out'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toBe('1 document read: 1 cleaned, 0 rejected, 0 failed; 1 file skipped. Written to out.\n')
    expect(files('out')).toEqual(['articles.jsonl', 'news/a.txt', 'report.json'])
    expect(got('out/news/a.txt')).toBe(ARTICLE)
    expect(records()[0]).toMatchObject({
      id: 'news/a',
      source: 'in',
      metadata: { file_path: 'news/a.txt' },
    })
    expect(report().counts).toEqual({ read: 1, cleaned: 1, rejected: 0, failed: 0, skipped: 1 })
  })

  it('writes records that keep to the published definition', async () => {
    await unspin(['clean', SAMPLES, '--output', 'out', '--provenance', 'full'])
    expect(records().length).toBe(5)
    for (const record of records()) expect(articleRecord.safeParse(record).error).toBeUndefined()
  })

  it('writes the same bytes whatever the concurrency', async () => {
    const flags = ['--format', 'text,jsonl,markdown', '--quiet']
    await unspin(['clean', SAMPLES, '--output', 'one', '--concurrency', '1', ...flags])
    await unspin(['clean', SAMPLES, '--output', 'many', '--concurrency', '16', ...flags])
    expect(files('one').length).toBe(12)
    for (const path of files('one')) expect(got(`many/${path}`)).toBe(got(`one/${path}`))
  })

  it('changes nothing in what it has cleaned', async () => {
    await unspin(['clean', SAMPLES, '--output', 'one'])
    await unspin(['clean', 'one', '--output', 'two'])
    const texts = files('one').filter((path) => path.endsWith('.txt'))
    expect(texts.length).toBe(5)
    for (const path of texts) expect(got(`two/${path}`)).toBe(got(`one/${path}`))
  })

  it('writes only the formats that it is asked for', async () => {
    put('a.txt', ARTICLE)
    await unspin(['clean', 'a.txt', '--output', 'out', '--format', 'markdown', '--format', 'jsonl'])
    expect(files('out')).toEqual(['a.md', 'articles.jsonl', 'report.json'])
  })

  it('puts what the flags say into records and report, and neither path nor concurrency', async () => {
    put('in/a.txt', ARTICLE)
    const flags = ['--source', 'wire', '--added', '2025-01-31', '--provenance', 'none', '--concurrency', '3']
    await unspin(['clean', 'in', '--output', 'out', ...flags])
    expect(records()[0]).toMatchObject({ source: 'wire', added: '2025-01-31', edits: [] })
    expect(report().options).toMatchObject({ source: 'wire', provenance: 'none', format: ['text', 'jsonl'] })
    expect(got('out/report.json')).not.toMatch(/concurrency|\/tmp|unspin-cli/)
  })

  it('reads one document from standard input and writes one to standard output', async () => {
    const asRecord = await unspin(['clean', '-'], ARTICLE)
    expect(JSON.parse(asRecord.out)).toMatchObject({ id: 'stdin', metadata: { file_path: '-' } })
    const asText = await unspin(['clean', '-', '--format', 'text', '--quiet'], ARTICLE)
    expect(asText).toEqual({ code: 0, out: ARTICLE, err: '' })
  })

  it('never reads its own output, which may lie inside the input', async () => {
    put('in/a.txt', ARTICLE)
    await unspin(['clean', 'in', '--output', 'in/out'])
    await unspin(['clean', 'in', '--output', 'in/out'])
    expect(files('in/out')).toEqual(['a.txt', 'articles.jsonl', 'report.json'])
  })

  it('keeps files apart that share a name or differ in case alone', async () => {
    put('in/a.txt', ARTICLE)
    put('in/a.text', ARTICLE)
    put('in/B.txt', ARTICLE)
    put('in/b.txt', ARTICLE)
    await unspin(['clean', 'in', '--output', 'out'])
    expect(records().map(({ id }) => id)).toEqual(['B', 'a.text', 'a.txt', 'b'])
    const texts = files('out').filter((path) => path.endsWith('.txt'))
    expect(new Set(texts.map((path) => path.toLowerCase())).size).toBe(4)
  })

  it('says in JSON what became of each document', async () => {
    put('in/a.txt', ARTICLE)
    put('in/b.txt', '')
    const { err } = await unspin(['clean', 'in', '--output', 'out', '--verbose', '--log-format', 'json'])
    const lines = err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ event, file_path }) => [event, file_path])).toEqual([
      ['cleaned', 'a.txt'],
      ['rejected', 'b.txt'],
      ['finished', undefined],
    ])
  })

  it.each([
    [['clean'], "error: missing required argument 'path'"],
    [['clean', 'a.txt'], 'no --output: found files to clean, expected `--output <folder>` to write to'],
    [
      ['clean', '-', '--format', 'text,jsonl'],
      '--format text,jsonl: found 2 formats, expected one for standard output',
    ],
    [
      ['clean', 'a.txt', '--output', 'out', '--format', 'pdf'],
      "option '--format <names>' argument 'pdf' is invalid. Expected one of text, jsonl, markdown.",
    ],
    [
      ['clean', 'a.txt', '--output', 'file'],
      '--output file: found a file, expected a folder that can be written to',
    ],
    [
      ['clean', 'a.txt', '--output', 'out', '--repiar', 'off'],
      "unknown option '--repiar'\n(Did you mean --repair?)",
    ],
    [['celan', 'a.txt'], "unknown command 'celan'\n(Did you mean clean?)"],
  ])('refuses %j', async (words, message) => {
    put('a.txt', ARTICLE)
    put('file', '')
    const { code, out, err } = await unspin(words)
    expect(err).toContain(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  it('fails what is not there and cleans the rest', async () => {
    put('a.txt', ARTICLE)
    const { code, err } = await unspin(['clean', 'missing.txt', 'a.txt', '--output', 'out'])
    expect(code).toBe(1)
    expect(err).toContain('failed    missing.txt: no such file or folder\n')
    expect(records().map(({ id }) => id)).toEqual(['a'])
    expect(report().failed).toEqual([
      { id: 'missing', file_path: 'missing.txt', stage: 'read', reason: 'no such file or folder' },
    ])
  })

  it('says that there is nothing to read', async () => {
    mkdirSync(join(folder, 'in'))
    put('in/a.pdf', 'x')
    const { code, err } = await unspin(['clean', 'in', '--output', 'out'])
    expect(code).toBe(0)
    expect(err).toContain('nothing to read: 1 file passed over; --verbose says why\n')
    expect(files('out')).toEqual(['articles.jsonl', 'report.json'])
  })
})
