import type { PageView } from './page-view.js'
import { titleKey } from './titles.js'

/** Log odds, base e, for a line that stands in the text that the page's data states, and against one that does not. */
const STATED = 3
const UNSTATED = -2
/** Shorter texts, in letters and digits, are summaries, and shorter lines stand in any text. */
const LEAST_BODY = 600
const LEAST_LINE = 12
/** Share of the stated text that must stand in lines of the page, and of the likely lines that must stand in it. */
const LEAST_FOUND = 0.6
const LEAST_COVERED = 0.6

/**
 * What the text that the page's JSON-LD gives for its article adds to the log odds of each segment; null where it says
 * nothing: it is a summary, was cut off, or is another text. `odds` are those by words and markup. A stated text never
 * takes the place of the page's, it sharpens its edges.
 */
export function statedOdds(
  page: Pick<PageView, 'text' | 'segments'>,
  stated: string | null,
  odds: Float64Array,
): Float64Array | null {
  if (stated === null || stated.length < LEAST_BODY) return null
  const body = ` ${titleKey(stated)} `
  let found = 0
  let likely = 0
  let covered = 0
  const added = Float64Array.from(page.segments, ({ start, end }, i) => {
    const line = titleKey(page.text.slice(start, end))
    const isStated = line.length >= LEAST_LINE && body.includes(` ${line} `)
    if (isStated) found += line.length
    if (odds[i]! > 0) likely += line.length
    if (odds[i]! > 0 && isStated) covered += line.length
    return isStated ? STATED : line.length < LEAST_LINE ? 0 : UNSTATED
  })
  return found >= LEAST_FOUND * body.length && covered >= LEAST_COVERED * likely ? added : null
}
