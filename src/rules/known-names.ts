import type { AgencyEntry } from './agency-list.js'
import type { PublisherList } from './publisher-list.js'

/** Agencies by lower-case spelling; made by `compileAgencies`. */
export type Agencies = ReadonlyMap<string, string>

/** Publishers by host name without `www.`; made by `compilePublishers`. */
export type Publishers = ReadonlyMap<string, string>

/** Every spelling of every agency, in lower case, with the name that the list gives it. */
export function compileAgencies(entries: readonly AgencyEntry[]): Agencies {
  return new Map(
    entries.flatMap(({ name, also }) =>
      [name, ...also].map((spelling) => [spelling.toLowerCase(), name] as const),
    ),
  )
}

/** The list as a map. */
export function compilePublishers(list: PublisherList): Publishers {
  return new Map(Object.entries(list))
}

/** The publisher whose host is `host` or a parent domain of it; null when the list has neither. */
export function publisherOfHost(publishers: Publishers, host: string): string | null {
  let domain = host.toLowerCase().replace(/^www\./, '')
  while (domain.includes('.')) {
    const name = publishers.get(domain)
    if (name) return name
    domain = domain.slice(domain.indexOf('.') + 1)
  }
  return null
}
