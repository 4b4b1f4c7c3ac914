import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import type { SourceRecord } from '../core/record.js'
import { findInputs } from '../read/find-inputs.js'
import { DEFAULT_READ_OPTIONS, read } from '../read/read.js'
import { isFailure } from '../read/reader.js'
import type { ArticleRecord } from '../record/article-record.js'
import { UsageError } from './usage-error.js'

/**
 * The record that a command is to work on: the one with the given id, else the one made from `source`, else the only
 * one. `path` is a file of one JSON record a line, `-` standard input.
 * @throws UsageError that says what the file holds instead.
 */
export async function chooseRecord(
  path: string,
  id: string | null,
  source: SourceRecord | null,
): Promise<ArticleRecord> {
  const lines = (await readText(path)).split('\n')
  const wanted: { line: number; value: unknown }[] = []
  let count = 0
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue
    count++
    const value = parseJson(path, index + 1, text)
    const { id: ownId, metadata } = value as Partial<ArticleRecord>
    const isWanted = id !== null ? ownId === id : source === null || metadata?.sha256 === source.sha256
    if (isWanted) wanted.push({ line: index + 1, value })
  }
  const [only] = wanted
  if (only && wanted.length === 1) return await checked(path, only.line, only.value)
  const which = id !== null ? ` with the id ${id}` : source === null ? '' : ` made from ${source.filePath}`
  const advice = wanted.length > 1 ? 'exactly one; name it with --record' : 'one'
  throw new UsageError(`${path}: found ${wanted.length} records${which} among ${count}, expected ${advice}`)
}

/** A file as the source of a record. @throws UsageError that says why it cannot be read. */
export async function readSource(
  path: string,
  maxBytes = DEFAULT_READ_OPTIONS.maxBytes,
): Promise<SourceRecord> {
  const { inputs, failures } = await findInputs([path], { outputFolder: null, source: null })
  const [failure] = failures
  if (failure) throw new UsageError(`${path}: ${failure.reason}`)
  const [input] = inputs
  if (inputs.length !== 1 || !input)
    throw new UsageError(`${path}: found ${inputs.length} documents, expected one file`)
  for await (const record of read(input, { ...DEFAULT_READ_OPTIONS, maxBytes })) {
    if (isFailure(record)) throw new UsageError(`${path}: ${record.reason}`)
    return record
  }
  throw new UsageError(`${path}: found no document, expected one`)
}

/** The problem when `source` has not the bytes that `record` was made from, null when it has. */
export function sourceProblem(record: ArticleRecord, source: SourceRecord): string | null {
  if (record.metadata.sha256 === source.sha256) return null
  return `the source ${source.filePath} has the SHA-256 ${source.sha256}; expected ${record.metadata.sha256}, as record ${record.id} says`
}

async function readText(path: string): Promise<string> {
  try {
    return path === '-' ? await textOf(process.stdin) : await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`)
  }
}

function parseJson(path: string, line: number, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Told below, with the line.
  }
  const found = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
  throw new UsageError(`${path}:${line}: found ${found}, expected a record as one line of JSON`)
}

/** `value` as a record. Loads the definition, which cleaning does without. */
async function checked(path: string, line: number, value: unknown): Promise<ArticleRecord> {
  const { articleRecord } = await import('../record/article-record.js')
  const result = articleRecord.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const place = issue && issue.path.length > 0 ? `${issue.path.join('/')}: ` : ''
  throw new UsageError(`${path}:${line}: not an article record: ${place}${issue?.message}`)
}
