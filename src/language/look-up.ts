/** Number of the characters `[start, end)` of `text` in some list of words, without regard to case; -1 when absent. */
export type Find = (text: string, start: number, end: number) => number

/**
 * A function from a word to its number, or to that of the word that comes nearest to it; -1 when there is none. The
 * order of attempts is told at `LanguageModel.id`..
 */
export function createLookUp(find: Find): (word: string) => number {
  const whole = (text: string): number => find(text, 0, text.length)
  const numerals = numeralIds(whole)
  return (word) => {
    const found = whole(word)
    if (found >= 0) return found
    const numeral = numerals.get(word)
    if (numeral !== undefined) return numeral
    if (isInitialism(word)) {
      const letters = findInitials(word, find)
      if (letters >= 0) return letters
    }
    const stem = stemEnd(word)
    if (stem < word.length) {
      const base = find(word, 0, stem)
      if (base >= 0) return base
    }
    const lastPart = word.lastIndexOf('-') + 1
    if (lastPart === 0 || lastPart === word.length) return -1
    const part = find(word, lastPart, word.length)
    return part >= 0 || stem <= lastPart ? part : find(word, lastPart, stem)
  }
}

/** Where the word ends without a possessive ending. */
function stemEnd(word: string): number {
  const last = word.length - 1
  if (isApostrophe(word, last)) return last
  const isS = last > 1 && (word.charCodeAt(last) | 0x20) === 0x73
  return isS && isApostrophe(word, last - 1) ? last - 1 : word.length
}

function isApostrophe(word: string, at: number): boolean {
  const code = word.charCodeAt(at)
  return code === 0x27 || code === 0x2019
}

/** True for letters that each have their stop: `u.s.`, `p.m`. */
function isInitialism(word: string): boolean {
  if (word.length < 3 || word.length > 8) return false
  for (let at = 1; at < word.length; at += 2) if (word.charCodeAt(at) !== 0x2e) return false
  return true
}

/** The word that an initialism's letters make without their stops: news writes "U.S.", the models' text "US". */
function findInitials(word: string, find: Find): number {
  const letters = word.replaceAll('.', '')
  return find(letters, 0, letters.length)
}

const SMALL_NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
const TENS = 'thirty forty fifty sixty seventy eighty ninety'

function numeralIds(find: (text: string) => number): Map<string, number> {
  const ids = new Map<string, number>()
  const add = (digits: number, name: string): void => {
    const id = find(name)
    if (id >= 0) ids.set(String(digits), id)
  }
  for (const [value, name] of SMALL_NUMBERS.split(' ').entries()) add(value, name)
  for (const [index, name] of TENS.split(' ').entries()) add(10 * (index + 3), name)
  return ids
}
