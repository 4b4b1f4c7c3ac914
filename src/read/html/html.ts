import type { Finding } from '../../core/finding.js'
import type { SourceRecord } from '../../core/record.js'
import { decode } from '../decode.js'
import type { Content } from '../input.js'
import { type Reader, type ReadFailure, readFailure } from '../reader.js'

/** Reads HTML pages: one file is one record, whose text is what a browser shows. */
export const htmlReader: Reader = {
  extensions: ['.html', '.htm', '.xhtml'],
  async *read(content: Content): AsyncGenerator<SourceRecord | ReadFailure> {
    const { id, filePath, source, bytes, sha256, supplied } = content
    const decoded = await decode(bytes, declaredEncoding(bytes))
    if (!decoded.ok) {
      yield readFailure(content, decoded.reason)
      return
    }
    // The parser is loaded for the first page: most collections are plain text.
    const { readPage } = await import('./read-page.js')
    const page = readPage(decoded.text)
    const { encoding } = decoded
    const record = { id, filePath, source, format: 'html', sha256, encoding, supplied } as const
    if (!page) {
      yield { ...record, text: decoded.text, markup: null, findings: [...decoded.findings, TOO_DEEP] }
      return
    }
    // What decoding noticed has its place in the page's source, which the record's text is not.
    const findings = decoded.findings.map((finding) => ({ ...finding, start: 0, end: 0 }))
    yield { ...record, ...page, findings }
  },
}

const TOO_DEEP: Finding = {
  start: 0,
  end: 0,
  stage: 'read',
  ruleId: 'read/nested-too-deep',
  reason: 'the elements are nested deeper than in any page; it is read as text with tags in it',
  suggestions: [],
}

/** Where a page may say its encoding. @see https://html.spec.whatwg.org/multipage/parsing.html#prescan */
const PRESCANNED = 1024

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = headOf(bytes)
  return (
    /(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})/i.exec(head)?.[1]?.toLowerCase() ?? null
  )
}

/** True when `bytes` begin as a whole page does. */
export function isHtml(bytes: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html)[\s>]/i.test(
    headOf(bytes),
  )
}

/** The first bytes as the characters with their numbers. */
function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCANNED)).toString('latin1')
}
