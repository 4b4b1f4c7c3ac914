import type { MarkedLine } from '../core/markup.js'
import { weightsOf } from './feature-weights.js'
import { MARKUP_FEATURES, MARKUP_WIDTH, markupRows } from './markup-evidence.js'
import { MARKUP_WEIGHTS } from './markup-weights.js'

const WEIGHTS = weightsOf(MARKUP_FEATURES, MARKUP_WEIGHTS, 'markup-weights.ts')

/** The log odds, base e, of each segment being article text, by its words and its markup together. */
export function withMarkup(odds: Float64Array, lines: readonly (MarkedLine | null)[]): Float64Array {
  const rows = markupRows(odds, lines)
  return odds.map((own, i) => {
    if (!lines[i]) return own
    let sum = 0
    for (let f = 0; f < MARKUP_WIDTH; f++) sum += rows[i * MARKUP_WIDTH + f]! * WEIGHTS[f]!
    return sum
  })
}
