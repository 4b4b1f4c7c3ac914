/** A format that is not text, known by its first bytes. */
interface Signature {
  readonly name: string
  /** Bytes at `offset`, each character standing for one byte. */
  readonly bytes: string
  readonly offset?: number
  /** The signature could open a text as well; it counts only beside control characters. */
  readonly readable?: true
}

const SIGNATURES: readonly Signature[] = [
  { name: 'a PNG image', bytes: '\x89PNG\r\n\x1a\n' },
  { name: 'a JPEG image', bytes: '\xff\xd8\xff' },
  { name: 'a GIF image', bytes: 'GIF8', readable: true },
  { name: 'a TIFF image', bytes: 'II*\0' },
  { name: 'a TIFF image', bytes: 'MM\0*' },
  { name: 'a PDF file', bytes: '%PDF-' },
  { name: 'a zip archive or office document', bytes: 'PK\x03\x04' },
  { name: 'a 7z archive', bytes: "7z\xbc\xaf'\x1c" },
  { name: 'a RAR archive', bytes: 'Rar!\x1a\x07' },
  { name: 'bzip2 data', bytes: 'BZh', readable: true },
  { name: 'xz data', bytes: '\xfd7zXZ\0' },
  { name: 'Zstandard data', bytes: '\x28\xb5\x2f\xfd' },
  { name: 'gzip data', bytes: '\x1f\x8b' },
  { name: 'an old office document', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { name: 'an ELF program', bytes: '\x7fELF' },
  { name: 'a Windows program', bytes: 'MZ', readable: true },
  { name: 'a Java class', bytes: '\xca\xfe\xba\xbe' },
  { name: 'a WebAssembly module', bytes: '\0asm' },
  { name: 'a SQLite database', bytes: 'SQLite format 3\0' },
  { name: 'a Parquet file', bytes: 'PAR1', readable: true },
  { name: 'a RIFF file (WebP, WAV or AVI)', bytes: 'RIFF', readable: true },
  { name: 'an Ogg file', bytes: 'OggS\0' },
  { name: 'an MP3 file', bytes: 'ID3', readable: true },
  { name: 'an MP4 file', bytes: 'ftyp', offset: 4, readable: true },
  { name: 'a font', bytes: 'wOFF', readable: true },
  { name: 'a font', bytes: 'wOF2', readable: true },
]

/** How many bytes, from the first, are looked at; binary formats show themselves sooner. */
const SAMPLE_BYTES = 65_536
/** Share of control characters from which bytes are no text. Random bytes hold 10 %, text next to none; not measured. */
const MAX_CONTROL_SHARE = 0.02
/** So many control characters are forgiven in the shortest text. */
const FORGIVEN_CONTROLS = 3

/** Why these bytes, not being UTF-16 or UTF-32, cannot be text; null when they may be. */
export function binaryReason(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const controls = countControls(sample)
  const signature = SIGNATURES.find((known) => (controls > 0 || !known.readable) && opensWith(bytes, known))
  if (signature) return `binary data: ${signature.name}, not text`
  if (controls > FORGIVEN_CONTROLS && controls > sample.length * MAX_CONTROL_SHARE) {
    return `binary data: ${controls} of the first ${sample.length} bytes are control characters, not text`
  }
  return null
}

function opensWith(bytes: Uint8Array, { bytes: signature, offset = 0 }: Signature): boolean {
  for (let i = 0; i < signature.length; i++) {
    if (bytes[offset + i] !== signature.charCodeAt(i)) return false
  }
  return true
}

/** Control characters other than white space (9 to 13) and the escape that opens terminal colours (27). */
function countControls(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if ((byte < 32 && (byte < 9 || byte > 13) && byte !== 27) || byte === 127) count++
  return count
}
