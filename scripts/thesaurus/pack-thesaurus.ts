import type { PackedContents } from '../../src/language/packed-file.js'
import { packStringTable } from '../../src/language/string-table.js'
import { THESAURUS_KIND, THESAURUS_VERSION } from '../../src/language/thesaurus.js'

/** Heads and what is listed under them, in the source's order. */
export type SynonymLists = Readonly<Record<string, readonly string[]>>

/**
 * What `models/thesaurus.bin` holds of `lists`: everything in lower case, suffixes such as ` (generic term)` taken
 * off, and of each list the first of equal entries, without the head itself.
 */
export function packThesaurus(lists: SynonymLists, sources: readonly string[]): PackedContents {
  const cleaned = new Map<string, string[]>()
  for (const [head, synonyms] of Object.entries(lists)) {
    const key = cleanEntry(head)
    if (key === '') continue
    const list = cleaned.get(key) ?? []
    const seen = new Set([key, '', ...list])
    for (const synonym of synonyms.map(cleanEntry)) {
      if (seen.has(synonym)) continue
      seen.add(synonym)
      list.push(synonym)
    }
    cleaned.set(key, list)
  }
  const all = [...new Set([...cleaned.keys(), ...[...cleaned.values()].flat()])].sort()
  const words = all.filter((entry) => !entry.includes(' '))
  const entries = [...words, ...all.filter((entry) => entry.includes(' '))]
  const numbers = new Map(entries.map((entry, index) => [entry, index]))

  const listStarts = new Uint32Array(entries.length + 1)
  const targets: number[] = []
  for (const [index, entry] of entries.entries()) {
    for (const synonym of cleaned.get(entry) ?? []) targets.push(numbers.get(synonym)!)
    listStarts[index + 1] = targets.length
  }
  const { characters, offsets, slots } = packStringTable(entries)
  return {
    kind: THESAURUS_KIND,
    version: THESAURUS_VERSION,
    numbers: { words: words.length },
    sources,
    arrays: {
      entryCharacters: characters,
      entryOffsets: offsets,
      entrySlots: slots,
      listStarts,
      targetsLow: Uint16Array.from(targets),
      targetsHigh: Uint8Array.from(targets, (target) => target >> 16),
    },
  }
}

/** The entry in lower case, without a bracketed remark at its end and with single spaces. */
function cleanEntry(entry: string): string {
  const bracket = entry.endsWith(')') ? entry.lastIndexOf(' (') : -1
  const bare = bracket > 0 ? entry.slice(0, bracket) : entry
  return bare.trim().replace(/\s+/g, ' ').toLowerCase()
}
