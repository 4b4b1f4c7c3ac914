/**
 * Writes `models/language-model.bin`: the CMU US English trigram model, turned from talk towards writing.
 *
 *     npx tsx scripts/build-language-model.ts en-us.lm.bin wcxb-dev/gold masc_tagged
 *
 * `en-us.lm.bin` is in Debian's package `pocketsphinx-en-us` (BSD-2), under /usr/share/pocketsphinx/model/en-us/ once
 * it is installed (`apt-get install pocketsphinx-en-us`), or unpacked anywhere (`apt-get download pocketsphinx-en-us &&
 * dpkg -x pocketsphinx-en-us_*.deb DIR`). Only its words' frequencies are turned, towards those of WCXB's development
 * pages (CC-BY-4.0, © 2026 Murrough Foley; the sites that site-split.ts puts on the side `train`) and of the written
 * texts of MASC (tagged edition, unzipped); no sequence of words is learned from them.
 * docs/language-model.md gives the figures behind this; measure-language-model.ts measures them again.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { readMasc, WRITTEN_CATEGORIES } from './corpus/read-masc.js'
import { readWcxb } from './corpus/read-wcxb.js'
import { newsFactors } from './language-model/news-factors.js'
import { otherSpellings } from './language-model/other-spellings.js'
import { packTrigram } from './language-model/pack-trigram.js'
import { readPocketsphinx } from './language-model/read-pocketsphinx.js'
import { rescaleUnigrams } from './language-model/rescale-unigrams.js'

const [modelPath, wcxbFolder, mascFolder] = process.argv.slice(2)
if (modelPath === undefined || wcxbFolder === undefined || mascFolder === undefined) {
  console.error('usage: npx tsx scripts/build-language-model.ts <en-us.lm.bin> <wcxb-dev/gold> <masc_tagged>')
  process.exit(2)
}
const source = readFileSync(modelPath)
const sha256 = createHash('sha256').update(source).digest('hex')
const base = readPocketsphinx(source)
const texts = [
  ...readWcxb(wcxbFolder, 'train'),
  ...readMasc(mascFolder).filter(({ host }) => WRITTEN_CATEGORIES.has(host)),
]
const model = rescaleUnigrams(base, newsFactors(base, texts))
const bytes = packTrigram(model, otherSpellings(new Set(model.words)), [
  `CMU US English language model, Debian pocketsphinx-en-us, en-us.lm.bin (sha256 ${sha256}), BSD-2`,
  'Word frequencies: WCXB development pages, CC-BY-4.0, © 2026 Murrough Foley',
  'Word frequencies: MASC, tagged edition, American National Corpus',
  'Spellings: npm dictionary-en and dictionary-en-gb',
])
const target = new URL('../models/language-model.bin', import.meta.url)
writeFileSync(target, bytes)
console.log(
  `${target.pathname}: ${model.words.length} words, ${model.bigrams.v.length} bigrams, ${model.trigrams.v.length} trigrams, ${bytes.length} bytes`,
)
