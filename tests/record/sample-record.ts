import type { ArticleRecord } from '../../src/record/article-record.js'
import { toRecord } from '../../src/record/to-record.js'
import { documentOf } from './generated-document.js'

/** A record with a title and the given text; every other field is empty unless `metadata` says otherwise. */
export function sampleRecord(text: string, metadata: Partial<ArticleRecord['metadata']> = {}): ArticleRecord {
  const record = toRecord(documentOf(text, [['body', text]]), { provenance: 'none', removed: false })
  return { ...record, metadata: { ...record.metadata, ...metadata } }
}
