import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseYaml } from '../rules/parse-yaml.js'
import { type SiteProfile, siteProfileSchema } from '../rules/site-profile.js'
import { RuleFileError } from './rules.js'

/** A site profile as it was read. */
export interface LoadedProfile {
  readonly profile: SiteProfile
  /** Hexadecimal SHA-256 of the file. */
  readonly sha256: string
}

/**
 * The site profile in the file at `path`.
 * @throws RuleFileError with line and column of every fault in it, or the file system's error.
 */
export async function loadSiteProfile(path: string): Promise<LoadedProfile> {
  const text = await readFile(path, 'utf8')
  const sha256 = createHash('sha256').update(text).digest('hex')
  const checked = siteProfileSchema.safeParse(parsedJson(text))
  if (checked.success) return { profile: checked.data, sha256 }
  // JSON is YAML too: its parser is slow, but it knows where things stand, and forgives a comma too many.
  const parsed = parseYaml(path, text, siteProfileSchema)
  if (!parsed.ok) throw new RuleFileError(parsed.problems)
  return { profile: parsed.value, sha256 }
}

/** The value of a JSON text; null where it is none. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
