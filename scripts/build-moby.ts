/**
 * Writes `scripts/simulate/foreign/moby.txt`, the synonyms of one of the foreign spinners, from Grady Ward's Moby
 * thesaurus, which is in the public domain: `words.txt` of the npm package `moby` 1.1.2, unpacked. Neither MyThes nor
 * WordNet has a part in it.
 *
 *     npx tsx scripts/build-moby.ts words.txt
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadNewsUnigrams } from '../src/load/models.js'
import { uniform } from './simulate/uniform.js'

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('usage: npx tsx scripts/build-moby.ts <words.txt>')
  process.exit(2)
}

/** A spinner's word list ends somewhere. */
const HEADS = 6000
/** Synonyms rarer than this would be no words to a spinner's maker. */
const KNOWN = 40_000
const SYNONYMS = 4

const news = loadNewsUnigrams()
const lists = new Map(
  readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .filter(([head]) => head !== undefined && isPlain(head))
    .map(([head, ...rest]) => [head!, rest.filter((word) => isPlain(word) && word !== head)] as const),
)
const lines: string[] = []
for (const [head, all] of [...lists].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (news.rank(head) >= HEADS) continue
  // The lists mix all senses; words that name each other share one.
  const synonyms = all.filter((word) => news.rank(word) < KNOWN && lists.get(word)?.includes(head))
  const chosen = synonyms.sort((a, b) => uniform(head, a) - uniform(head, b)).slice(0, SYNONYMS)
  if (chosen.length > 0) lines.push(`${head}: ${chosen.join(' ')}`)
}
const header = [
  "# From Grady Ward's Moby thesaurus, public domain. Written by scripts/build-moby.ts; do not edit.",
  '# word: what a spinner may write for it, in no order',
]
writeFileSync(new URL('./simulate/foreign/moby.txt', import.meta.url), [...header, ...lines, ''].join('\n'))
console.log(`scripts/simulate/foreign/moby.txt: ${lines.length} words`)

function isPlain(word: string): boolean {
  return /^[a-z]{2,}$/.test(word)
}
