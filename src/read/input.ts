import type { SuppliedMetadata } from '../core/record.js'

/** A file, or standard input, that a run will read. */
export interface Input {
  /** The relative path without its extension, with `/` between folders; unique in a run. */
  readonly id: string
  /** Path relative to the argument that led to it, with `/` between folders; `-` for standard input. */
  readonly filePath: string
  /** Name of the collection: the folder's name, unless the command says another. */
  readonly source: string
  /** Where to open it; `-` for standard input. */
  readonly path: string
}

/** An input with its content, as readers receive it. */
export interface Content extends Input {
  /** The content, unpacked where it was compressed. */
  readonly bytes: Uint8Array
  /** Hexadecimal SHA-256 of the raw bytes as they stood on disk, before unpacking. */
  readonly sha256: string
  /** What the command says of every record. */
  readonly supplied: SuppliedMetadata
}
