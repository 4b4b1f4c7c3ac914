import type { Habits } from './flat-profile.js'
import type { PilePage } from './observe.js'

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
/** Fewer numbers than this tell nothing. */
const LEAST_NUMBERS = 20
/** Of the small numbers in news nearly half are words; where fewer are left than this, a spinner took them. */
const MOST_WORDS_LEFT = 0.1
const LOG_ORIGINAL = -1.7

/** The habit of writing digits for number words, where small numbers stand almost never as words. */
export function findDigitHabit(pile: readonly PilePage[]): Pick<Habits, 'digits'> {
  let words = 0
  let digits = 0
  for (const { sentences } of pile) {
    for (const { tokens } of sentences) {
      for (const { key } of tokens) {
        if (NUMBER_WORDS.includes(key)) words++
        else if (/^(?:[1-9]|10)$/.test(key)) digits++
      }
    }
  }
  const isHabit = words + digits >= LEAST_NUMBERS && words < MOST_WORDS_LEFT * (words + digits)
  return isHabit ? { digits: { words: NUMBER_WORDS, log_original: LOG_ORIGINAL } } : {}
}
