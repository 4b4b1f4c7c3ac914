/**
 * Writes `models/news-unigrams.bin`: how often news uses each word.
 *
 *     npx tsx scripts/build-news-unigrams.ts en-us.lm.bin wcxb-dev/gold masc_tagged
 *
 * A mixture of four sources, weighted so that newspaper text is likeliest: the unigrams of the CMU US English model
 * (where from: see build-language-model.ts), titles and bodies of WCXB's development pages (CC-BY-4.0, © 2026 Murrough
 * Foley; the sites that site-split.ts puts on the side `train`), and the newspaper and the other written texts of MASC,
 * the Manually Annotated Sub-Corpus of the American National Corpus (tagged edition, unzipped). The weights come from
 * MASC's newspaper texts, each fifth of them predicted from the other four.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { NEWS_UNIGRAMS_KIND, NEWS_UNIGRAMS_VERSION } from '../src/language/news-unigrams.js'
import { packFile } from '../src/language/packed-file.js'
import { packStringTable } from '../src/language/string-table.js'
import { countWords, type WordCounts } from './corpus/count-words.js'
import { type Component, mixtureWeights } from './corpus/mixture.js'
import { readMasc, WRITTEN_CATEGORIES } from './corpus/read-masc.js'
import { readWcxb } from './corpus/read-wcxb.js'
import { installedForms } from './dictionary/installed.js'
import { britishSpellings } from './language-model/other-spellings.js'
import { readPocketsphinx } from './language-model/read-pocketsphinx.js'

const [modelPath, wcxbFolder, mascFolder] = process.argv.slice(2)
if (modelPath === undefined || wcxbFolder === undefined || mascFolder === undefined) {
  console.error('usage: npx tsx scripts/build-news-unigrams.ts <en-us.lm.bin> <wcxb-dev/gold> <masc_tagged>')
  process.exit(2)
}

/** Below the rarest words of the sources, which have about 10^-7. */
const UNSEEN_LOG_PROB = -7.5
const FOLDS = 5
const CLASS_LIMITS = [1, 4, 16, 64, 512]
const { words, unigramLogProbs } = readPocketsphinx(readFileSync(modelPath))
const spoken = new Map(words.map((word, id) => [word, 10 ** unigramLogProbs[id]!]))
spoken.delete('<s>')
spoken.delete('</s>')
const spokenTotal = [...spoken.values()].reduce((a, b) => a + b, 0)

const web = countWords(readWcxb(wcxbFolder, 'train'))
const masc = readMasc(mascFolder)
const written = countWords(masc.filter(({ host }) => host !== 'newspaper' && WRITTEN_CATEGORIES.has(host)))
const papers = masc.filter(({ host }) => host === 'newspaper')

const share =
  ({ counts, total }: WordCounts): Component =>
  (word) =>
    (counts.get(word) ?? 0) / total
const others: Component[] = [(word) => (spoken.get(word) ?? 0) / spokenTotal, share(web), share(written)]
/** Words are classed by how often the written sources hold them. */
const classOf =
  (sources: readonly WordCounts[]): ((word: string) => number) =>
  (word) => {
    const count = sources.reduce((sum, { counts }) => sum + (counts.get(word) ?? 0), 0)
    return CLASS_LIMITS.filter((limit) => count >= limit).length
  }
const weights = mixtureWeights(
  Array.from({ length: FOLDS }, (_, fold) => {
    const rest = countWords(papers.filter((_, i) => i % FOLDS !== fold))
    return {
      counts: countWords(papers.filter((_, i) => i % FOLDS === fold)).counts,
      components: [...others, share(rest)],
      classOf: classOf([web, written, rest]),
    }
  }),
  CLASS_LIMITS.length + 1,
)
for (const [i, row] of weights.entries()) {
  console.log(
    `from ${CLASS_LIMITS[i - 1] ?? 0} occurrences: CMU, WCXB, MASC written, newspaper = ${row.map((w) => w.toFixed(3)).join(', ')}`,
  )
}

const paper = countWords(papers)
const components = [...others, share(paper)]
const wordClass = classOf([web, written, paper])
// A word that only one text has, or that stands fewer than three times, may be a slip of pen or parser.
const known = new Set(spoken.keys())
for (const { counts } of [web, written, paper]) {
  for (const word of counts.keys()) {
    const count = [web, written, paper].reduce((sum, source) => sum + (source.counts.get(word) ?? 0), 0)
    const texts = [web, written, paper].reduce((sum, source) => sum + (source.texts.get(word) ?? 0), 0)
    if (count >= 3 && texts >= 2 && /^[a-zà-ÿ][a-zà-ÿ.'&-]*$/.test(word)) known.add(word)
  }
}
// Both spellings of a word share one entry and their added counts.
const american = installedForms('dictionary-en')
const britishForms = installedForms('dictionary-en-gb')
const isBritishOnly = (word: string): boolean => britishForms.has(word) && !american.has(word)
const britishOf = britishSpellings(
  american,
  britishForms,
  new Set([...known].filter((word) => !isBritishOnly(word))),
)
const probabilities = new Map<string, number>()
for (const word of known) {
  const row = weights[wordClass(word)]!
  const entry = britishOf.get(word) ?? word
  const probability = components.reduce((sum, of, i) => sum + row[i]! * of(word), 0)
  probabilities.set(entry, (probabilities.get(entry) ?? 0) + probability)
}
const mixedTotal = [...probabilities.values()].reduce((a, b) => a + b, 0)
const ranked = [...probabilities.keys()].sort(
  (a, b) => probabilities.get(b)! - probabilities.get(a)! || (a < b ? -1 : 1),
)
const british = [...britishOf]
const rankOf = new Map(ranked.map((word, rank) => [word, rank]))
const table = packStringTable([...ranked, ...british.map(([spelling]) => spelling)])
const bytes = packFile(
  {
    kind: NEWS_UNIGRAMS_KIND,
    version: NEWS_UNIGRAMS_VERSION,
    numbers: { words: ranked.length, unseenLogProb: UNSEEN_LOG_PROB },
    sources: [
      'CMU US English language model, Debian pocketsphinx-en-us, BSD-2',
      'WCXB development pages, CC-BY-4.0, © 2026 Murrough Foley',
      'MASC, tagged edition, American National Corpus',
    ],
    arrays: {
      wordCharacters: table.characters,
      wordOffsets: table.offsets,
      wordSlots: table.slots,
      aliases: Uint32Array.from(british, ([, word]) => rankOf.get(word)!),
      logProbs: Float32Array.from(ranked, (word) =>
        Math.max(UNSEEN_LOG_PROB + 0.1, Math.log10(probabilities.get(word)! / mixedTotal)),
      ),
    },
  },
  (contents) => createHash('sha256').update(contents).digest('hex'),
)
const target = new URL('../models/news-unigrams.bin', import.meta.url)
writeFileSync(target, bytes)
console.log(`${target.pathname}: ${ranked.length} words, ${bytes.length} bytes`)
