import { once } from '../core/once.js'
import { templateKey } from '../language/line-key.js'
import { scanWords } from '../language/scan-words.js'
import type { SiteProfile, SurveyedSite } from './site-profile.js'

/** What is known of one site's lines. */
export interface KnownSite {
  /** Pages that were counted. */
  readonly pages: number
  /** The pages on which each line stands, by the key of its template. */
  readonly lines: ReadonlyMap<number, number>
}

/** The sites of a profile by name. */
export type KnownSites = ReadonlyMap<string, () => KnownSite>

/** The sites of `profile`; the lines of each are compiled when it is first asked for. */
export function compileSites({ sites }: Pick<SiteProfile, 'sites'>): KnownSites {
  return new Map(sites.map((site) => [site.site, once(() => compileSite(site))]))
}

function compileSite({ pages, lines }: SurveyedSite): KnownSite {
  const counts = new Map<number, number>()
  for (const { template, pages } of lines) {
    const words = scanWords(template)
    const key = templateKey(words, 0, words.count)
    if (key !== 0) counts.set(key, Math.max(pages, counts.get(key) ?? 0))
  }
  return { pages, lines: counts }
}
