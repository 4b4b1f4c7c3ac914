import { MONTH_NAMES, WEEKDAY_NAMES } from './month-names.js'
import { hashWord, type ScannedWords, scanWords, WORD_KIND } from './scan-words.js'

/** The sign that stands in a template for numbers, dates and times. */
const MASK = '#'
const MASK_HASH = hashWord(MASK)

const DATE_NAMES: ReadonlySet<number> = new Set(
  [...MONTH_NAMES.keys(), ...WEEKDAY_NAMES].map((name) => hashWord(name)),
)
const HALVES_OF_DAY: ReadonlySet<number> = new Set([hashWord('am'), hashWord('pm')])

/** Two hashes of the words in one number of 53 bits: two lines collide about once in 10^15 pairs. 0 for no words. */
export function lineKey(
  { hash, kind }: Pick<ScannedWords, 'hash' | 'kind'>,
  from: number,
  to: number,
): number {
  let low = 0
  let high = 0
  for (let k = from; k < to; k++) {
    if (kind[k] === WORD_KIND.symbol) continue
    low = Math.imul(low ^ hash[k]!, 0x01000193) + 1
    high = Math.imul(high + hash[k]!, 0x85ebca6b) ^ (high >>> 13)
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0)
}

/**
 * As `lineKey`, equal too for lines that differ in numbers, dates and times alone; 0 where nothing else stands. It is the
 * key of the line's template as well: `templateKey(templateOf(line)) === templateKey(line)`.
 */
export function templateKey(words: ScannedWords, from: number, to: number): number {
  let isPlain = true
  for (let k = from; k < to && isPlain; k++) isPlain = !isNumber(words, k) && !isDateName(words, k)
  if (isPlain) return lineKey(words, from, to)
  const template = templateWords(words, from, to)
  if (template.every((k) => k < 0)) return 0
  const hash = Int32Array.from(template, (k) => (k < 0 ? MASK_HASH : words.hash[k]!))
  const kind = new Uint8Array(template.length).fill(WORD_KIND.lower)
  return lineKey({ hash, kind }, 0, template.length)
}

/** The template of a line, for people: `Nov. 3, 2024 · 12 comments` gives `# comments`. */
export function templateOf(line: string): string {
  const words = scanWords(line)
  return templateWords(words, 0, words.count)
    .map((k) => (k < 0 ? MASK : folded(line.slice(words.start[k], words.end[k]))))
    .join(' ')
}

/**
 * The words of a template by their index; -1 for a run of masked ones. A run of words that dates and times are made of is
 * masked where it holds a number or two names: "may" alone is a verb, and "am" another.
 */
function templateWords(words: ScannedWords, from: number, to: number): number[] {
  const template: number[] = []
  let run: number[] = []
  const endRun = () => {
    const isDate = run.some((k) => isNumber(words, k)) || run.filter((k) => isDateName(words, k)).length > 1
    template.push(...(isDate ? [-1] : run))
    run = []
  }
  for (let k = from; k < to; k++) {
    if (words.kind[k] === WORD_KIND.symbol && words.hash[k] !== MASK_HASH) continue
    if (isNumber(words, k) || isDateName(words, k) || HALVES_OF_DAY.has(words.hash[k]!)) run.push(k)
    else {
      endRun()
      template.push(k)
    }
  }
  endRun()
  return template
}

function isNumber({ hash, kind }: ScannedWords, k: number): boolean {
  return kind[k] === WORD_KIND.number || hash[k] === MASK_HASH
}

function isDateName({ hash }: ScannedWords, k: number): boolean {
  return DATE_NAMES.has(hash[k]!)
}

/** The word as `scanWords` hashes it: by UTF-16 units, of which those that become two stay. */
function folded(word: string): string {
  const units = word
    .replace(/['’]s$/i, '')
    .replaceAll('’', "'")
    .split('')
  return units.map((unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit)).join('')
}
