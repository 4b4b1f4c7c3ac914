import { createHash } from 'node:crypto'
import type { SourceRecord } from '../core/record.js'

/** A text that is at hand already, as a record for `clean`; its hash is that of its UTF-8 bytes. */
export function toSourceRecord(id: string, text: string): SourceRecord {
  return {
    id,
    filePath: '-',
    source: 'text',
    text,
    format: 'text',
    markup: null,
    sha256: createHash('sha256').update(text).digest('hex'),
    encoding: 'utf-8',
    supplied: { url: null, added: null },
    findings: [],
  }
}
