import { MONTH_NAMES } from '../language/month-names.js'
import { isDigitUnit, isWordUnit } from '../language/scan-words.js'

/** A date, with its time of day where one follows it, found in a text. */
export interface FoundDate {
  readonly start: number
  readonly end: number
  /** ISO 8601; null where the digits could mean two days or no year is given. */
  readonly value: string | null
  /** Which of two readings of `03/04/2024` its digits prove, if either. */
  readonly proves: DateOrder | null
}

/** Whether the day or the month comes first in dates of digits. */
export type DateOrder = 'day-first' | 'month-first'

const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y
const DIGITS = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d./-]\d|\d)/y
const MONTH_FIRST = /(\p{L}{3,12})\.? {0,2}(\d{1,2})(?:st|nd|rd|th)?(?:,? {1,2}(\d{4}))?(?!\d)/uy
const DAY_FIRST =
  /(\d{1,2})(?:st|nd|rd|th|\.|º)?[ -]{1,2}(?:of |de )?(\p{L}{3,12})\.?(?:[ ,-]{1,2}(?:de )?(\d{4}|\d{2}(?=[ ,|]|$)))?(?!\d)/uy
const EAST_ASIAN = /(\d{4})[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일]/y
const TIME =
  /(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:\.\d{1,9})?)? ?(?:([ap])\.?m\b\.?)?(?: ?\(?(Z\b|(?:GMT|UTC)[+-]\d{1,2}(?::?\d{2})?\b|[A-Z]{2,5}\b|[+-]\d{2}:?\d{2})\)?)?/iy
const BARE_HOUR = /(\d{1,2}) ?([ap])\.?m\b\.?/iy
const LETTERS = /\p{L}{3,12}/uy
const BETWEEN = /(?:T(?=\d)|,? {0,2}(?:-|–|—|\||•|·|at|um|à|às|в|о)? {0,2})/iy

/** Hours from Greenwich of the zone names that mean one thing only. */
const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZDT: '+13:00',
  NZST: '+12:00',
  SGT: '+08:00',
  HKT: '+08:00',
} // prettier-ignore

/**
 * The date that begins at `at`, with its time, or null. `order` decides dates of digits that could be read two ways;
 * dates with points (`25.12.25`) are day first. A year of two digits is of this century.
 */
export function dateAt(text: string, at: number, order: DateOrder | null = null): FoundDate | null {
  const day = dayAt(text, at, order)
  if (!day) return null
  const between = match(BETWEEN, text, day.end)
  const time = between && timeAt(text, day.end + between[0].length)
  if (!time) return day
  return { ...day, end: time.end, value: day.value && `${day.value}T${time.value}` }
}

/** Every date in `text`, which should be a line of moderate length; dates may be glued to a word before them. */
export function findDates(text: string, order: DateOrder | null = null): FoundDate[] {
  const found: FoundDate[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (!isWordUnit(unit)) continue
    const before = at > 0 ? text.charCodeAt(at - 1) : 0x20
    const begins = isDigitUnit(unit) ? !isDigitUnit(before) : !isWordUnit(before) || isHump(before, unit)
    const date = begins && mayBeginDate(text, at) ? dateAt(text, at, order) : null
    if (!date) continue
    found.push(date)
    at = date.end - 1
  }
  return found
}

/** False for most words: dates begin with a digit or with the name of a month. */
function mayBeginDate(text: string, at: number): boolean {
  if (isDigitUnit(text.charCodeAt(at))) return true
  const word = match(LETTERS, text, at)?.[0]
  return word !== undefined && MONTH_NAMES.has(word.toLowerCase())
}

/** True where a lower-case letter or digit meets an upper-case letter, as where two lines were glued. */
function isHump(before: number, unit: number): boolean {
  return String.fromCharCode(unit).toLowerCase() !== String.fromCharCode(unit) && isWordUnit(before)
}

/** A time of day that begins at `at`: `HH:MM[:SS]` with its zone where that is known, and where it ends. */
export function timeAt(text: string, at: number): { readonly value: string; readonly end: number } | null {
  const hour = match(BARE_HOUR, text, at)
  const clock = match(TIME, text, at)
  if (!clock) return hour && bareHour(hour, at)
  const [whole, hours, minutes, seconds, half, zone] = clock
  const h = hourOf(Number(hours), half)
  if (h === null || Number(minutes) > 59) return null
  const offset = zone === undefined ? '' : offsetOf(zone)
  // A word in capitals after a time need not be its zone.
  const length = offset === null ? whole.slice(0, whole.lastIndexOf(zone!)).trimEnd().length : whole.length
  return {
    value: `${pad(h)}:${minutes}${seconds ? `:${seconds}` : ''}${offset ?? ''}`,
    end: at + length,
  }
}

/** A zone's distance from Greenwich as ISO 8601 writes it; empty for a zone whose name means several, null for none. */
function offsetOf(zone: string): string | null {
  const distance = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone)
  if (distance) return `${distance[1]}${pad(Number(distance[2]))}:${distance[3] ?? '00'}`
  const name = zone.toUpperCase()
  return ZONES[name] ?? (/^(?:E?[CMP]?T|IST|BST|CST|AST|LOCAL)$/.test(name) ? '' : null)
}

function bareHour(hour: RegExpExecArray, at: number): { value: string; end: number } | null {
  const h = hourOf(Number(hour[1]), hour[2])
  return h === null ? null : { value: `${pad(h)}:00`, end: at + hour[0].length }
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function dayAt(text: string, at: number, order: DateOrder | null): FoundDate | null {
  const iso = match(ISO, text, at) ?? match(EAST_ASIAN, text, at)
  if (iso) {
    const parts = iso.length === 5 ? [iso[1], iso[3], iso[4]] : iso.slice(1)
    return found(at, iso[0].length, Number(parts[0]), Number(parts[1]), Number(parts[2]))
  }
  const digits = match(DIGITS, text, at)
  if (digits) return digitsDate(digits, at, order)
  const monthFirst = match(MONTH_FIRST, text, at)
  const month = monthFirst && MONTH_NAMES.get(monthFirst[1]!.toLowerCase())
  if (monthFirst && month)
    return found(at, monthFirst[0].length, yearOf(monthFirst[3]), month, Number(monthFirst[2]))
  const dayFirst = match(DAY_FIRST, text, at)
  const named = dayFirst && MONTH_NAMES.get(dayFirst[2]!.toLowerCase())
  if (dayFirst && named) return found(at, dayFirst[0].length, yearOf(dayFirst[3]), named, Number(dayFirst[1]))
  return null
}

function digitsDate(digits: RegExpExecArray, at: number, order: DateOrder | null): FoundDate | null {
  const [first, second] = [Number(digits[1]), Number(digits[3])]
  const year = yearOf(digits[4])
  const proves = first > 12 ? 'day-first' : second > 12 ? 'month-first' : null
  const decided = proves ?? (digits[2] === '.' || first === second ? 'day-first' : order)
  const [day, month] = decided === 'month-first' ? [second, first] : [first, second]
  const date = found(at, digits[0].length, year, month, day)
  if (!date) return null
  return { ...date, value: decided ? date.value : null, proves: digits[2] === '.' ? null : proves }
}

function found(
  at: number,
  length: number,
  year: number | null,
  month: number,
  day: number,
): FoundDate | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  if (year !== null && (year < 1900 || year > 2099)) return null
  const value = year === null ? null : `${year}-${pad(month)}-${pad(day)}`
  return { start: at, end: at + length, value, proves: null }
}

function yearOf(digits: string | undefined): number | null {
  if (digits === undefined) return null
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
