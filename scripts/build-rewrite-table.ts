/**
 * Writes `models/rewrite-table.bin`: for each spinner profile, what may have stood where each word stands. To be run after
 * the thesaurus, the news unigrams or a profile changed; until then a changed profile's channel is worked out from the
 * thesaurus at run time, which is slower and gives the same.
 *
 *     npx tsx scripts/build-rewrite-table.ts
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { packFile } from '../src/language/packed-file.js'
import { packRewriteTable } from '../src/language/rewrite-table.js'
import { loadNewsUnigrams } from '../src/load/models.js'
import { openRules } from '../src/load/rules.js'
import { createPlainChannel } from '../src/repair/channel-model.js'
import { openThesauri, rewriteKey } from '../src/resources.js'

const thesauri = openThesauri()
const thesaurus = thesauri.mythes()
const news = loadNewsUnigrams()
const profiles = (await openRules()).load('spinners')
const words = Array.from({ length: thesaurus.wordCount }, (_, entry) => thesaurus.text(entry))
const named = profiles.flatMap(({ value: { table, vocabulary } }) => [
  ...vocabulary,
  ...table.flatMap(({ from, to }) => [from, to]),
])
// Only where a profile needs them: they would make the table larger for nothing.
const wide = profiles.some(({ value }) => value.walk.thesaurus === 'moby') ? thesauri.moby() : null
const wideWords = Array.from({ length: wide?.wordCount ?? 0 }, (_, entry) => wide!.text(entry))
const spinners = profiles.map(({ value, sha256 }) => {
  const channel = createPlainChannel(value, thesauri[value.walk.thesaurus](), news)
  return [rewriteKey(value, sha256), channel] as const
})
const sources = profiles.map(({ file, sha256 }) => `${file}, SHA-256 ${sha256}`)
const contents = packRewriteTable(new Map(spinners), [...words, ...named, ...wideWords], sources)
const bytes = packFile(contents, (body) => createHash('sha256').update(body).digest('hex'))
writeFileSync(new URL('../models/rewrite-table.bin', import.meta.url), bytes)
console.log(`models/rewrite-table.bin: ${bytes.length} bytes`)
