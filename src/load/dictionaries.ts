import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Dictionary } from '../language/spelling.js'
import type { Variety } from '../language/word-set.js'

const PACKAGES: Readonly<Record<Variety, string>> = { american: 'dictionary-en', british: 'dictionary-en-gb' }

/**
 * The installed Hunspell dictionary of a variety. Read without importing its package, whose module reads the same
 * files, but cannot be waited for in the middle of a document.
 * @throws Error that names the package when it is not installed.
 */
export function loadDictionary(variety: Variety): Dictionary {
  const name = PACKAGES[variety]
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(name))
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
    return { aff: read('index.aff'), dic: read('index.dic') }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`cannot read the dictionary of the package ${name}: ${reason}. Reinstall unspin.`, {
      cause: error,
    })
  }
}
