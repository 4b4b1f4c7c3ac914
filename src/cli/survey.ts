import { access, writeFile } from 'node:fs/promises'
import { DEFAULT_CLEAN_OPTIONS } from '../clean-options.js'
import { DEFAULT_RECORD_OPTIONS } from '../record/to-record.js'
import { loadResources } from '../resources.js'
import type { SiteProfile } from '../rules/site-profile.js'
import { run } from '../run.js'
import { formatProfile } from '../survey/format-profile.js'
import { createSurvey } from '../survey/survey.js'
import { countOf } from './count-of.js'
import { type ExitCode, exitCodeOf } from './exit-code.js'
import type { FlagValues } from './flags.js'
import { createRunScreen } from './run-screen.js'
import { writeOut } from './standard-output.js'
import { listenForStop } from './stop-signals.js'
import { UsageError } from './usage-error.js'

type Flags = FlagValues<
  'output' | 'source' | 'maxDocumentBytes' | 'concurrency' | 'quiet' | 'verbose' | 'logFormat'
>

/** `unspin survey`: writes what the pages of a batch have in common. */
export async function survey(paths: readonly string[], flags: Flags): Promise<ExitCode> {
  const path = await newFile(flags.output)
  const resources = await loadResources()
  const counted = createSurvey()
  const screen = createRunScreen(flags)
  const stop = listenForStop()
  // The batch as `clean` reads it, up to the articles in it; nothing is written of them.
  const job = {
    paths,
    outputFolder: null,
    source: flags.source,
    writers: [],
    read: { maxBytes: flags.maxDocumentBytes, supplied: { url: null, added: null } },
    clean: { ...DEFAULT_CLEAN_OPTIONS, repair: 'off', spelling: 'off' } as const,
    record: { ...DEFAULT_RECORD_OPTIONS, provenance: 'none' } as const,
    concurrency: flags.concurrency,
    worker: null,
  }
  const tally = await run(job, resources, {
    start: screen.start,
    outcome(outcome) {
      if (outcome.status === 'cleaned') counted.add(outcome.document)
      screen.outcome(outcome)
    },
    signal: stop.signal,
  })
  const stopCode = stop.code()
  if (stopCode !== null) {
    screen.stop('no profile is written')
    if (paths.includes('-')) process.stdin.destroy()
    return stopCode
  }
  const profile = counted.profile()
  await writeFile(path, formatProfile(profile), { flag: 'wx' })
  const report = tally.report({ version: '', rules: [], models: [], options: {} })
  screen.finish(report, path)
  await writeOut(`${path}: ${summary(profile)}\n`)
  return exitCodeOf(report)
}

function summary({ sites, near_duplicates }: SiteProfile): string {
  const lines = sites.reduce((sum, { lines }) => sum + lines.length, 0)
  const repeating = near_duplicates.reduce((sum, { pages }) => sum + pages.length - 1, 0)
  return `${countOf(lines, 'line')} on several pages of ${countOf(sites.length, 'site')}; ${countOf(repeating, 'page')} ${repeating === 1 ? 'repeats' : 'repeat'} another`
}

/** Where the profile goes. @throws UsageError when none can go there. */
async function newFile(output: string | null): Promise<string> {
  if (output === null) throw new UsageError('no --output: expected `--output <file>.json` for the profile')
  const isTaken = await access(output).then(
    () => true,
    () => false,
  )
  if (!isTaken) return output
  throw new UsageError(`--output ${output}: found a file, which may have been edited; expected a new name`)
}
