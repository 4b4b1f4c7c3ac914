import { hasPages } from '../../extraction/pages.js'
import { missingData } from '../clean-texts.js'
import { countFigure, type Figure, measureFigure, type SectionReport, under } from '../figure.js'
import type { Bench } from '../section.js'

/** By how much a site's F1 must change to count as better or worse. */
const MARGIN = 0.005

/**
 * What a survey of a site brings: extraction without its profile and with it, from plain text and from HTML, on held-out
 * pages. Sites of five pages and more are simulated, as the development set has none (`scripts/survey/`).
 */
export async function survey(bench: Bench): Promise<SectionReport> {
  if (!hasPages()) return { figures: [], notes: [missingData('data', 'wcxb-dev')] }
  const { labelledPages } = await import('../../extraction/labelled-pages.js')
  const { measuredSites, measureSite, summaryOf } = await import('../../survey/surveyed-sites.js')
  const sites = measuredSites(await labelledPages('html', undefined, 'held-out'))
  const { extract: resources } = bench.resources()
  const figures: Figure[] = []
  for (const format of ['text', 'html'] as const) {
    for (const group of new Set(sites.map(({ group }) => group))) {
      const members = sites.filter((site) => site.group === group)
      const rows = members.map((site) => measureSite(site, format, resources))
      const gains = rows.map((row) => summaryOf(row.with).f1 - summaryOf(row.without).f1)
      const measures = (['without', 'with'] as const).flatMap((side) => {
        const { f1, precision, recall } = summaryOf(rows.flatMap((row) => row[side]))
        return under(side, [
          measureFigure('F1', f1),
          measureFigure('P', precision),
          measureFigure('R', recall),
        ])
      })
      figures.push(
        ...under(`survey/${format}/${group}`, [
          ...measures,
          countFigure('sites better', gains.filter((gain) => gain > MARGIN).length, rows.length),
          countFigure('sites worse', gains.filter((gain) => gain < -MARGIN).length, rows.length),
        ]),
      )
    }
  }
  return { figures, notes: [] }
}
