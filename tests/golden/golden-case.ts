import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clean, type Resources } from '../../src/pipeline.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import type { ArticleRecord, RecordEdit } from '../../src/record/article-record.js'
import { toRecord } from '../../src/record/to-record.js'
import { articleText } from '../../src/write/text.js'

/** A folder that is named for the behaviour that it shows: `source.txt`, and beside it what that gives. */
export interface GoldenCase {
  readonly name: string
  readonly folder: string
}

/** What a case expects, by file name. */
export interface Expected {
  readonly 'article.txt': string
  /** Metadata, and a line for each edit. */
  readonly 'record.json': string
}

/** What is known to work, in `tests/golden/cases`. */
export function goldenCases(): GoldenCase[] {
  return casesIn('cases')
}

/** What is known to fail, in `tests/golden/known-failures`, where `article.txt` says what ought to come out. */
export function knownFailures(): GoldenCase[] {
  return casesIn('known-failures')
}

function casesIn(collection: string): GoldenCase[] {
  const path = fileURLToPath(new URL(collection, import.meta.url))
  return readdirSync(path).map((name) => ({ name, folder: join(path, name) }))
}

/** What the source of a case gives now. @throws Error when it gives no article. */
export function produce({ name, folder }: GoldenCase, resources: Resources): Expected {
  const outcome = clean(toSourceRecord(name, readFileSync(join(folder, 'source.txt'), 'utf8')), resources)
  if (outcome.status !== 'cleaned') throw new Error(`${name} is ${outcome.status}: ${outcome.reason}`)
  const record = toRecord(outcome.document, { provenance: 'full', removed: true })
  return {
    'article.txt': articleText(record),
    'record.json': `${JSON.stringify(summary(record), null, 2)}\n`,
  }
}

/** What a person wants to see in a diff: no text twice, no hash, an edit to a line. */
function summary({ metadata, edits }: ArticleRecord) {
  const { sha256, file_path, ...rest } = metadata
  return { metadata: rest, edits: edits.map(editLine) }
}

function editLine({ field, op, stage, rule_id, original, replacement, confidence }: RecordEdit): string {
  const change = op === 'move' ? '' : ` ${JSON.stringify(original)} → ${JSON.stringify(replacement)}`
  const sureness = confidence === null ? '' : ` ${confidence.toFixed(2)}`
  return `${field}: ${op} by ${stage}, ${rule_id}${change}${sureness}`
}
