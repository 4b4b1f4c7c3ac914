import type { SourceRecord } from '../core/record.js'
import { decode } from './decode.js'
import type { Content } from './input.js'
import { type Reader, type ReadFailure, readFailure } from './reader.js'

/** Reads plain text: one file is one record. An empty file is a record with an empty text. */
export const textReader: Reader = {
  extensions: ['.txt', '.text'],
  async *read(content: Content): AsyncGenerator<SourceRecord | ReadFailure> {
    const { id, filePath, source, sha256, supplied } = content
    const decoded = await decode(content.bytes)
    if (!decoded.ok) {
      yield readFailure(content, decoded.reason)
      return
    }
    const { text, encoding, findings } = decoded
    yield { id, filePath, source, text, format: 'text', markup: null, sha256, encoding, supplied, findings }
  },
}
