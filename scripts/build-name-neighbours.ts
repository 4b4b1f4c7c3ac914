/**
 * Writes `models/name-neighbours.bin`: which words stand beside names more often, or less, than elsewhere.
 *
 *     npx tsx scripts/build-name-neighbours.ts wcxb-dev/gold masc_tagged
 *
 * Counted in titles and bodies of WCXB's development pages (CC-BY-4.0, © 2026 Murrough Foley; the sites that
 * site-split.ts puts on the side `train`) and in the written texts of MASC, as build-news-unigrams.ts counts words.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import {
  NAME_NEIGHBOURS_KIND,
  NAME_NEIGHBOURS_VERSION,
  RATIO_STEPS,
} from '../src/language/name-neighbours.js'
import { packFile } from '../src/language/packed-file.js'
import { packStringTable } from '../src/language/string-table.js'
import { tokenise } from '../src/language/tokenise.js'
import { readMasc, WRITTEN_CATEGORIES } from './corpus/read-masc.js'
import { readWcxb } from './corpus/read-wcxb.js'

const [wcxbFolder, mascFolder] = process.argv.slice(2)
if (wcxbFolder === undefined || mascFolder === undefined) {
  console.error('usage: npx tsx scripts/build-name-neighbours.ts <wcxb-dev/gold> <masc_tagged>')
  process.exit(2)
}

/** Words met less often have no ratio of their own. */
const MIN_COUNT = 8
/** Places that a word is thought to have been met in, at the average ratio, before any was counted. */
const PRIOR_PLACES = 4

const all = new Map<string, number>()
const after = new Map<string, number>()
const before = new Map<string, number>()
let total = 0
let names = 0
const add = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)

const texts = [
  ...readWcxb(wcxbFolder, 'train'),
  ...readMasc(mascFolder).filter(({ host }) => host === 'newspaper' || WRITTEN_CATEGORIES.has(host)),
]
for (const paragraph of texts.flatMap(({ paragraphs }) => paragraphs)) {
  const tokens = tokenise(paragraph)
  for (const [at, token] of tokens.entries()) {
    if (token.lowerCase) {
      add(all, token.key)
      total++
    }
    // A capital after a lower-case word is a name's, not a sentence's.
    const left = tokens[at - 1]
    const right = tokens[at + 1]
    if (!token.capitalised || !left?.lowerCase) continue
    names++
    add(before, left.key)
    if (right?.lowerCase) add(after, right.key)
  }
}

const words = [...all]
  .flatMap(([word, count]) => (count >= MIN_COUNT && /^[a-z]+$/.test(word) ? [word] : []))
  .sort()
const ratios = (counts: Map<string, number>): Int8Array => {
  const places = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return Int8Array.from(words, (word) => {
    const expected = (all.get(word)! / total) * places
    const ratio = Math.log10(((counts.get(word) ?? 0) + PRIOR_PLACES) / (expected + PRIOR_PLACES))
    return Math.max(-127, Math.min(127, Math.round(ratio * RATIO_STEPS)))
  })
}
const { characters, offsets, slots } = packStringTable(words)
const bytes = packFile(
  {
    kind: NAME_NEIGHBOURS_KIND,
    version: NAME_NEIGHBOURS_VERSION,
    numbers: {},
    sources: [
      'WCXB development pages, titles and bodies, train sites, © 2026 Murrough Foley (CC-BY-4.0)',
      'MASC, written texts, American National Corpus',
    ],
    arrays: {
      wordCharacters: characters,
      wordOffsets: offsets,
      wordSlots: slots,
      after: ratios(after),
      before: ratios(before),
    },
  },
  (body) => createHash('sha256').update(body).digest('hex'),
)
writeFileSync(new URL('../models/name-neighbours.bin', import.meta.url), bytes)
console.log(`models/name-neighbours.bin: ${bytes.length} bytes, ${words.length} words beside ${names} names`)
