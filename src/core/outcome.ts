import type { Document } from './document.js'
import type { PageStatus } from './page-status.js'
import type { SourceRecord } from './record.js'

/** What became of one record. `rejected`: it holds no article. `failed`: it could not be read or our code broke. */
export type Outcome =
  | { readonly status: 'cleaned'; readonly document: Document }
  | {
      readonly status: 'rejected'
      readonly record: SourceRecord
      readonly stage: string
      /** What the record holds instead of an article. */
      readonly page: PageStatus
      readonly reason: string
    }
  | {
      readonly status: 'failed'
      readonly id: string
      readonly filePath: string
      readonly stage: string
      readonly reason: string
    }

/** The outcome of a record whose article is in `document`. */
export function cleaned(document: Document): Outcome {
  return { status: 'cleaned', document }
}

/** The outcome of a record in which a stage found no article. */
export function rejected(record: SourceRecord, stage: string, page: PageStatus, reason: string): Outcome {
  return { status: 'rejected', record, stage, page, reason }
}
