import type { ArticleRecord } from '../record/article-record.js'

/** A record as one line of JSON, with its line end. */
export function jsonLine(record: ArticleRecord): string {
  return `${JSON.stringify(record)}\n`
}
