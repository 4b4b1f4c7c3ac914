/**
 * Writes `models/thesaurus.bin` from the MyThes thesaurus in the npm package `thesaurus`, a development dependency; with
 * `--moby`, `models/wide-thesaurus.bin` from Grady Ward's Moby thesaurus: `words.txt` of the npm package `moby` 1.1.2,
 * unpacked.
 *
 *     npx tsx scripts/build-thesaurus.ts [--moby <words.txt>]
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { packFile } from '../src/language/packed-file.js'
import { loadNewsUnigrams } from '../src/load/models.js'
import { packThesaurus, type SynonymLists } from './thesaurus/pack-thesaurus.js'

/** Words of the Moby lists that news uses less than this many others are left out. */
const KNOWN_HEADS = 30_000
const KNOWN_SYNONYMS = 60_000

const { values } = parseArgs({ options: { moby: { type: 'string' } } })
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

if (values.moby === undefined) {
  const require = createRequire(import.meta.url)
  // The package's data file is a module whose value maps each head to its synonyms.
  const lists = require('thesaurus/lib/th_en_US_new.js') as SynonymLists
  const source = readFileSync(require.resolve('thesaurus/lib/th_en_US_new.js'))
  write('thesaurus.bin', lists, [
    `npm thesaurus 0.0.1, lib/th_en_US_new.js, SHA-256 ${sha256(source)}`,
    'MyThes en_US thesaurus by Kevin B. Hendricks and contributors (BSD), derived from WordNet',
  ])
} else {
  const source = readFileSync(values.moby)
  write('wide-thesaurus.bin', readMoby(source.toString('utf8')), [
    `npm moby 1.1.2, words.txt, SHA-256 ${sha256(source)}`,
    'Moby Thesaurus by Grady Ward (public domain), the words that news uses',
  ])
}

function write(file: string, lists: SynonymLists, sources: readonly string[]): void {
  const contents = packThesaurus(lists, sources)
  const bytes = packFile(contents, sha256)
  writeFileSync(new URL(`../models/${file}`, import.meta.url), bytes)
  console.log(`models/${file}: ${bytes.length} bytes, ${contents.arrays.listStarts!.length - 1} entries`)
}

function readMoby(text: string): SynonymLists {
  const news = loadNewsUnigrams()
  const isKnown = (word: string, most: number): boolean => /^[a-z]{2,}$/.test(word) && news.rank(word) < most
  const lists = text.split(/\r?\n/).map((line) => line.split(','))
  return Object.fromEntries(
    lists.flatMap(([head, ...synonyms]) =>
      head !== undefined && isKnown(head, KNOWN_HEADS)
        ? [[head, synonyms.filter((word) => isKnown(word, KNOWN_SYNONYMS)).sort()]]
        : [],
    ),
  )
}
