import type { Repeated } from '../core/near-duplicate.js'
import type { NearDuplicates } from './site-profile.js'

/** What a page repeats, by its id and the SHA-256 of its file; null for pages that repeat none, or are the first. */
export type KnownDuplicates = (page: { readonly id: string; readonly sha256: string }) => Repeated | null

/** Looks pages up in the groups of a profile. A page of the same name with another content is not the one surveyed. */
export function compileDuplicates(groups: readonly NearDuplicates[]): KnownDuplicates {
  const known = new Map<string, Repeated & { readonly sha256: string }>()
  for (const { similarity, pages } of groups) {
    const [first, ...others] = pages
    for (const { id, sha256 } of others) known.set(id, { id: first!.id, similarity, sha256 })
  }
  return ({ id, sha256 }) => {
    const found = known.get(id)
    return found && sha256.startsWith(found.sha256) ? { id: found.id, similarity: found.similarity } : null
  }
}
