import type { Resources } from '../pipeline.js'
import { withProfile } from '../resources.js'
import { UsageError } from './usage-error.js'

/** Resources that know what a survey found, and the SHA-256 of its file; null where there is none. */
export interface WithSurvey {
  readonly resources: Resources
  readonly profile: string | null
}

/**
 * `resources` with the site profile of the file at `path`; as they are where it is null.
 * @throws UsageError or RuleFileError when the file holds no profile.
 */
export async function withSurvey(resources: Resources, path: string | null): Promise<WithSurvey> {
  if (path === null) return { resources, profile: null }
  // Its checks load zod, which a run without a profile has no need of.
  const { loadSiteProfile } = await import('../load/site-profile.js')
  try {
    const { profile, sha256 } = await loadSiteProfile(path)
    return { resources: withProfile(resources, profile), profile: sha256 }
  } catch (error) {
    const isUnreadable = error instanceof Error && 'code' in error
    if (!isUnreadable) throw error
    throw new UsageError(`--profile ${path}: ${error.message}, expected a file that \`unspin survey\` wrote`)
  }
}
