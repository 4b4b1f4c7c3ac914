/**
 * The container of every binary file in `models/`: eight bytes of magic, a header in JSON, then named arrays of
 * numbers, each aligned to eight bytes and little-endian, so that a reader lays typed arrays over the bytes and
 * copies nothing.
 *
 *     0  'UNSPIN\0\1'            magic, with the container's version as its last byte
 *     8  u32                      length of the header in bytes
 *    12  header                   UTF-8 JSON, see PackedHeader
 *     …  sections                 at the offsets that the header names, counted from the file's first byte
 */
const MAGIC = [0x55, 0x4e, 0x53, 0x50, 0x49, 0x4e, 0, 1]
const PREAMBLE_BYTES = 12

const ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i8: Int8Array,
  f32: Float32Array,
} as const

type ElementType = keyof typeof ARRAYS

/** One named array: its offset in bytes from the start of the file, its length in elements. */
interface Section {
  readonly type: ElementType
  readonly offset: number
  readonly length: number
}

/** What a file says of itself before its arrays. */
export interface PackedHeader {
  /** What the file holds, such as `language-model`. */
  readonly kind: string
  /** Version of this kind's layout. */
  readonly version: number
  /** Hexadecimal SHA-256 of all bytes after the header's padding. */
  readonly sha256: string
  /** Length of the whole file in bytes. */
  readonly byteLength: number
  /** Counts and settings that the kind's reader needs. */
  readonly numbers: Readonly<Record<string, number>>
  /** Where the contents come from, for people. */
  readonly sources: readonly string[]
  readonly sections: Readonly<Record<string, Section>>
}

/** An opened file: header and views. */
export interface PackedFile {
  readonly header: PackedHeader
  /** The number that the header gives under `name`. @throws Error when there is none. */
  number(name: string): number
  /** A view of the section `name`, without a copy. @throws Error when it is absent or of another type. */
  u8(name: string): Uint8Array
  u16(name: string): Uint16Array
  u32(name: string): Uint32Array
  i8(name: string): Int8Array
  f32(name: string): Float32Array
}

/** The header at the start of `bytes`, which may be the first part of a file. @throws Error when it is not one. */
export function readPackedHeader(bytes: Uint8Array): PackedHeader {
  if (bytes.length < PREAMBLE_BYTES || MAGIC.some((byte, at) => bytes[at] !== byte)) {
    throw new Error('it does not begin as a model file does')
  }
  const length = packedHeaderLength(bytes)
  if (bytes.length < length) throw new Error(`it ends inside its header (${bytes.length} of ${length} bytes)`)
  // TextDecoder refuses views of shared memory, so the header's few bytes are copied.
  const text = new TextDecoder().decode(Uint8Array.from(bytes.subarray(PREAMBLE_BYTES, length)))
  // Only `packFile` writes these headers, and the magic has just been seen.
  return JSON.parse(text) as PackedHeader
}

/** How many bytes from the start of the file the preamble and the header take. */
export function packedHeaderLength(bytes: Uint8Array): number {
  return PREAMBLE_BYTES + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8, true)
}

/**
 * Views of a file of the given kind and version.
 * @throws Error that says what was found and expected; the caller knows the file's name and adds it.
 */
export function openPackedFile(
  buffer: ArrayBuffer | SharedArrayBuffer,
  kind: string,
  version: number,
): PackedFile {
  const header = readPackedHeader(new Uint8Array(buffer))
  if (header.kind !== kind || header.version !== version) {
    throw new Error(`it holds ${header.kind} version ${header.version}; expected ${kind} version ${version}`)
  }
  if (header.byteLength !== buffer.byteLength) {
    throw new Error(`it has ${buffer.byteLength} bytes; expected ${header.byteLength}`)
  }
  const section = (name: string, type: ElementType): Section => {
    const found = header.sections[name]
    if (found?.type !== type) throw new Error(`it has no section ${name} of ${type}`)
    return found
  }
  return {
    header,
    number: (name) => {
      const found = header.numbers[name]
      if (found === undefined) throw new Error(`its header has no ${name}`)
      return found
    },
    u8: (name) => view(Uint8Array, buffer, section(name, 'u8')),
    u16: (name) => view(Uint16Array, buffer, section(name, 'u16')),
    u32: (name) => view(Uint32Array, buffer, section(name, 'u32')),
    i8: (name) => view(Int8Array, buffer, section(name, 'i8')),
    f32: (name) => view(Float32Array, buffer, section(name, 'f32')),
  }
}

function view<T>(
  array: new (buffer: ArrayBuffer | SharedArrayBuffer, offset: number, length: number) => T,
  buffer: ArrayBuffer | SharedArrayBuffer,
  { offset, length }: Section,
): T {
  return new array(buffer, offset, length)
}

/** An array to be packed. */
export type PackedArray = Uint8Array | Uint16Array | Uint32Array | Int8Array | Float32Array

/** What `packFile` is told; offsets, lengths and the digest it finds itself. */
export interface PackedContents {
  readonly kind: string
  readonly version: number
  readonly numbers: Readonly<Record<string, number>>
  readonly sources: readonly string[]
  readonly arrays: Readonly<Record<string, PackedArray>>
}

/** The bytes of a model file. `sha256` gives the hexadecimal digest of bytes; this module may not reach for one. */
export function packFile(contents: PackedContents, sha256: (bytes: Uint8Array) => string): Uint8Array {
  const { kind, version, numbers, sources, arrays } = contents
  const header = (bodyStart: number, digest: string): Uint8Array => {
    const sections: Record<string, Section> = {}
    let offset = bodyStart
    for (const [name, array] of Object.entries(arrays)) {
      sections[name] = { type: elementType(array), offset, length: array.length }
      offset = aligned(offset + array.byteLength)
    }
    const value: PackedHeader = {
      kind,
      version,
      sha256: digest,
      byteLength: offset,
      numbers,
      sources,
      sections,
    }
    return new TextEncoder().encode(JSON.stringify(value))
  }
  // Offsets have at most ten digits: 16 spare bytes a section keep the header within the room measured first.
  const draft = header(0, '0'.repeat(64))
  const bodyStart = aligned(PREAMBLE_BYTES + draft.length + 16 * (Object.keys(arrays).length + 1))
  const body = packBody(arrays)
  const final = header(bodyStart, sha256(body))
  const bytes = new Uint8Array(bodyStart + body.length).fill(0x20, 0, bodyStart)
  bytes.set(MAGIC)
  new DataView(bytes.buffer).setUint32(8, bodyStart - PREAMBLE_BYTES, true)
  bytes.set(final, PREAMBLE_BYTES)
  bytes.set(body, bodyStart)
  return bytes
}

function packBody(arrays: Readonly<Record<string, PackedArray>>): Uint8Array {
  const list = Object.values(arrays)
  const bytes = new Uint8Array(list.reduce((length, array) => length + aligned(array.byteLength), 0))
  let offset = 0
  for (const array of list) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset)
    offset += aligned(array.byteLength)
  }
  return bytes
}

function elementType(array: PackedArray): ElementType {
  const found = Object.entries(ARRAYS).find(([, kind]) => array instanceof kind)
  // Every member of PackedArray is a value of ARRAYS.
  return found![0] as ElementType
}

function aligned(offset: number): number {
  return (offset + 7) & ~7
}
