import { type Document, spanMover } from '../core/document.js'
import { LINE_TAGS, type MarkedLine, ZONES, type Zone, zoneBit } from '../core/markup.js'
import type { Segment } from './segment.js'

/** Zones that are made to hold the article, and leave what stands outside them to the page's frame. */
const HOMES = ['article', 'main', 'body-text', 'text-class'] as const
/** Such a zone counts where it holds at least this share of the page's sentences, in characters. */
const LEAST_HELD = 0.5

/** What the markup shows of a segment, beside the odds that its words give. */
export const MARKUP_FEATURES = [
  'bias',
  'odds',
  'doubtful-odds',
  'link-share',
  'siblings',
  'cousins',
  'siblings-of-most',
  'cousins-of-most',
  ...LINE_TAGS.map((tag) => `tag-${tag}` as const),
  ...ZONES.map((zone) => `zone-${zone}` as const),
  ...HOMES.map((zone) => `outside-${zone}` as const),
] as const

/** Odds beyond this are as good as certain. */
const MOST_ODDS = 6
/** Orders of magnitude by which a line's surroundings may hold fewer paragraphs than the page's richest. */
const MOST_BEHIND = 3

/** The line of the markup in which each segment lies; null for those that no line holds. */
export function linesOfSegments(
  { record, revisions }: Pick<Document, 'record' | 'revisions'>,
  segments: readonly Segment[],
): (MarkedLine | null)[] | null {
  if (!record.markup) return null
  let lines: readonly MarkedLine[] = record.markup.lines
  for (const { edits } of revisions) if (edits.length > 0) lines = lines.map(spanMover(edits))
  let at = 0
  return segments.map(({ start }) => {
    while (at < lines.length && lines[at]!.end <= start) at++
    const line = lines[at]
    return line && line.start <= start ? line : null
  })
}

/** Values in a row of features. */
export const MARKUP_WIDTH = MARKUP_FEATURES.length

/** The rows of `MARKUP_FEATURES` for all segments, one after the other, from their `odds` and lines. */
export function markupRows(odds: Float64Array, lines: readonly (MarkedLine | null)[]): Float64Array {
  let siblings = 0
  let cousins = 0
  for (const line of lines) {
    if (!line) continue
    siblings = Math.max(siblings, line.siblings)
    cousins = Math.max(cousins, line.cousins)
  }
  const homes = HOMES.map((zone) => (shareIn(zone, odds, lines) >= LEAST_HELD ? zoneBit(zone) : 0))
  const rows = new Float64Array(lines.length * MARKUP_WIDTH)
  for (const [i, line] of lines.entries()) {
    const own = Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds[i]!))
    let at = i * MARKUP_WIDTH
    rows[at++] = 1
    rows[at++] = own
    rows[at++] = Math.exp(-Math.abs(own))
    if (!line) continue
    rows[at++] = line.linkShare
    rows[at++] = line.siblings
    rows[at++] = line.cousins
    rows[at++] = Math.max(-MOST_BEHIND, line.siblings - siblings)
    rows[at++] = Math.max(-MOST_BEHIND, line.cousins - cousins)
    rows[at + LINE_TAGS.indexOf(line.tag)] = 1
    at += LINE_TAGS.length
    for (let zone = 0; zone < ZONES.length; zone++) rows[at++] = (line.zones >> zone) & 1
    for (const home of homes) rows[at++] = Number(home !== 0 && (line.zones & home) === 0)
  }
  return rows
}

/** Share of the characters of likely lines that stand in `zone`, 0 to 1. */
function shareIn(zone: Zone, odds: Float64Array, lines: readonly (MarkedLine | null)[]): number {
  const bit = zoneBit(zone)
  let held = 0
  let total = 0
  for (const [i, line] of lines.entries()) {
    if (!line || odds[i]! <= 0) continue
    total += line.end - line.start
    if ((line.zones & bit) !== 0) held += line.end - line.start
  }
  return total === 0 ? 0 : held / total
}
