import { readFileSync } from 'node:fs'
import { tokenise } from '../../../src/language/tokenise.js'
import type { Spinner } from '../spin.js'
import { replacing } from '../spun.js'
import { pickByMass, uniform } from '../uniform.js'

/** Share of its words that this spinner replaces, and how it chooses among the synonyms of one word. */
const COVERAGE = 0.75
const SYNONYM_MASSES = [0.7, 0.15, 0.1, 0.05]

/**
 * A spinner that draws on another thesaurus than the decoder's: Moby's. One word always becomes the same other one;
 * lower-case words of any place are replaced, those beside punctuation too.
 */
export function createOtherSourceSpinner(seed: string): Spinner {
  const synonyms = readMoby()
  const chosen = new Map<string, string>()
  for (const [word, list] of synonyms) {
    if (uniform(seed, 'cover', word) >= COVERAGE) continue
    const index = pickByMass(SYNONYM_MASSES.slice(0, list.length), uniform(seed, 'synonym', word))
    chosen.set(word, list[index]!)
  }
  return (paragraph) =>
    replacing(
      paragraph,
      tokenise(paragraph).flatMap(({ key, lowerCase, start, end }) => {
        const written = lowerCase ? chosen.get(key) : undefined
        return written === undefined ? [] : [{ start, end, written }]
      }),
    )
}

/** The words of `moby.txt` with their synonyms. */
function readMoby(): Map<string, string[]> {
  const lines = readFileSync(new URL('./moby.txt', import.meta.url), 'utf8').split('\n')
  return new Map(
    lines
      .filter((line) => line.includes(': ') && !line.startsWith('#'))
      .map((line) => {
        const [word, list] = line.split(': ')
        return [word!, list!.split(' ')]
      }),
  )
}
