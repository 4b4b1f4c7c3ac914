import { isBodyRole } from '../../src/core/block.js'
import { type Document, toDocument } from '../../src/core/document.js'
import { slice } from '../../src/core/span.js'
import { extract } from '../../src/extract/extract.js'
import type { ExtractResources } from '../../src/extract/extract-resources.js'
import { hostOf } from '../../src/extract/metadata.js'
import { normalise } from '../../src/normalise/normalise.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import { compileSites } from '../../src/rules/known-sites.js'
import { createSurvey } from '../../src/survey/survey.js'
import type { LabelledPage } from '../extraction/labelled-pages.js'
import { importTool } from '../extraction/pages.js'
import { poolsOf, type SimulatedPage, simulateSite } from './simulate-site.js'

/** A site of the measurement: its pages, and the group in which its figures are given. */
export interface MeasuredSite {
  readonly group: string
  readonly pages: readonly SimulatedPage[]
}

/** Simulated sites, by how many pages each has. */
const SIMULATED = [
  { group: '5 pages', pages: 5, sites: 40, prompts: false },
  { group: '10 pages', pages: 10, sites: 20, prompts: false },
  { group: '30 pages', pages: 30, sites: 6, prompts: false },
  { group: '10 pages with prompts', pages: 10, sites: 20, prompts: true },
] as const
/** Lines of text, and of furniture, that a page must have to give a site or an article. */
const LEAST_BODY = 5
const LEAST_FURNITURE = 8

/** Simulated sites made of `pages`, and the real ones of which several pages are among them. */
export function measuredSites(pages: readonly LabelledPage[]): MeasuredSite[] {
  const pools = poolsOf(pages)
  const bodyLines = ({ labels }: LabelledPage) => labels.filter((label) => label >= 0.5).length
  const donors = pages.filter((page) => bodyLines(page) >= LEAST_BODY)
  const hosts = donors.filter((page) => page.labels.length - bodyLines(page) >= LEAST_FURNITURE)
  const simulated = SIMULATED.flatMap(({ group, pages: count, sites, prompts }) =>
    Array.from({ length: sites }, (_, k) => {
      const host = hosts[Math.floor((k * hosts.length) / sites)]!
      // No article stands on two pages of a site, as 7 and 37 do not divide the number of articles.
      const own = Array.from(
        { length: count },
        (_, d) => donors[(k * 37 + count * 11 + d * 7) % donors.length]!,
      )
      const others = [...new Set(own)].filter((donor) => donor !== host)
      return {
        group,
        pages: simulateSite(host, others, pools, { seed: `${count}`, prompts }),
      }
    }),
  )
  const siteOf = ({ page }: LabelledPage) => hostOf(page.url) ?? page.id
  const real = [...new Set(pages.map(siteOf))]
    .map((site) => pages.filter((page) => siteOf(page) === site).map(({ page }) => page))
    .filter(({ length }) => length > 1)
  return [...simulated, ...real.map((pages) => ({ group: 'real, 2 or 3 pages', pages }))]
}

type Row = readonly [common: number, surplus: number, missing: number]

interface Metric {
  shingleMatch(gold: string, predicted: string): Row
  shingleSummary(rows: readonly Row[]): { f1: number; precision: number; recall: number }
}

const metric = await importTool<Metric>('metric.mjs')

/** The bodies of a site's pages as they are found without a profile of the site, and with it. */
export interface SiteRows {
  readonly without: readonly Row[]
  readonly with: readonly Row[]
}

/** Surveys a site's pages, as HTML or as plain text, and extracts them without the profile and with it. */
export function measureSite(
  { pages }: MeasuredSite,
  format: 'html' | 'text',
  resources: ExtractResources,
): SiteRows {
  const documents = pages.map(({ id, url, text, markup }) =>
    normalise(
      toDocument({
        ...toSourceRecord(id, text),
        markup: format === 'html' ? markup : null,
        supplied: { url, added: null },
      }),
    ),
  )
  const alone = documents.map((document) => extract(document, resources))
  const survey = createSurvey()
  for (const document of alone) survey.add(document)
  const informed = { ...resources, sites: compileSites(survey.profile()) }
  const rows = (found: readonly Document[]) =>
    found.map((document, i) => metric.shingleMatch(pages[i]!.body, bodyOf(document)))
  return { without: rows(alone), with: rows(documents.map((document) => extract(document, informed))) }
}

/** F1 of the macro means of precision and recall, as the extraction benchmark has it. */
export function summaryOf(rows: readonly Row[]): { f1: number; precision: number; recall: number } {
  return metric.shingleSummary(rows)
}

function bodyOf({ text, blocks }: Document): string {
  return blocks
    .filter(({ role }) => isBodyRole(role))
    .map((block) => slice(text, block))
    .join('\n')
}
