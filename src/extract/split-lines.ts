import type { Span } from '../core/span.js'
import { lineTraits, SPLITTERS, type SplitPart, type SplitResources } from './line-splitters.js'
import type { Segment, TrailingCredit } from './segment.js'

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
      for (const part of partsOf(text, line, resources)) {
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

function partsOf(text: string, { start, end }: Span, resources: SplitResources): readonly SplitPart[] {
  const traits = lineTraits(text, start, end)
  if (traits === 0) return [{ start: 0, end: end - start, given: null }]
  const line = text.slice(start, end)
  for (const splitter of SPLITTERS) {
    const parts = (splitter.traits & traits) === 0 ? null : splitter.split(line, resources)
    if (parts) {
      return parts
        .map((part) => ({ ...part, ...trimSpan(line, part) }))
        .filter(({ start, end }) => end > start)
    }
  }
  return [{ start: 0, end: line.length, given: null }]
}

function shift({ start, end, captionEnd }: TrailingCredit, offset: number): TrailingCredit {
  return { start: start + offset, end: end + offset, captionEnd: captionEnd + offset }
}

function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff
}
