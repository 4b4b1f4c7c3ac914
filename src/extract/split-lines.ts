import type { Span } from '../core/span.js'
import { isLowerUnit, isUpperUnit, scanWords } from '../language/scan-words.js'
import type { Agencies } from '../rules/known-names.js'
import { type BoilerplateMatcher, matchBoilerplate } from '../rules/match-boilerplate.js'
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
type Part = Pick<Segment, 'start' | 'end' | 'given'> & { readonly credit?: TrailingCredit }

/** Tries to split a line; null when it holds one thing. */
type Splitter = (line: string, resources: SplitResources) => readonly Part[] | null

/**
 * The lines of `text`, those that hold several things cut into their parts. White space, and the joints between
 * parts (dashes, brackets, bullets), lie outside the segments.
 */
export function splitLines(text: string, resources: SplitResources): Segment[] {
  const segments: Segment[] = []
  let breaks = 2
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const line = trimSpan(text, { start: at, end })
    at = end + 1
    if (line.end > line.start) {
      for (const part of partsOf(text.slice(line.start, line.end), resources)) {
        segments.push({
          start: line.start + part.start,
          end: line.start + part.end,
          breaks,
          given: part.given,
          credit: part.credit ? shift(part.credit, line.start) : null,
        })
        breaks = 0
      }
      breaks = 0
    }
    breaks++
  }
  return segments
}

function shift({ start, end, captionEnd }: TrailingCredit, offset: number): TrailingCredit {
  return { start: start + offset, end: end + offset, captionEnd: captionEnd + offset }
}

function partsOf(line: string, resources: SplitResources): readonly Part[] {
  for (const split of SPLITTERS) {
    const parts = split(line, resources)
    if (parts) {
      const spans = parts.map((part) => ({ ...part, ...trimSpan(line, part) }))
      return spans.filter(({ start, end }) => end > start)
    }
  }
  return [{ start: 0, end: line.length, given: null }]
}

function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff
}

const LIST_MARKER = /(?<![\p{L}\d])(?:list of \d{1,4} items?|list \d{1,4} of \d{1,4})(?!\d)/giu

