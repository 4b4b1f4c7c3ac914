import type { Match } from 'chardet'

/** Text decoded from a legacy encoding, and the encoding's name as WHATWG gives it. */
export interface LegacyText {
  readonly text: string
  readonly encoding: string
}

/** How many bytes the detector sees, from shortly before the first byte above ASCII. */
const SAMPLE_BYTES = 65_536
const SAMPLE_LEAD = 1024

/** Encodings for the Latin alphabets of single regions, which short texts are easily taken for. */
const REGIONAL_LATIN = new Set([
  'ISO-8859-2',
  'ISO-8859-9',
  'windows-1250',
  'windows-1254',
  'windows-1257',
  'windows-1258',
])

/**
 * How far, in the detector's points of 100, a regional Latin encoding must be ahead of Windows-1252. In ten sentences
 * of Polish, Czech and Turkish it leads by 17 or more; one sentence of English with two quotation marks puts Romanian
 * 22 behind. Nobody measured it on a collection.
 */
const REGIONAL_LEAD = 10

/**
 * The text of bytes that are not UTF-8, by the encoding that their document declares, or else the one that fits best. The two packages that this takes are loaded
 * here, on the first call: most collections never need them.
 */
export async function decodeLegacy(bytes: Uint8Array, declared: string | null = null): Promise<LegacyText> {
  const [{ analyse }, { default: iconv }] = await Promise.all([import('chardet'), import('iconv-lite')])
  const name = declared !== null && isLegacy(declared) ? declared : guessEncoding(bytes, analyse)
  // Escape-driven Japanese is the one encoding that the detector names and iconv-lite lacks.
  const text = iconv.encodingExists(name)
    ? iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name)
    : new TextDecoder(name).decode(bytes)
  return { text, encoding: new TextDecoder(name).encoding }
}

/** True for the name of an encoding that can be decoded; bytes that are not UTF-8 may still be declared so. */
function isLegacy(name: string): boolean {
  try {
    return !new TextDecoder(name).encoding.startsWith('utf-')
  } catch {
    return false
  }
}

/** True when `bytes`, all ASCII, switch character sets by escape sequences, as ISO-2022-JP does. */
export function switchesByEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return true
  }
  return false
}

function guessEncoding(bytes: Uint8Array, analyse: (sample: Uint8Array) => Match[]): string {
  if (switchesByEscape(bytes)) return 'iso-2022-jp'
  if (isMacintosh(bytes)) return 'macintosh'
  const start = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - SAMPLE_LEAD)
  const sample = bytes.subarray(start, start + SAMPLE_BYTES)
  const matches = analyse(sample).filter(({ name }) => isDecodable(name))
  const best = matches[0]
  const western = matches.find(({ name }) => name === 'windows-1252' || name === 'ISO-8859-1')
  // Below this the detector has only found bytes that the encoding allows.
  if (!best || best.confidence <= 10) return 'windows-1252'
  if (western && REGIONAL_LATIN.has(best.name) && best.confidence - western.confidence < REGIONAL_LEAD) {
    return 'windows-1252'
  }
  return best.name
}

/** True for names of legacy encodings that can be decoded here; the detector also names UTF-8 and ASCII. */
function isDecodable(name: string): boolean {
  if (name === 'ASCII' || name.startsWith('UTF')) return false
  try {
    return new TextDecoder(name).encoding !== 'replacement'
  } catch {
    return false
  }
}

/**
 * True for English from an old Macintosh, which the detector takes for Windows-1252: its apostrophe (0xD5) stands
 * between lower-case letters, where Windows-1252 has a capital Õ.
 */
function isMacintosh(bytes: Uint8Array): boolean {
  let apostrophes = 0
  let windowsMarks = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte === 0xd5 && isLowerCase(bytes[i - 1]) && isLowerCase(bytes[i + 1])) apostrophes++
    // Quotation marks and dashes of Windows-1252; on the Macintosh they are accented vowels.
    else if (byte >= 0x91 && byte <= 0x97) windowsMarks++
  }
  return apostrophes > windowsMarks
}

function isLowerCase(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x61 && byte <= 0x7a
}
