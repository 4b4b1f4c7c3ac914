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
import { packTrigram } from './language-model/pack-trigram.js'
import { readPocketsphinx } from './language-model/read-pocketsphinx.js'

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('usage: npx tsx scripts/build-language-model.ts <en-us.lm.bin>')
  process.exit(2)
}
const source = readFileSync(path)
const sha256 = createHash('sha256').update(source).digest('hex')
const bytes = packTrigram(readPocketsphinx(source), new Map(), [
  `CMU US English language model, Debian pocketsphinx-en-us, en-us.lm.bin (sha256 ${sha256}), BSD-2`,
])
const target = new URL('../models/language-model.bin', import.meta.url)
writeFileSync(target, bytes)
console.log(`${target.pathname}: ${bytes.length} bytes`)