/** Screen readers' list positions, read out into the text: `list of 3 items- list 1 of 3Rain in Spain`. */
const splitListMarkers: Splitter = (line) => {
  if (!/list (?:of )?\d/i.test(line)) return null
  const markers = [...line.matchAll(LIST_MARKER)].filter(({ index, 0: marker }) => {
    const before = line.slice(Math.max(0, index - 3), index).trimEnd()
    const after = line.slice(index + marker.length, index + marker.length + 3)
    // Glued to what follows or followed by a dash: running text has a space and goes on.
    return (index < 3 || /[-–—•]$/.test(before)) && /^(?:\s*[-–—•:]|[^\s,.;]|\s*$)/.test(after)
  })
  if (markers.length === 0) return null
  const parts: Part[] = []
  let at = 0
  const addItem = (end: number) => {
    const item = trimDashes(line, { start: at, end })
    if (item.end > item.start) {
      parts.push({ ...item, given: parts.length > 0 ? { role: 'related', ruleId: 'split/list-item' } : null })
    }
  }
  for (const { index, 0: marker } of markers) {
    addItem(index)
    parts.push({
      start: index,
      end: index + marker.length,
      given: { role: 'list-marker', ruleId: 'split/list-marker' },
    })
    at = index + marker.length
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
const splitGluedCredit: Splitter = (line, resources) => {
  for (const [open, shut] of [
    ['[', ']'],
    ['(', ')'],
  ] as const) {
    for (let close = line.indexOf(shut); close >= 0; close = line.indexOf(shut, close + 1)) {
      const parts = creditBefore(line, open, close, resources)
      if (parts) return parts
    }
  }
  return null
}

/** The longest credit in brackets, in UTF-16 units. */
const MAX_BRACKET = 120

function creditBefore(line: string, open: string, close: number, resources: SplitResources): Part[] | null {
  const next = line.charCodeAt(close + 1)
  if (close + 1 >= line.length || !(isUpperUnit(next) || /["“‘']/.test(line[close + 1]!))) return null
  const window = Math.max(0, close - MAX_BRACKET)
  const start = window + line.slice(window, close).lastIndexOf(open)
  if (start < Math.max(window, 1)) return null
  const credit = readCredit(line.slice(start, close + 1), resources.agencies)
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

/** A link to another article with its date, and perhaps its readers, glued on: `Rain in Spain25.12.25, 01:53 • 9 views`. */
const splitTitleWithDate: Splitter = (line, { boilerplate }) => {
  if (line.length > 300 || !/\d/.test(line.slice(-40)) || readDateLine(line)) return null
  const window = Math.max(0, line.length - 80)
  const dates = findDates(line.slice(window))
  for (const date of dates) {
    const start = window + date.start
    const end = window + date.end
    const tail = line.slice(end).replace(/^[\s•·|,–-]+/, '')
    const tailStart = line.length - tail.length
    const words = scanWords(tail)
    const isCounter =
      tail !== '' && matchBoilerplate(boilerplate, words, 0, words.count, null)?.role === 'counter'
    const isGlued = start > 0 && !/[\s(,]/.test(line[start - 1]!)
    if (!(isCounter || (tail === '' && isGlued))) continue
    const head = line.slice(0, start).trimEnd()
    const isTitle = head.split(' ').length >= 3 && !/^(?:by|published|updated|posted)\b/i.test(head)
    return [
      {
        start: 0,
        end: head.length,
        given:
          isTitle && (isCounter || isGlued) ? { role: 'related', ruleId: 'split/title-with-date' } : null,
      },
      { start, end, given: { role: 'date', ruleId: 'split/date-of-title' } },
      { start: tailStart, end: line.length, given: { role: 'counter', ruleId: 'split/counter-of-title' } },
    ]
  }
  return null
}

/** Byline, date, reading time and the like on one line, parted by bars or bullets. */
const splitFurniture: Splitter = (line, { boilerplate, agencies }) => {
  if (line.length > 200 || !/[|•·]/.test(line)) return null
  if (readDateLine(line) || lineDateline(line, agencies)) return null
  const whole = scanWords(line)
  if (matchBoilerplate(boilerplate, whole, 0, whole.count, null)) return null
  const parts: { start: number; end: number; isKnown: boolean }[] = []
  let at = 0
  for (const piece of line.split(/[|•·]/)) {
    const words = scanWords(piece)
    const trimmed = piece.trim()
    const isKnown =
      readDateLine(trimmed) !== null ||
      readByline(trimmed, agencies) !== null ||
      (matchBoilerplate(boilerplate, words, 0, words.count, null)?.isCertain ?? false)
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
  if (line.length > 60 || /[.!?,:;"]/.test(line)) return null
  for (let at = 1; at < line.length; at++) {
    if (!isUpperUnit(line.charCodeAt(at)) || !isLowerUnit(line.charCodeAt(at - 1))) continue
    const isSection = (part: string) => {
      const words = scanWords(part)
      return matchBoilerplate(boilerplate, words, 0, words.count, null)?.role === 'section'
    }
    if (!isSection(line.slice(0, at)) && !isSection(line.slice(at))) continue
    const given = { role: 'section', ruleId: 'split/glued-sections' } as const
    return [
      { start: 0, end: at, given },
      { start: at, end: line.length, given },
    ]
  }
  return null
}

/** Marks the credit at a line's end. The line stays whole: where it proves to be no caption, the words belong to it. */
const markTrailingCredit: Splitter = (line, { agencies }) => {
  if (line.length > 700 || lineDateline(line, agencies)) return null
  const credit = trailingCredit(line, agencies)
  if (!credit || credit.bounds.start < 12) return null
  const captionEnd = line.slice(0, credit.bounds.start).trimEnd().length
  return [{ start: 0, end: line.length, given: null, credit: { ...credit.credit, captionEnd } }]
}

/** Markdown's marks for headings and quotations, such as our own output has: the words behind them are the line. */
const splitMark: Splitter = (line) => {
  const mark = /^(?:#{1,6}|>) +(?=\S)/.exec(line)
  return mark ? [{ start: mark[0].length, end: line.length, given: null }] : null
}

const SPLITTERS: readonly Splitter[] = [
  splitMark,
  splitListMarkers,
  splitGluedCredit,
  splitTitleWithDate,
  splitFurniture,
  splitGluedSections,
  markTrailingCredit,
]
