import { type Document, spanMover } from '../core/document.js'
import { LINE_TAGS, type MarkedLine, ZONES, type Zone } from '../core/markup.js'
import { MARKUP_WEIGHTS } from './markup-weights.js'
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

/** The rows of `MARKUP_FEATURES` for all segments, from their `odds` and lines. */
export function markupRows(odds: Float64Array, lines: readonly (MarkedLine | null)[]): Float64Array[] {
  const most = (of: (line: MarkedLine) => number) =>
    lines.reduce((highest, line) => Math.max(highest, line ? of(line) : 0), 0)
  const siblings = most((line) => line.siblings)
  const cousins = most((line) => line.cousins)
  const homes = HOMES.filter((zone) => shareIn(zone, odds, lines) >= LEAST_HELD)
  return lines.map((line, i) => {
    const own = Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds[i]!))
    const row = Float64Array.from(MARKUP_FEATURES, () => 0)
    row.set([1, own, Math.exp(-Math.abs(own))])
    if (!line) return row
    const behind = (value: number, highest: number) => Math.max(-MOST_BEHIND, value - highest)
    row.set(
      [
        line.linkShare,
        line.siblings,
        line.cousins,
        behind(line.siblings, siblings),
        behind(line.cousins, cousins),
        ...LINE_TAGS.map((tag) => Number(line.tag === tag)),
        ...ZONES.map((zone) => Number(isIn(line, zone))),
        ...HOMES.map((zone) => Number(homes.includes(zone) && !isIn(line, zone))),
      ],
      3,
    )
    return row
  })
}

function isIn({ zones }: MarkedLine, zone: Zone): boolean {
  return (zones & (1 << ZONES.indexOf(zone))) !== 0
}

/** Share of the characters of likely lines that stand in `zone`, 0 to 1. */
function shareIn(zone: Zone, odds: Float64Array, lines: readonly (MarkedLine | null)[]): number {
  let held = 0
  let total = 0
  for (const [i, line] of lines.entries()) {
    if (!line || odds[i]! <= 0) continue
    total += line.end - line.start
    if (isIn(line, zone)) held += line.end - line.start
  }
  return total === 0 ? 0 : held / total
}

/** The log odds, base e, of each segment being article text, by its words and its markup together. */
export function withMarkup(odds: Float64Array, lines: readonly (MarkedLine | null)[]): Float64Array {
  const rows = markupRows(odds, lines)
  return Float64Array.from(rows, (row, i) =>
    lines[i] ? row.reduce((sum, value, f) => sum + value * WEIGHTS[f]!, 0) : odds[i]!,
  )
}

const WEIGHT_OF = new Map(MARKUP_WEIGHTS)
const WEIGHTS = MARKUP_FEATURES.map((name) => WEIGHT_OF.get(name) ?? 0)
