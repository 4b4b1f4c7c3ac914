export type Utf16 = 'utf-16le' | 'utf-16be'

/** How many bytes are looked at; an even number. */
const SAMPLE_BYTES = 16_384

/**
 * The byte order of UTF-16 text that came without a byte-order mark, null when the bytes are something else. Half of
 * the bytes of English are zero and few of those of Chinese, but any text has spaces, line feeds or full stops.
 */
export function guessUtf16(bytes: Uint8Array): Utf16 | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  if (bytes.length % 2 !== 0 || !sample.includes(0) || isAsciiWithStrayZeros(sample)) return null
  const little = plausibility(sample, 'utf-16le')
  const big = plausibility(sample, 'utf-16be')
  if (Math.max(little, big) === 0) return null
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** Two ASCII characters make one Chinese character, so that a text with one stray NUL would pass for Chinese. */
function isAsciiWithStrayZeros(sample: Uint8Array): boolean {
  let pairs = 0
  let halves = 0
  for (let i = 0; i + 1 < sample.length; i += 2) {
    const printable = Number(isPrintable(sample[i]!)) + Number(isPrintable(sample[i + 1]!))
    if (printable === 2) pairs++
    else if (sample[i] === 0 || sample[i + 1] === 0) halves++
  }
  return pairs > (sample.length / 2 - halves) * 0.9
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d
}

/**
 * The share of ASCII in the sample, read in this byte order, from 1/64 up to 1; 0 when that is lower or when more than
 * one character in a hundred is unassigned or a control character. The wrong order turns a space into U+2000.
 */
function plausibility(sample: Uint8Array, encoding: Utf16): number {
  const text = new TextDecoder(encoding).decode(sample)
  const odd = text.match(/[\p{Cn}\p{Co}\p{Cs}\uFFFD]|(?![\t\n\r])\p{Cc}/gu)?.length ?? 0
  const share = (text.match(/[\t\n\r -~]/g)?.length ?? 0) / text.length
  return odd > text.length / 100 || share < 1 / 64 ? 0 : share
}
