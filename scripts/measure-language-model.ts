/**
 * Prints size, time to load, time per look-up and perplexity of a language model.
 *
 *     npx tsx scripts/measure-language-model.ts wcxb-dev/gold masc_tagged [model file…]
 *
 * Without a model file, `models/language-model.bin` is measured. Perplexity is given for the WCXB pages of the sites
 * that site-split.ts keeps `held-out`, and for MASC's newspaper texts (whose word frequencies the shipped model has
 * seen). Marks are skipped, as the decoder skips them; numbers and words outside the first model's vocabulary are read
 * but not scored, so that several models are scored on the same words.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LanguageModel } from '../src/language/language-model.js'
import { openNgramModel } from '../src/language/ngram-model.js'
import { parse } from '../src/language/parse.js'
import { loadEnglishParser } from '../src/load/english-parser.js'
import { readMasc } from './corpus/read-masc.js'
import { type CorpusText, readWcxb } from './corpus/read-wcxb.js'
import { perplexity, type ScoredSentence } from './language-model/perplexity.js'

const [wcxbFolder, mascFolder, ...paths] = process.argv.slice(2)
if (wcxbFolder === undefined || mascFolder === undefined) {
  console.error(
    'usage: npx tsx scripts/measure-language-model.ts <wcxb-dev/gold> <masc_tagged> [model file…]',
  )
  process.exit(2)
}
if (paths.length === 0) paths.push(fileURLToPath(new URL('../models/language-model.bin', import.meta.url)))

const parser = loadEnglishParser()
const first = openNgramModel(bytesOf(paths[0]!))
const texts: Readonly<Record<string, readonly ScoredSentence[]>> = {
  'WCXB held-out': sentences(readWcxb(wcxbFolder, 'held-out')),
  'MASC newspaper': sentences(readMasc(mascFolder).filter(({ host }) => host === 'newspaper')),
}
for (const path of paths) {
  const began = process.cpuUsage()
  const buffer = bytesOf(path)
  const model = openNgramModel(buffer)
  const { user, system } = process.cpuUsage(began)
  const loaded = (user + system) / 1000
  console.log(`${path}: ${buffer.byteLength} bytes, loaded in ${loaded.toFixed(1)} ms of CPU`)
  for (const [name, list] of Object.entries(texts)) {
    const count = list.reduce((sum, { counts }) => sum + counts.filter(Boolean).length, 0)
    console.log(`  perplexity on ${name}: ${perplexity(model, list).toFixed(1)} over ${count} words`)
  }
  console.log(`  ${lookUpTimes(model, texts['WCXB held-out']!)}`)
}

function bytesOf(path: string): ArrayBuffer {
  const bytes = readFileSync(path)
  // A file of this size has a buffer of its own.
  return bytes.buffer as ArrayBuffer
}

function sentences(corpus: readonly CorpusText[]): ScoredSentence[] {
  return corpus.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) =>
      parse(paragraph, parser).map(({ tokens }) => {
        const words = tokens.filter(({ kind }) => kind === 'word' || kind === 'number')
        return {
          words: words.map(({ key }) => key),
          counts: words.map(({ kind, key }) => kind === 'word' && first.id(key) !== first.unknown),
        }
      }),
    ),
  )
}

/**
 * Nanoseconds of CPU per look-up, the best of five runs: for running text, and as a decoder asks, that is 12 words of the
 * text's vocabulary at each place after each of 12 histories.
 */
function lookUpTimes(model: LanguageModel, list: readonly ScoredSentence[]): string {
  const ids = Uint32Array.from(list.slice(0, 4000).flatMap(({ words }) => words.map(model.id)))
  const running = best(() => {
    let sum = 0
    for (let at = 2; at < ids.length; at++) sum += model.logProb(ids[at - 2]!, ids[at - 1]!, ids[at]!)
    return [sum, ids.length - 2]
  })
  const width = 12
  const lattice = best(() => {
    let sum = 0
    let count = 0
    for (let at = width; at + width < ids.length; at += width) {
      for (let left = 0; left < width; left++) {
        const left1 = ids[at - 1 - left]!
        const history = model.history(ids[at - width]!, left1)
        for (let word = 0; word < width; word++) sum += model.logProbFrom(history, left1, ids[at + word]!)
        count += width
      }
    }
    return [sum, count]
  })
  return `${running.toFixed(0)} ns per logProb in running text, ${lattice.toFixed(0)} ns per logProbFrom in a lattice`
}

function best(run: () => [sum: number, count: number]): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round++) {
    const began = process.cpuUsage()
    const [, count] = run()
    const { user, system } = process.cpuUsage(began)
    least = Math.min(least, ((user + system) * 1e3) / count)
  }
  return least
}
