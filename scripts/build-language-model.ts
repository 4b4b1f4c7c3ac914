/**
 * Writes `models/language-model.bin` from the CMU US English trigram model.
 *
 *     npx tsx scripts/build-language-model.ts en-us.lm.bin
 *
 * `en-us.lm.bin` is in Debian's package `pocketsphinx-en-us` (BSD-2), under
 * /usr/share/pocketsphinx/model/en-us/ once it is installed (`apt-get install pocketsphinx-en-us`), or unpacked
 * anywhere (`apt-get download pocketsphinx-en-us && dpkg -x pocketsphinx-en-us_*.deb DIR`).
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { installedForms } from './dictionary/installed.js'
import { britishSpellings } from './language-model/british-spellings.js'
import { packTrigram } from './language-model/pack-trigram.js'
import { readPocketsphinx } from './language-model/read-pocketsphinx.js'

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('usage: npx tsx scripts/build-language-model.ts <en-us.lm.bin>')
  process.exit(2)
}
const source = readFileSync(path)
const sha256 = createHash('sha256').update(source).digest('hex')
const model = readPocketsphinx(source)
const british = britishSpellings(
  installedForms('dictionary-en'),
  installedForms('dictionary-en-gb'),
  new Set(model.words),
)
const bytes = packTrigram(model, british, [
  `CMU US English language model, Debian pocketsphinx-en-us, en-us.lm.bin (sha256 ${sha256}), BSD-2`,
  `${british.size} British spellings from npm dictionary-en and dictionary-en-gb`,
])
const target = new URL('../models/language-model.bin', import.meta.url)
writeFileSync(target, bytes)
console.log(`${target.pathname}: ${bytes.length} bytes`)
