import { isBodyRole } from '../core/block.js'
import type { Document } from '../core/document.js'
import { siteOf } from '../core/site.js'
import { slice } from '../core/span.js'
import { templateKey, templateOf } from '../language/line-key.js'
import { type ScannedWords, scanWords, WORD_KIND } from '../language/scan-words.js'
import type { NearDuplicates, SiteProfile } from '../rules/site-profile.js'
import { signatureOf, similarityOf } from './min-hash.js'
import { groupDuplicates } from './near-duplicates.js'
import { SiteSample } from './site-sample.js'

/** Counts what a batch's pages have in common. The profile is the same for any order of the pages. */
export interface Survey {
  /** Takes in a page after extraction, before any repair. Its id must be its own. */
  add(document: Document): void
  profile(): SiteProfile
}

/** Digits of a page's SHA-256 that tell its content. */
const HASH_DIGITS = 12

/** An empty survey. */
export function createSurvey(): Survey {
  const sites = new Map<string, SiteSample>()
  const pages: SignedPage[] = []
  return {
    add(document) {
      const { record, metadata, text, blocks } = document
      const words = scanWords(text)
      const places = wordPlaces(document, words)
      const lines = new Map<number, number>()
      for (const [index, [from, to]] of places.entries()) {
        const key = templateKey(words, from, to)
        if (key !== 0) lines.set(key, index)
      }
      const hash = Number.parseInt(record.sha256.slice(0, HASH_DIGITS), 16)
      const signature = signatureOf(bodyWords(document, words, places))
      if (signature) pages.push({ id: record.id, hash, signature })
      const name = siteOf(record, metadata)
      const sample = sites.get(name) ?? new SiteSample(name)
      sites.set(name, sample)
      sample.add({ id: record.id, hash, signature, keys: Float64Array.from(lines.keys()) }, (key) =>
        templateOf(slice(text, blocks[lines.get(key)!]!)),
      )
    },
    profile: () => ({
      version: 1,
      sites: [...sites.values()]
        .flatMap((sample) => sample.survey() ?? [])
        .toSorted((a, b) => (a.site < b.site ? -1 : 1)),
      near_duplicates: groupDuplicates(pages).map(toNearDuplicates),
    }),
  }
}

interface SignedPage {
  readonly id: string
  readonly hash: number
  readonly signature: string
}

function toNearDuplicates(group: readonly SignedPage[]): NearDuplicates {
  const [first, ...others] = group
  const similarity = Math.min(...others.map(({ signature }) => similarityOf(first!.signature, signature)))
  return {
    similarity: Number(similarity.toFixed(2)),
    pages: group.map(({ id, hash }) => ({ id, sha256: hash.toString(16).padStart(HASH_DIGITS, '0') })),
  }
}

/** First word and end of each block. */
function wordPlaces({ blocks }: Document, words: ScannedWords): [from: number, to: number][] {
  let at = 0
  return blocks.map(({ start, end }) => {
    while (at < words.count && words.start[at]! < start) at++
    const from = at
    while (at < words.count && words.start[at]! < end) at++
    return [from, at]
  })
}

/** The hashes of the words of the article's text. */
function bodyWords(
  { blocks }: Document,
  words: ScannedWords,
  places: readonly (readonly [from: number, to: number])[],
): Int32Array {
  const hashes: number[] = []
  for (const [index, [from, to]] of places.entries()) {
    if (!isBodyRole(blocks[index]!.role)) continue
    for (let k = from; k < to; k++) if (words.kind[k] !== WORD_KIND.symbol) hashes.push(words.hash[k]!)
  }
  return Int32Array.from(hashes)
}
