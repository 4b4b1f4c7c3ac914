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
    const { pageRecord } = await import('./from-html.js')
    const { text, encoding, findings } = decoded
    yield pageRecord({ id, filePath, source, sha256, encoding, supplied, findings }, text)
  },
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
