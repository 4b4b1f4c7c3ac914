import type { Agencies, Publishers } from '../rules/known-names.js'
import type { KnownSites } from '../rules/known-sites.js'
import type { BoilerplateMatcher } from '../rules/match-boilerplate.js'

/** What extraction looks things up in, made once for all documents. */
export interface ExtractResources {
  readonly boilerplate: BoilerplateMatcher
  readonly agencies: Agencies
  readonly publishers: Publishers
  /** What a survey of a batch has found of its sites; null without one. */
  readonly sites: KnownSites | null
}
