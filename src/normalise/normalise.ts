import { type Document, revise } from '../core/document.js'
import { apostrophes } from './apostrophes.js'
import { c1Controls } from './c1-controls.js'
import { composition } from './composition.js'
import { controlCharacters } from './control-characters.js'
import { curlyQuotes } from './curly-quotes.js'
import { doubledWords } from './doubled-words.js'
import { lightEmphasis, strikeThrough, strongEmphasis, underlinedEmphasis } from './emphasis.js'
import { entities } from './entities.js'
import type { Fixer, NormaliseOptions } from './fixer.js'
import { hardWraps } from './hard-wraps.js'
import { ligatures } from './ligatures.js'
import { lineBreaks } from './line-breaks.js'
import { lostBytes } from './lost-bytes.js'
import { markdownImages, markdownLinks } from './markdown-links.js'
import { mojibake } from './mojibake.js'
import { spaces } from './spaces.js'
import { straightQuotes } from './straight-quotes.js'
import { tags } from './tags.js'
import { traitsOf } from './traits.js'
import { urlSpaces } from './url-spaces.js'
import { whiteSpace } from './white-space.js'

export const DEFAULT_NORMALISE_OPTIONS: NormaliseOptions = { quotes: 'straight' }

/** From the outermost layer of damage to the innermost: what one fixer uncovers, the next ones see. */
const FIXERS: readonly Fixer[] = [
  entities,
  mojibake,
  lostBytes,
  c1Controls,
  controlCharacters,
  lineBreaks,
  spaces,
  ligatures,
  composition,
  tags,
  markdownImages,
  markdownLinks,
  strongEmphasis,
  underlinedEmphasis,
  lightEmphasis,
  strikeThrough,
  apostrophes,
  straightQuotes,
  curlyQuotes,
  whiteSpace,
  urlSpaces,
  doubledWords,
  hardWraps,
]

/** Layers of damage after which a text is left as it is; each takes one round, and two are the most that was seen. */
const MAX_ROUNDS = 12

/**
 * The document with its text in plain, standard form: no markup, no mojibake, one kind of space, line break and
 * quotation mark. The fixers run until none has anything to do, so that a normalised text stays as it is. Each fixer
 * that changes something adds a revision.
 */
export function normalise(
  document: Document,
  options: NormaliseOptions = DEFAULT_NORMALISE_OPTIONS,
): Document {
  let current = document
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = runFixers(current, options)
    if (next === current) break
    current = next
  }
  return current
}

function runFixers(document: Document, options: NormaliseOptions): Document {
  let current = document
  let traits = traitsOf(document.text)
  for (const fixer of FIXERS) {
    if ((traits & fixer.traits) === 0) continue
    const edits = fixer.fix(current.text, options)
    if (edits.length === 0) continue
    current = revise(current, 'normalise', edits)
    // Traits are only ever added in a round: a fixer that looks in vain costs little.
    for (const { replacement } of edits) if (replacement) traits |= traitsOf(replacement)
  }
  return current
}
