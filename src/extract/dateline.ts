import type { Dateline } from '../core/document.js'
import type { Span } from '../core/span.js'
import type { Agencies } from '../rules/known-names.js'
import { dateAt } from './dates.js'

/** A dateline and where it stands. */
export interface FoundDateline {
  readonly dateline: Dateline
  readonly span: Span
  /** The medium that a line such as `City • NAME` names; null elsewhere. */
  readonly publisher: string | null
}

/** The longest dateline, in UTF-16 units. */
const MAX_LENGTH = 100

/** A place: one to five words, with capitals, points and commas. */
const PLACE =
  /(?:\p{Lu}[\p{L}\p{M}.'’/-]*)(?:,? (?:\p{Lu}[\p{L}\p{M}.'’/-]*|de|of|the|la|el|al|du|da|do|di|am|and)){0,6}/uy
const AGENCY = /[([/] ?([\p{L}][\p{L}\d .&'’-]{0,38}?)(?:,? via [\p{L} .-]{1,30})? ?[)\]/]/uy
const PARTED = /^ ?(?:—|–|--|- |: )/

/**
 * The dateline that the paragraph begins with: `Dec. 31 (UPI)`, `KYIV (Reuters)`, `SEOUL, South Korea (AP)`,
 * `MOSCOW, Dec 31 (TASS)`, `WASHINGTON —`. Null where the paragraph begins otherwise.
 */
export function leadDateline(paragraph: string, agencies: Agencies): FoundDateline | null {
  const head = paragraph.slice(0, MAX_LENGTH)
  let at = 0
  const day = dateAt(head, 0)
  const place = day ? null : placeAt(head)
  at = day ? day.end : (place?.length ?? 0)
  if (at === 0) return leadAgency(head, agencies)
  let date = day
  if (!date) {
    const gap = /^[,.]? /.exec(head.slice(at))
    const after = gap && dateAt(head, at + gap[0].length)
    if (after) {
      date = after
      at = after.end
    }
  }
  const gap = /^[.,]? ?/.exec(head.slice(at))![0].length
  AGENCY.lastIndex = at + gap
  const bracket = AGENCY.exec(head)
  const isPlain = date !== null || (place !== null && isCapitals(place))
  const isParted = bracket !== null && PARTED.test(head.slice(bracket.index + bracket[0].length))
  const named = bracket ? bracket[1]!.trim() : ''
  const isKnown = isAgency(named, agencies)
  // An agency that no list knows is told by all that stands around it.
  const isUnlisted = isPlain && isParted && NAME.test(named) && !isSpeltOut(place, named)
  const agency = isKnown || isUnlisted ? named : null
  if (bracket && agency && (isPlain || isParted)) {
    at = bracket.index + bracket[0].length
    return make(head.slice(0, at), place, agency, date?.value ?? null, { start: 0, end: at }, null)
  }
  // Without an agency only a place in capitals before a dash is sure to be one.
  if (place && isCapitals(place) && PARTED.test(head.slice(at)) && paragraph.length > at + 20) {
    return make(head.slice(0, at), place, null, date?.value ?? null, { start: 0, end: at }, null)
  }
  return null
}

/** The name of an agency: one to three words with capitals. */
const NAME = /^\p{Lu}[\p{L}\d.&'’-]*(?: \p{Lu}[\p{L}\d.&'’-]*){0,2}$/u

/** True for what an abbreviation stands for: `WHO (World Health Organization)`. */
function isSpeltOut(place: string | null, name: string): boolean {
  return place !== null && name.replace(/[^\p{Lu}]/gu, '') === place
}

/** `(Reuters) -` at the start of a paragraph. */
function leadAgency(head: string, agencies: Agencies): FoundDateline | null {
  AGENCY.lastIndex = 0
  const bracket = AGENCY.exec(head)
  if (!bracket || !isAgency(bracket[1]!, agencies) || !PARTED.test(head.slice(bracket[0].length))) return null
  return make(bracket[0], null, bracket[1]!.trim(), null, { start: 0, end: bracket[0].length }, null)
}

/**
 * The dateline that a line holds alone: as in `leadDateline` with nothing after it, or `City • NAME`, which names the
 * page's medium. Null for other lines.
 */
export function lineDateline(line: string, agencies: Agencies): FoundDateline | null {
  if (line.length > MAX_LENGTH) return null
  const parts = /^(\p{Lu}[\p{L}\p{M}' -]{1,30}?) ?[•·] ?(\p{L}[\p{L}\d&.' -]{1,24})$/u.exec(line)
  if (parts) {
    const [, place, name] = parts
    const known = agencies.has(name!.toLowerCase())
    if (!known && !/^[\p{Lu}\d]{2,8}$|\.[a-z]{2,4}$/u.test(name!)) return null
    if (!/^\p{Lu}[\p{Ll}\p{M}'-]+(?: \p{Lu}[\p{Ll}\p{M}'-]+){0,3}$|^[\p{Lu} '-]{3,30}$/u.test(place!))
      return null
    return make(line, place!, known ? name! : null, null, { start: 0, end: line.length }, name!)
  }
  const lead = leadDateline(`${line} — `.padEnd(MAX_LENGTH, 'x'), agencies)
  const rest = lead && line.slice(lead.span.end)
  const agency = lead?.dateline.agency
  return lead && agency && isAgency(agency, agencies) && /^[\s—–:.-]*$/.test(rest!) ? lead : null
}

function make(
  raw: string,
  place: string | null,
  agency: string | null,
  date: string | null,
  span: Span,
  publisher: string | null,
): FoundDateline {
  return { dateline: { raw, place, agency, date: date?.slice(0, 10) ?? null }, span, publisher }
}

function placeAt(head: string): string | null {
  PLACE.lastIndex = 0
  const place = PLACE.exec(head)?.[0] ?? null
  if (!place) return null
  // A month that follows the place is no part of it.
  const month = /,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\p{L}*\.?$/u.exec(place)
  return (month ? place.slice(0, month.index) : place).replace(/[.,]$/, '')
}

/** Words in capitals that stand before a dash like a place and are none. */
const LABELS = new Set(
  'WATCH UPDATE UPDATED BREAKING LIVE OPINION ANALYSIS EXCLUSIVE VIDEO NOTE NATO'.split(' '),
)

function isAgency(name: string, agencies: Agencies): boolean {
  return agencies.has(name.trim().toLowerCase())
}

function isCapitals(place: string): boolean {
  const first = place.split(/[, ]/)[0]!
  return (
    first.length >= 3 && first === first.toUpperCase() && first !== first.toLowerCase() && !LABELS.has(first)
  )
}
