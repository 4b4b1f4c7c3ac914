import type { Span } from '../core/span.js'
import { isLowerUnit, isUpperUnit, scanWords } from '../language/scan-words.js'
import type { Agencies } from '../rules/known-names.js'
import { type BoilerplateMatcher, matchBoilerplate, type PhraseRule } from '../rules/match-boilerplate.js'
import { readByline } from './bylines.js'
import { readCredit, trailingCredit } from './credits.js'
import { readDateLine } from './date-line.js'
import { lineDateline } from './dateline.js'
import { findDates } from './dates.js'
import type { Segment, TrailingCredit } from './segment.js'

/** What splitting a line looks things up in. */
export interface SplitResources {
  readonly boilerplate: BoilerplateMatcher
  readonly agencies: Agencies
}

/** A part of a line before it is placed in the text: its span counts in the line. */
export type SplitPart = Pick<Segment, 'start' | 'end' | 'given'> & { readonly credit?: TrailingCredit }

/** The parts of a line that holds several things; null for other lines. Each looks first for what is cheap to find. */
type Splitter = (line: string, resources: SplitResources) => readonly SplitPart[] | null

/** Markdown's marks for headings and quotations, such as our own output has: the words behind them are the line. */
const splitMark: Splitter = (line) => {
  const mark = /^(?:#{1,6}|>) +(?=\S)/.exec(line)
  return mark ? [{ start: mark[0].length, end: line.length, given: null }] : null
}

const LIST_MARKER = /(?<![\p{L}\d])(?:list of \d{1,4} items?|list \d{1,4} of \d{1,4})(?!\d)/giu

/** Screen readers' list positions, read out into the text: `list of 3 items- list 1 of 3Rain in Spain`. */
const splitListMarkers: Splitter = (line) => {
  if (!line.includes('ist ') || !/list (?:of )?\d/i.test(line)) return null
  const markers = [...line.matchAll(LIST_MARKER)].filter(({ index, 0: marker }) => {
    const before = line.slice(Math.max(0, index - 3), index).trimEnd()
    const after = line.slice(index + marker.length, index + marker.length + 3)
    // Glued to what follows or followed by a dash: running text has a space and goes on.
    return (index < 3 || /[-–—•]$/.test(before)) && /^(?:\s*[-–—•:]|[^\s,.;]|\s*$)/.test(after)
  })
  if (markers.length === 0) return null
  const parts: SplitPart[] = []
  let at = 0
  const addItem = (end: number) => {
    const item = trimDashes(line, { start: at, end })
    if (item.end > item.start) {
      parts.push({ ...item, given: parts.length > 0 ? { role: 'related', ruleId: 'split/list-item' } : null })
    }
  }
  for (const { index, 0: marker } of markers) {
    addItem(index)
    at = index + marker.length
    parts.push({ start: index, end: at, given: { role: 'list-marker', ruleId: 'split/list-marker' } })
  }
  addItem(line.length)
  return parts
}

function trimDashes(line: string, { start, end }: Span): Span {
  while (start < end && /[\s\-–—•:]/.test(line[start]!)) start++
  while (end > start && /[\s\-–—•]/.test(line[end - 1]!)) end--
  return { start, end }
}

/** A caption and its credit in brackets, glued to the paragraph that follows: `… Square [File: AP]The army said`. */
const splitGluedCredit: Splitter = (line, { agencies }) => {
  for (const brackets of ['[]', '()']) {
    const open = brackets[0]!
    const shut = brackets[1]!
    for (let close = line.indexOf(shut); close >= 0; close = line.indexOf(shut, close + 1)) {
      const parts = creditBefore(line, open, close, agencies)
      if (parts) return parts
    }
  }
  return null
}

/** The longest credit in brackets, in UTF-16 units. */
const MAX_BRACKET = 120

function creditBefore(line: string, open: string, close: number, agencies: Agencies): SplitPart[] | null {
  if (close + 1 >= line.length) return null
  if (!isUpperUnit(line.charCodeAt(close + 1)) && !/["“‘']/.test(line[close + 1]!)) return null
  const window = Math.max(0, close - MAX_BRACKET)
  const start = window + line.slice(window, close).lastIndexOf(open)
  if (start < Math.max(window, 1)) return null
  const credit = readCredit(line.slice(start, close + 1), agencies)
  if (!credit) return null
  return [
    { start: 0, end: start, given: { role: 'caption', ruleId: 'split/caption-before-credit' } },
    {
      start: start + credit.start,
      end: start + credit.end,
      given: { role: 'credit', ruleId: 'split/credit-in-brackets' },
    },
    { start: close + 1, end: line.length, given: null },
  ]
}

/** Where the last line of an article's frame is looked for a date, in UTF-16 units from its end. */
const DATE_WINDOW = 80

/** A link to another article with its date, and perhaps its readers, glued on: `Rain in Spain25.12.25, 01:53 • 9 views`. */
const splitTitleWithDate: Splitter = (line, { boilerplate }) => {
  if (line.length > 300 || !/\d{4}|\d[./-]\d/.test(line.slice(-DATE_WINDOW))) return null
  if (readDateLine(line)) return null
  const window = Math.max(0, line.length - DATE_WINDOW)
  for (const date of findDates(line.slice(window))) {
    const start = window + date.start
    const end = window + date.end
    const tail = line.slice(end).replace(/^[\s•·|,–-]+/, '')
    const isCounter = tail !== '' && phraseOf(tail, boilerplate)?.role === 'counter'
    const isGlued = start > 0 && !/[\s(,]/.test(line[start - 1]!)
    if (!isCounter && !(tail === '' && isGlued)) continue
    const head = line.slice(0, start).trimEnd()
    const isTitle = head.split(' ').length >= 3 && !/^(?:by|published|updated|posted)\b/i.test(head)
    return [
      {
        start: 0,
        end: head.length,
        given: isTitle ? { role: 'related', ruleId: 'split/title-with-date' } : null,
      },
      {
        start,
        end,
        given: { role: 'date', ruleId: isTitle ? 'split/date-of-title' : 'split/date-after-name' },
      },
      {
        start: line.length - tail.length,
        end: line.length,
        given: { role: 'counter', ruleId: 'split/counter-of-title' },
      },
    ]
  }
  return null
}

function phraseOf(text: string, boilerplate: BoilerplateMatcher): PhraseRule | null {
  const words = scanWords(text)
  return matchBoilerplate(boilerplate, words, 0, words.count, null)
}

/** Byline, date, reading time and the like on one line, parted by bars or bullets. */
const splitFurniture: Splitter = (line, { boilerplate, agencies }) => {
  if (line.length > 200 || !/.[|•·]/.test(line)) return null
  if (readDateLine(line) || lineDateline(line, agencies) || phraseOf(line, boilerplate)) return null
  const parts: { start: number; end: number; isKnown: boolean }[] = []
  let at = 0
  for (const piece of line.split(/[|•·]/)) {
    const trimmed = piece.trim()
    const isKnown =
      readDateLine(trimmed) !== null ||
      readByline(trimmed, agencies) !== null ||
      (phraseOf(piece, boilerplate)?.isCertain ?? false)
    const last = parts.at(-1)
    if (last && !last.isKnown && !isKnown) last.end = at + piece.length
    else if (trimmed !== '') parts.push({ start: at, end: at + piece.length, isKnown })
    at += piece.length + 1
  }
  if (parts.length < 2 || !parts.some(({ isKnown }) => isKnown)) return null
  return parts.map(({ start, end }) => ({ start, end, given: null }))
}

/** Two section names without a space between them: `PoliticsWorld news`. */
const splitGluedSections: Splitter = (line, { boilerplate }) => {
  for (let at = 1; at < line.length; at++) {
    if (!isUpperUnit(line.charCodeAt(at)) || !isLowerUnit(line.charCodeAt(at - 1))) continue
    const isSection = (part: string) => phraseOf(part, boilerplate)?.role === 'section'
    if (!isSection(line.slice(0, at)) && !isSection(line.slice(at))) continue
    const given = { role: 'section', ruleId: 'split/glued-sections' } as const
    return [
      { start: 0, end: at, given },
      { start: at, end: line.length, given },
    ]
  }
  return null
}

/** The longest and shortest caption with its credit on the same line, in UTF-16 units. */
const MIN_CAPTION = 24
const MAX_CAPTION = 700

/** Marks the credit at a line's end. The line stays whole: where it proves to be no caption, the words belong to it. */
const markTrailingCredit: Splitter = (line, { agencies }) => {
  if (line.length > MAX_CAPTION || line.length < MIN_CAPTION) return null
  const credit = trailingCredit(line, agencies)
  if (!credit || credit.bounds.start < 12 || lineDateline(line, agencies)) return null
  const captionEnd = line.slice(0, credit.bounds.start).trimEnd().length
  return [{ start: 0, end: line.length, given: null, credit: { ...credit.credit, captionEnd } }]
}

/** What a splitter looks for in a line, by single characters; see `lineTraits`. */
const TRAIT = { mark: 1, digit: 2, closed: 4, bar: 8, hump: 16, open: 32 } as const

/** A splitter with the traits of which a line must have one for it to be worth trying. */
export interface TraitedSplitter {
  readonly traits: number
  readonly split: Splitter
}

/** In the order in which they are tried; the first that finds something cuts the line. */
export const SPLITTERS: readonly TraitedSplitter[] = [
  { traits: TRAIT.mark, split: splitMark },
  { traits: TRAIT.digit, split: splitListMarkers },
  { traits: TRAIT.closed, split: splitGluedCredit },
  { traits: TRAIT.digit, split: splitTitleWithDate },
  { traits: TRAIT.bar, split: splitFurniture },
  { traits: TRAIT.hump, split: splitGluedSections },
  { traits: TRAIT.open, split: markTrailingCredit },
]

/** What each unit of ASCII, and the bars beyond it, may tell of a line. */
const UNIT_TRAITS = new Uint8Array(0x10000)
for (const digit of '0123456789') UNIT_TRAITS[digit.charCodeAt(0)] = TRAIT.digit
for (const bar of '|•·') UNIT_TRAITS[bar.charCodeAt(0)] = TRAIT.bar

const SENTENCE_MARKS = '.!?"\''

/** The traits of the line from `start` to `end` of `text`, in one pass: most lines have none, and are not split. */
export function lineTraits(text: string, start: number, end: number): number {
  const first = text[start]!
  let traits: number = first === '#' || first === '>' ? TRAIT.mark : 0
  const last = text[end - 1]!
  // A credit at the end has no full stop unless it is in brackets.
  if (!SENTENCE_MARKS.includes(last) || ')]'.includes(text[end - 2] ?? '')) traits |= TRAIT.open
  const isShort = end - start <= 60
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x29 || unit === 0x5d) {
      if (at + 1 < end && text.charCodeAt(at + 1) !== 0x20) traits |= TRAIT.closed
    } else if (isShort && at > start && isUpperUnit(unit) && isLowerUnit(text.charCodeAt(at - 1)))
      traits |= TRAIT.hump
    else traits |= UNIT_TRAITS[unit]!
  }
  return traits
}
