/** The share of a page's sentences, counted in words, whose log odds lie at or below the page's level. */
const LEVEL = 0.7
/** Where a page's level ought to lie at least, and how far a page is moved to reach it, in log odds, base e. */
const TARGET = 3
const REACH = 4
/** How much of that lines without sentences are moved; a menu stays one on a short page too. */
const SHARE = 0.5

/**
 * The log odds with a page that is judged low as a whole moved up. On a short page the furniture is near every line
 * and all sentences are judged low, though most of them must be the article. A page of which the best sentences are
 * judged very low is left as it is: it holds no article. Held-out F1 rises from 0.9247 to 0.9287 on whole pages and
 * from 0.9441 to 0.9481 on neighbourhoods; a target of 2.5 gives 0.9280 and 0.9472.
 */
export function calibrate(logOdds: Float64Array, mass: Float32Array): Float64Array {
  const sentences: number[] = []
  let total = 0
  for (let i = 0; i < mass.length; i++) {
    if (mass[i] === 0) continue
    sentences.push(i)
    total += mass[i]!
  }
  sentences.sort((a, b) => logOdds[a]! - logOdds[b]!)
  let sum = 0
  const level = sentences.find((i) => {
    sum += mass[i]!
    return sum >= LEVEL * total
  })
  if (level === undefined) return logOdds
  const shift = TARGET - logOdds[level]!
  if (shift <= 0 || shift > REACH) return logOdds
  return logOdds.map((odds, i) => odds + (mass[i]! > 0 ? shift : shift * SHARE))
}
