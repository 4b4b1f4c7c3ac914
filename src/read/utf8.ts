/** What a walk over bytes that should be UTF-8 met. */
export interface Utf8Survey {
  /** Well-formed characters of two bytes or more. */
  readonly good: number
  /** Ill-formed stretches; each becomes one U+FFFD, as the WHATWG encoding standard cuts them. */
  readonly bad: number
  /** Offset of the first ill-formed byte; -1 when there is none. */
  readonly firstBad: number
  /** The only fault is a character cut off by the end of the bytes. */
  readonly cutShort: boolean
}

/** The characters and faults of `bytes` read as UTF-8. @see Unicode 15, table 3-7, well-formed byte sequences. */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let good = 0
  let bad = 0
  let firstBad = -1
  let cutShort = false
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at]!
    if (lead < 0x80) {
      at++
      continue
    }
    const length = sequenceLength(lead)
    let end = at + 1
    while (
      length > 0 &&
      end < at + length &&
      end < bytes.length &&
      continues(lead, bytes[end]!, end === at + 1)
    ) {
      end++
    }
    if (length > 0 && end === at + length) good++
    else {
      if (bad === 0) firstBad = at
      cutShort = bad === 0 && length > 0 && end === bytes.length
      bad++
    }
    at = end
  }
  return { good, bad, firstBad, cutShort }
}

/** Bytes in a sequence that begins with `lead`; 0 when none may. */
function sequenceLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}

/** True when `byte` may follow in the sequence; the second byte bars overlong forms, surrogates and the far planes. */
function continues(lead: number, byte: number, isSecond: boolean): boolean {
  if (byte < 0x80 || byte > 0xbf) return false
  if (!isSecond) return true
  if (lead === 0xe0) return byte >= 0xa0
  if (lead === 0xed) return byte <= 0x9f
  if (lead === 0xf0) return byte >= 0x90
  if (lead === 0xf4) return byte <= 0x8f
  return true
}
