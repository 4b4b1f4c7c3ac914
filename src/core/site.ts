import type { Metadata } from './document.js'
import type { SourceRecord } from './record.js'

/** The site that a page belongs to: its host name without `www.`, or the name of its collection where it has no address. */
export function siteOf(
  { source }: Pick<SourceRecord, 'source'>,
  { hostname }: Pick<Metadata, 'hostname'>,
): string {
  return hostname ?? source
}
