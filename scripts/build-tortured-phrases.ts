/**
 * Writes `rules/phrases/tortured-phrases.yml` from the fingerprints of the Problematic Paper Screener: a file of
 * lines with the phrase as seen, a tab, and a note of the established term.
 *
 *     npx tsx scripts/build-tortured-phrases.ts pps.tsv
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { tokenise } from '../src/language/tokenise.js'
import type { PhrasePack } from '../src/rules/phrase-pack.js'
import { cleanTerm } from './phrases/clean-term.js'

const HEADER = `# Made by scripts/build-tortured-phrases.ts; add phrases of your own in a file beside this one.
#
# Terms of science writing as paper mills have paraphrased them, and the established term for each.
`

const PACK: Omit<PhrasePack, 'phrases'> = {
  id: 'tortured-phrases',
  families: ['tortured-phrases'],
  source:
    'Fingerprints of the Problematic Paper Screener by Guillaume Cabanac, Cyril Labbé and Alexander Magazinov, ' +
    'release of 2026-03-06, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Changed: terms are in lower ' +
    'case, remarks are taken off, and entries without a certain term are left out.',
  weight: 0.9,
  lead: 1.5,
  examples: [
    {
      from: 'We train a profound neural organization on huge information to recognise bosom malignancy.',
      to: 'We train a deep neural network on big data to recognise breast cancer.',
    },
    { keep: 'The brain is an organ that profits from a huge network of blood vessels.' },
  ],
}

const path = process.argv[2]
if (path === undefined) throw new Error('expected the path of the list, such as pps.tsv')
const rows = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line.includes('\t'))
  .map((line) => line.split('\t') as [string, string])
const terms = rows.map(([seen, note]) => [toKeys(seen), cleanTerm(note)] as const)
const established = new Set(terms.flatMap(([, originals]) => originals))
// Some fingerprints are established terms themselves, where only their use gives them away.
const kept = terms
  .map(([seen, originals]) => [seen, originals.filter((original) => isTerm(original, seen))] as const)
  .filter(([seen, originals]) => originals.length > 0 && !established.has(seen))
  .sort(([a], [b]) => (a < b ? -1 : 1))
const phrases = Object.fromEntries(
  kept.map(([seen, originals]) => [seen, originals.length === 1 ? originals[0]! : originals]),
)
const { examples, ...head } = PACK
const yaml = stringify({ ...head, examples, phrases }, { lineWidth: 110, flowCollectionPadding: false })
writeFileSync(new URL('../rules/phrases/tortured-phrases.yml', import.meta.url), HEADER + yaml)
console.log(`${Object.keys(phrases).length} of ${rows.length} phrases`)

/** A note much longer than the phrase describes the term rather than naming it. */
function isTerm(original: string, seen: string): boolean {
  return original !== seen && original.split(' ').length <= 2 * seen.split(' ').length
}

/** The phrase as the tokens of a text are matched. */
function toKeys(phrase: string): string {
  return tokenise(phrase)
    .map(({ key }) => key)
    .join(' ')
}
