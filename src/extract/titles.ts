import type { PageFacts } from '../core/markup.js'

/** What parts a title from the name of its site. */
const SEPARATOR = /(?<!\s)\s+[|\-–—·»:•]+\s+/u
/** A site's name is short beside what it publishes. */
const MAX_SITE_NAME = 40

/** The titles that the markup gives, each as it stands and then without what may be the site's name; best first. */
export function titleCandidates({ titles }: PageFacts): string[] {
  return [...new Set([...titles, ...titles.map(withoutSite)])]
}

/** The best title of the markup without the site's name; null when it gives none. */
export function bareTitle(facts: PageFacts): string | null {
  const [title] = facts.titles
  if (title === undefined) return null
  const bare = withoutSite(title)
  // Only what the site calls itself, or what another title leaves out, is known to be no part of the title.
  const isSite = title.endsWith(facts.publisher ?? '\0') || facts.titles.includes(bare)
  return isSite ? bare : title
}

/** Letters and digits alone: equal for titles that differ in case, quotes or spacing. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function withoutSite(title: string): string {
  const parts = title.split(SEPARATOR)
  const last = parts.at(-1)!
  if (parts.length < 2 || last.length > MAX_SITE_NAME) return title
  return title.slice(0, title.lastIndexOf(last)).replace(/(?<!\s)\s+[|\-–—·»:•]+\s+$/u, '')
}
