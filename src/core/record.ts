import type { Finding } from './finding.js'
import type { Markup } from './markup.js'

/** What a container or the command says of a record; null where it says nothing. */
export interface SuppliedMetadata {
  readonly url: string | null
  /** When the record was collected, ISO 8601, as supplied; the clock is never asked. */
  readonly added: string | null
}

/** One document as a reader yields it. Never altered. */
export interface SourceRecord {
  /** Relative path without its extension, with `/` between folders; unique in a run. */
  readonly id: string
  /** Path relative to the argument that led to it; `-` for standard input. */
  readonly filePath: string
  /** Name of the collection it came from. */
  readonly source: string
  /** The decoded text, of HTML the words that a browser shows: what offsets into the source count in. */
  readonly text: string
  readonly format: 'text' | 'html'
  /** What the markup says beside the text; null where there was none. */
  readonly markup: Markup | null
  /** Hexadecimal SHA-256 of the raw bytes as they stood on disk. */
  readonly sha256: string
  /** The encoding that decoded the bytes, as WHATWG names it, such as `utf-8` or `windows-1252`. */
  readonly encoding: string
  readonly supplied: SuppliedMetadata
  /** What reading noticed, such as bytes that no character stands for. */
  readonly findings: readonly Finding[]
}
