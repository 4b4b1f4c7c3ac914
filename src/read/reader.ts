import type { Outcome } from '../core/outcome.js'
import type { SourceRecord } from '../core/record.js'
import type { Content, Input } from './input.js'

/** A document that could not be read, as the run will report it. */
export type ReadFailure = Extract<Outcome, { readonly status: 'failed' }>

/** Turns the content of one kind of file into records: one for a plain document, many for a container. */
export interface Reader {
  /** Lower-case extensions with their dots, without the `.gz` that any of them may have after it. */
  readonly extensions: readonly string[]
  read(content: Content): AsyncIterable<SourceRecord | ReadFailure>
}

/** True when a reader gave up on a document. */
export function isFailure(read: SourceRecord | ReadFailure): read is ReadFailure {
  return 'status' in read
}

/** The failure to read `input`, for the reason given. */
export function readFailure({ id, filePath }: Pick<Input, 'id' | 'filePath'>, reason: string): ReadFailure {
  return { status: 'failed', id, filePath, stage: 'read', reason }
}
