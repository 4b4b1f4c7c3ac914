import type { Finding } from '../core/finding.js'
import { binaryReason } from './binary.js'
import { decodeLegacy, switchesByEscape } from './legacy.js'
import { surveyUtf8 } from './utf8.js'
import { guessUtf16 } from './utf16.js'

/** Bytes as text, without a byte-order mark, or the reason why they are none. */
export type Decoded =
  | {
      readonly ok: true
      readonly text: string
      /** As WHATWG names it, such as `utf-8`; `utf-32le` and `utf-32be`, which it lacks, likewise. */
      readonly encoding: string
      readonly findings: readonly Finding[]
    }
  | { readonly ok: false; readonly reason: string }

const BYTE_ORDER_MARKS = [
  // UTF-32LE comes before UTF-16LE, whose mark it begins with.
  { encoding: 'utf-32le', mark: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', mark: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const

/**
 * The text of `bytes`. A byte-order mark decides; else UTF-8 where the bytes are mostly that, UTF-16 by its zero
 * bytes, and at last the encoding that the document declares, or a detected one. Bytes that stand for no character
 * become U+FFFD and a finding.
 */
export async function decode(bytes: Uint8Array, declared: string | null = null): Promise<Decoded> {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))
  if (marked && !(marked.encoding === 'utf-32le' && bytes.length % 4 !== 0)) {
    const content = bytes.subarray(marked.mark.length)
    return marked.encoding === 'utf-8' ? decodeMarkedUtf8(content) : decodeWide(content, marked.encoding)
  }
  const utf16 = guessUtf16(bytes)
  if (utf16) return decodeWide(bytes, utf16)
  const reason = binaryReason(bytes)
  if (reason) return { ok: false, reason }
  const strict = decodeStrictly(bytes)
  if (strict !== null && !switchesByEscape(bytes)) {
    return { ok: true, text: strict, encoding: 'utf-8', findings: lossFindings(strict, 0, 'utf-8') }
  }
  const survey = surveyUtf8(bytes)
  // One accent in UTF-8 and one stray byte weigh the same; legacy texts hardly ever form a UTF-8 character by chance.
  if (survey.good > survey.bad || (survey.cutShort && survey.good > 0)) return decodeUtf8(bytes, survey.bad)
  const { text, encoding } = await decodeLegacy(bytes, declared)
  return { ok: true, text, encoding, findings: lossFindings(text, countReplacements(text), encoding) }
}

function decodeMarkedUtf8(bytes: Uint8Array): Decoded {
  const strict = decodeStrictly(bytes)
  return strict === null
    ? decodeUtf8(bytes, surveyUtf8(bytes).bad)
    : { ok: true, text: strict, encoding: 'utf-8', findings: lossFindings(strict, 0, 'utf-8') }
}

/** The text of well-formed UTF-8, null for any other bytes. */
function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeUtf8(bytes: Uint8Array, bad: number): Decoded {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return { ok: true, text, encoding: 'utf-8', findings: lossFindings(text, bad, 'utf-8') }
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'): Decoded {
  const text = encoding.startsWith('utf-32')
    ? decodeUtf32(bytes, encoding === 'utf-32le')
    : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  return { ok: true, text, encoding, findings: lossFindings(text, countReplacements(text), encoding) }
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 4) {
    const code = at + 4 <= bytes.length ? view.getUint32(at, littleEndian) : 0xfffd
    const isCharacter = code < 0xd800 || (code > 0xdfff && code <= 0x10ffff)
    parts.push(String.fromCodePoint(isCharacter ? code : 0xfffd))
  }
  return parts.join('')
}

function countReplacements(text: string): number {
  let count = 0
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++
  return count
}

/** At most one finding, at the first U+FFFD: `lost` of them came from decoding here, the rest stood in the bytes. */
function lossFindings(text: string, lost: number, encoding: string): Finding[] {
  const first = text.indexOf('\uFFFD')
  if (first < 0) return []
  const all = countReplacements(text)
  return [
    {
      start: first,
      end: first + 1,
      stage: 'read',
      ruleId: lost > 0 ? 'read/lossy-decoding' : 'read/replacement-character',
      reason:
        lost > 0
          ? `${count(lost, 'byte sequence')} could not be decoded as ${encoding}; the first U+FFFD is at offset ${first}`
          : `the text came with ${count(all, 'U+FFFD character')}, the first at offset ${first}: something was lost before`,
      suggestions: [],
    },
  ]
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
