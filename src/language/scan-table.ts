import { openPackedFile, type PackedContents } from './packed-file.js'
import { openStringTable, packStringTable, type StringTable } from './string-table.js'

export const SCAN_TABLE_KIND = 'scan-table'
export const SCAN_TABLE_VERSION = 2

/** How strongly a word speaks for one family of spun text. */
export interface FamilyWeights {
  /** The profile's id. */
  readonly family: string
  /** Whether only words wholly in lower case with white space on both sides count. */
  readonly freeLowerCaseOnly: boolean
  /** What a window of text must gather, in the unit of the weights, to be looked at more closely. */
  readonly threshold: number
  /** Hundredths of log10 P(word in spun text) / P(word in clean news), by word number; 0 where not above chance. */
  readonly weights: Uint16Array
}

/** Names of a family's numbers and weights in the file, before its id. */
const FREE = 'free '
const THRESHOLD = 'threshold '
const WEIGHTS = 'weights '

/** What the scan looks for: words, and pairs of words with a space between them. */
export interface ScanTable {
  readonly words: StringTable
  readonly families: readonly FamilyWeights[]
}

/** The scan table in `buffer`, the bytes of `models/scan-table.bin`. @throws Error when the bytes are not such a file. */
export function openScanTable(buffer: ArrayBuffer | SharedArrayBuffer): ScanTable {
  const file = openPackedFile(buffer, SCAN_TABLE_KIND, SCAN_TABLE_VERSION)
  const families = Object.keys(file.header.numbers)
    .filter((name) => name.startsWith(THRESHOLD))
    .map((name) => name.slice(THRESHOLD.length))
  return {
    words: openStringTable(file, 'word'),
    families: families.map((family) => ({
      family,
      freeLowerCaseOnly: file.number(FREE + family) === 1,
      threshold: file.number(THRESHOLD + family),
      weights: file.u16(WEIGHTS + family),
    })),
  }
}

/** One family's words with their log10 ratios, for `packScanTable`. */
export interface FamilyRatios {
  readonly family: string
  readonly freeLowerCaseOnly: boolean
  /** As in `FamilyWeights`, in log10. */
  readonly threshold: number
  readonly logRatios: ReadonlyMap<string, number>
}

/** What `models/scan-table.bin` holds of `families`. */
export function packScanTable(families: readonly FamilyRatios[], sources: readonly string[]): PackedContents {
  const words = [...new Set(families.flatMap(({ logRatios }) => [...logRatios.keys()]))].sort()
  const { characters, offsets, slots } = packStringTable(words)
  const weights = families.map(({ family, logRatios }) => [
    WEIGHTS + family,
    Uint16Array.from(words, (word) => Math.round(100 * (logRatios.get(word) ?? 0))),
  ])
  return {
    kind: SCAN_TABLE_KIND,
    version: SCAN_TABLE_VERSION,
    numbers: Object.fromEntries(
      families.flatMap(({ family, freeLowerCaseOnly, threshold }) => [
        [FREE + family, Number(freeLowerCaseOnly)],
        [THRESHOLD + family, Math.round(100 * threshold)],
      ]),
    ),
    sources,
    arrays: {
      wordCharacters: characters,
      wordOffsets: offsets,
      wordSlots: slots,
      ...(Object.fromEntries(weights) as Record<string, Uint16Array>),
    },
  }
}
