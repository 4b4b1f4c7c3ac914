/**
 * Writes `models/thesaurus.bin` from the MyThes thesaurus in the npm package `thesaurus`, a development dependency.
 *
 *     npx tsx scripts/build-thesaurus.ts
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { packFile } from '../src/language/packed-file.js'
import { packThesaurus, type SynonymLists } from './thesaurus/pack-thesaurus.js'

const require = createRequire(import.meta.url)
// The package's data file is a module whose value maps each head to its synonyms.
const lists = require('thesaurus/lib/th_en_US_new.js') as SynonymLists
const source = readFileSync(require.resolve('thesaurus/lib/th_en_US_new.js'))
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const contents = packThesaurus(lists, [
  `npm thesaurus 0.0.1, lib/th_en_US_new.js, SHA-256 ${sha256(source)}`,
  'MyThes en_US thesaurus by Kevin B. Hendricks and contributors (BSD), derived from WordNet',
])
const bytes = packFile(contents, sha256)
const path = new URL('../models/thesaurus.bin', import.meta.url)
writeFileSync(path, bytes)
console.log(`models/thesaurus.bin: ${bytes.length} bytes, ${contents.arrays.listStarts!.length - 1} entries`)
