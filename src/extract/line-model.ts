import { weightsOf } from './feature-weights.js'
import { FEATURES, type FeatureTable, WIDTH } from './features.js'
import { LINE_WEIGHTS } from './line-weights.js'

/** Judges each segment by itself: what a page-wide decoder and, later, other models are built on. */
export interface LineModel {
  /** Log odds, base e, that each segment is part of the article's text. */
  logOdds(table: FeatureTable): Float64Array
  /** The feature that speaks most against segment `i` being article text, or most for it. */
  reason(table: FeatureTable, i: number, direction: 'against' | 'for'): string
}

const REASONS = FEATURES.map((name) => `line-model/${name}`)

/** Weights in the order of the features, for each shape. */
const WEIGHTS = [1, 2, 3].map((column) => weightsOf(FEATURES, LINE_WEIGHTS, 'line-weights.ts', column))

/** The weights of `line-weights.ts`: one linear model for each shape of segment. */
export const LINEAR_LINE_MODEL: LineModel = {
  logOdds(table) {
    const odds = new Float64Array(table.shape.length)
    for (let i = 0; i < odds.length; i++) {
      const weights = WEIGHTS[table.shape[i]!]!
      const base = i * WIDTH
      let sum = 0
      for (let f = 0; f < WIDTH; f++) sum += weights[f]! * table.rows[base + f]!
      odds[i] = sum
    }
    return odds
  },
  reason(table, i, direction) {
    const weights = WEIGHTS[table.shape[i]!]!
    const sign = direction === 'for' ? 1 : -1
    let best = 1
    let most = -Infinity
    for (let f = 1; f < WIDTH; f++) {
      const part = sign * weights[f]! * table.rows[i * WIDTH + f]!
      if (part > most) {
        most = part
        best = f
      }
    }
    return REASONS[best]!
  },
}
