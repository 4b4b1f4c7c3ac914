import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { SourceRecord, SuppliedMetadata } from '../core/record.js'
import { fileErrorReason } from './file-error.js'
import { gunzip, isGzip } from './gunzip.js'
import { htmlReader, isHtml } from './html/html.js'
import type { Input } from './input.js'
import { type ReadFailure, readFailure } from './reader.js'
import { readerFor } from './readers.js'
import { textReader } from './text.js'

export interface ReadOptions {
  /** The largest content, in bytes before and after unpacking, that is read at all. */
  readonly maxBytes: number
  /** What the command says of every record. */
  readonly supplied: SuppliedMetadata
}

export const DEFAULT_READ_OPTIONS: ReadOptions = {
  maxBytes: 64_000_000,
  supplied: { url: null, added: null },
}

/**
 * The records in one input, or the failure to read it. Names without a known extension are read as plain text, unless
 * the content says that it is HTML.
 */
export async function* read(
  input: Input,
  { maxBytes, supplied }: ReadOptions = DEFAULT_READ_OPTIONS,
): AsyncGenerator<SourceRecord | ReadFailure> {
  let raw: Uint8Array | null
  try {
    raw =
      input.path === '-' ? await readAtMost(process.stdin, maxBytes) : await readFile(input.path, maxBytes)
  } catch (error) {
    yield readFailure(input, fileErrorReason(error))
    return
  }
  if (raw === null) {
    yield readFailure(input, `more than ${maxBytes} bytes`)
    return
  }
  const sha256 = createHash('sha256').update(raw).digest('hex')
  const isPacked = isGzip(raw)
  if (!isPacked && /\.gz$/i.test(input.path)) {
    yield readFailure(input, 'damaged gzip data: it does not begin as a gzip file does')
    return
  }
  const unpacked = isPacked ? await gunzip(raw, maxBytes) : { ok: true as const, bytes: raw }
  if (!unpacked.ok) {
    yield readFailure(input, unpacked.reason)
    return
  }
  const reader = readerFor(input.filePath) ?? (isHtml(unpacked.bytes) ? htmlReader : textReader)
  yield* reader.read({ ...input, bytes: unpacked.bytes, sha256, supplied })
}

/** The bytes of a file or pipe, null when there are more than `maxBytes`. @throws the file system's errors. */
async function readFile(path: string, maxBytes: number): Promise<Uint8Array | null> {
  const file = await open(path)
  try {
    const stats = await file.stat()
    if (!stats.isFile()) return await readAtMost(file.createReadStream({ autoClose: false }), maxBytes)
    return stats.size > maxBytes ? null : await file.readFile()
  } finally {
    await file.close()
  }
}

async function readAtMost(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
