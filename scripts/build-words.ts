/**
 * Writes `models/words.bin`, every form of the installed `dictionary-en` and `dictionary-en-gb`.
 *
 *     npx tsx scripts/build-words.ts
 */
import { writeFileSync } from 'node:fs'
import { installedForms, installedVersion } from './dictionary/installed.js'
import { packWords } from './dictionary/pack-words.js'

const american = installedForms('dictionary-en')
const british = installedForms('dictionary-en-gb')
const bytes = packWords(
  { american, british },
  (['dictionary-en', 'dictionary-en-gb'] as const).map(
    (name) => `npm ${name} ${installedVersion(name)}, from SCOWL`,
  ),
)
const target = new URL('../models/words.bin', import.meta.url)
writeFileSync(target, bytes)
console.log(`${target.pathname}: ${new Set([...american, ...british]).size} forms, ${bytes.length} bytes`)
