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

/**
 * Words of the best sentences by which a page is lifted, where their log odds ought to lie, and how far they are moved. Of
 * 383 development pages cut to the first 60 to 250 words of their article 62 are rejected as plain text without it, and 41
 * in HTML, with it 37 and 17; with a target of 2, which is less than entering and leaving the text costs, 60 and 40.
 */
const BEST_WORDS = 40
const BEST_TARGET = 5
const BEST_REACH = 8

/**
 * The log odds of a page on which nothing was found, moved up until its best sentences may be an article: a short one
 * drowns among much furniture. Whether they are one is then asked of the page as a whole. Null where there is nothing to
 * move.
 */
export function lift(logOdds: Float64Array, mass: Float32Array): Float64Array | null {
  const sentences = [...mass.keys()].filter((i) => mass[i]! > 0).sort((a, b) => logOdds[b]! - logOdds[a]!)
  let words = 0
  const level = sentences.find((i) => {
    words += mass[i]!
    return words >= BEST_WORDS
  })
  if (level === undefined) return null
  const shift = BEST_TARGET - logOdds[level]!
  if (shift <= 0 || shift > BEST_REACH) return null
  return logOdds.map((odds, i) => odds + (mass[i]! > 0 ? shift : shift * SHARE))
}
