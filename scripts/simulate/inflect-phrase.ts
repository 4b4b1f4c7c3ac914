import { type Analysis, analyse, type Inflection, inflect } from '../../src/language/inflection.js'

const PARTICLES = new Set(
  'about after against around as at away back by down for from in into of off on out over round the to together up upon with'.split(
    ' ',
  ),
)

/**
 * `phrase` with the ending. Of several words the one is inflected that carries it: the first before a particle
 * ("make use of" gives "makes use of"), else the last.
 */
export function inflectPhrase(phrase: string, inflection: Inflection): string {
  const words = phrase.split(' ')
  const at = words.slice(1).some((word) => PARTICLES.has(word)) ? 0 : words.length - 1
  words[at] = inflect(words[at]!, inflection)
  return words.join(' ')
}

/**
 * The verb and noun forms that `word` may be. Degrees are left out: tools take "leader" for a noun, not for more than
 * "lead".
 */
export function analyseForms(word: string): Analysis[] {
  return analyse(word).filter(
    ({ inflection }) => inflection !== 'comparative' && inflection !== 'superlative',
  )
}
