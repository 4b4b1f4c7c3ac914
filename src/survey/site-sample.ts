import type { SurveyedSite } from '../rules/site-profile.js'
import { groupDuplicates, type Signed } from './near-duplicates.js'

/** Pages of a site that are kept: the share of a line that stands on one in twenty is known to within 0.7 %. */
const MOST_PAGES = 1000
/** Pages on which a line must stand to be listed. */
const LEAST_PAGES = 2

/** A page as its site's sample keeps it. */
export interface SampledPage {
  /** Names the page in the batch. */
  readonly id: string
  /** A hash of the page's content: the order of the sample, in which each content stands once. */
  readonly hash: number
  readonly signature: string | null
  /** The keys of its lines' templates, each once. */
  readonly keys: Float64Array
}

/**
 * Lines and pages of one site: of all pages that were added those with the least hashes, which no order changes. A line's
 * template is kept as text from the second page on which it is met.
 */
export class SiteSample {
  readonly #site: string
  /** A heap by hash, the greatest first. */
  readonly #pages: SampledPage[] = []
  readonly #hashes = new Set<number>()
  readonly #met = new Set<number>()
  readonly #templates = new Map<number, string>()

  constructor(site: string) {
    this.#site = site
  }

  /** Takes a page in; `templateOf` is asked for the template of some of its keys. */
  add(page: SampledPage, templateOf: (key: number) => string): void {
    if (this.#hashes.has(page.hash)) return
    if (this.#pages.length === MOST_PAGES) {
      if (!isAfter(this.#pages[0]!, page)) return
      this.#hashes.delete(this.#pages[0]!.hash)
      this.#pages[0] = page
      this.#sink()
    } else {
      this.#pages.push(page)
      this.#rise()
    }
    this.#hashes.add(page.hash)
    for (const key of page.keys) {
      if (!this.#met.has(key)) this.#met.add(key)
      else if (!this.#templates.has(key)) this.#templates.set(key, templateOf(key))
    }
  }

  /** What the sample shows; null where no line stands on several pages. */
  survey(): SurveyedSite | null {
    const signed = this.#pages.filter((page): page is SampledPage & Signed => page.signature !== null)
    const groups = groupDuplicates(signed)
    const repeating = new Set<SampledPage>(groups.flat())
    const single = this.#pages.filter((page) => !repeating.has(page)).map((page) => [page])
    const counts = new Map<number, number>()
    // An article that was scraped five times would make its own text a line of the site.
    for (const group of [...single, ...groups]) {
      for (const key of new Set(group.flatMap(({ keys }) => [...keys]))) {
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
    const lines = [...counts]
      .filter(([, pages]) => pages >= LEAST_PAGES)
      .map(([key, pages]) => ({ template: this.#templates.get(key)!, pages }))
      .toSorted((a, b) => b.pages - a.pages || (a.template < b.template ? -1 : 1))
    if (lines.length === 0) return null
    return { site: this.#site, pages: single.length + groups.length, lines }
  }

  #rise(): void {
    const pages = this.#pages
    let at = pages.length - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isAfter(pages[at]!, pages[parent]!)) return
      ;[pages[at], pages[parent]] = [pages[parent]!, pages[at]!]
      at = parent
    }
  }

  #sink(): void {
    const pages = this.#pages
    let at = 0
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let greatest = at
      if (left < pages.length && isAfter(pages[left]!, pages[greatest]!)) greatest = left
      if (right < pages.length && isAfter(pages[right]!, pages[greatest]!)) greatest = right
      if (greatest === at) return
      ;[pages[at], pages[greatest]] = [pages[greatest]!, pages[at]!]
      at = greatest
    }
  }
}

function isAfter(a: SampledPage, b: SampledPage): boolean {
  return a.hash > b.hash
}
