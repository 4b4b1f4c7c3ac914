import { createHash } from 'node:crypto'
import type { SourceRecord } from '../../core/record.js'
import { toSourceRecord } from '../from-text.js'
import { readPage } from './read-page.js'

/**
 * An HTML page that is at hand already, as a record for `clean`: its text as a browser shows it, and its markup beside
 * it. Its hash is that of the page's UTF-8 bytes. A page nested too deep for any browser is read as text.
 */
export function toHtmlRecord(id: string, html: string): SourceRecord {
  const page = readPage(html)
  const record = toSourceRecord(id, page?.text ?? html)
  return {
    ...record,
    format: 'html',
    markup: page?.markup ?? null,
    sha256: createHash('sha256').update(html).digest('hex'),
  }
}
