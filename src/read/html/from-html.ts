import type { Finding } from '../../core/finding.js'
import type { SourceRecord } from '../../core/record.js'
import { toSourceRecord } from '../from-text.js'
import { readPage } from './read-page.js'

/** An HTML page that is at hand already, as a record for `clean`; its hash is that of its UTF-8 bytes. */
export function toHtmlRecord(id: string, html: string): SourceRecord {
  return pageRecord(toSourceRecord(id, html), html)
}

/**
 * The record of a page: its text as a browser shows it, and its markup beside it. A page nested too deep for any browser
 * is read as text, with a finding. `source` is what is known of the file, with what decoding noticed in `html`.
 */
export function pageRecord(
  source: Omit<SourceRecord, 'text' | 'format' | 'markup'>,
  html: string,
): SourceRecord {
  const page = readPage(html)
  if (!page)
    return { ...source, format: 'html', text: html, markup: null, findings: [...source.findings, TOO_DEEP] }
  // What decoding noticed has its place in the page's source, which the record's text is not.
  const findings = source.findings.map((finding) => ({ ...finding, start: 0, end: 0 }))
  return { ...source, ...page, format: 'html', findings }
}

const TOO_DEEP: Finding = {
  start: 0,
  end: 0,
  stage: 'read',
  ruleId: 'read/nested-too-deep',
  reason: 'the elements are nested deeper than in any page; it is read as text with tags in it',
  suggestions: [],
}
