/** Where a segment stands: before the article, in its text, among it without being text, or after it. */
export const PLACE = { before: 0, body: 1, aside: 2, after: 3 } as const

const PLACES = 4
const NEVER = -1e9

/**
 * Log odds, base e, that moving from one place to another costs. Tuned on the train sites with
 * `scripts/score-extraction.ts`; twice or half of any changes F1 by less than 0.003.
 */
const ENTER = 2
const LEAVE = 2
const STEP_ASIDE = 1
const STEP_BACK = 1

const MOVES = [
  [0, -ENTER, NEVER, NEVER],
  [NEVER, 0, -STEP_ASIDE, -LEAVE],
  [NEVER, -STEP_BACK, 0, NEVER],
  [NEVER, NEVER, NEVER, 0],
] as const

/**
 * The likeliest place of every segment, given the log odds of each being article text: one main part, with asides in
 * it (Viterbi). All are `before` when no part of the page is likely to be an article.
 */
export function decodePlaces(logOdds: Float64Array): Uint8Array {
  const count = logOdds.length
  const places = new Uint8Array(count)
  if (count === 0) return places
  const from = new Uint8Array(count * PLACES)
  let scores = [0, logOdds[0]! - ENTER, NEVER, NEVER]
  for (let i = 1; i < count; i++) {
    const next = [0, 0, 0, 0]
    for (let to = 0; to < PLACES; to++) {
      let best = -Infinity
      for (let at = 0; at < PLACES; at++) {
        const score = scores[at]! + MOVES[at]![to]!
        if (score > best) {
          best = score
          from[i * PLACES + to] = at
        }
      }
      next[to] = best + (to === PLACE.body ? logOdds[i]! : 0)
    }
    scores = next
  }
  let at: number = PLACE.before
  for (const place of [PLACE.body, PLACE.after]) if (scores[place]! > scores[at]!) at = place
  for (let i = count - 1; i >= 0; i--) {
    places[i] = at
    at = from[i * PLACES + at]!
  }
  return places
}
