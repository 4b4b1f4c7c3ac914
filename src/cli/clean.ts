import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { modelVersions } from '../load/models.js'
import { openRules } from '../load/rules.js'
import { readVersion } from '../load/version.js'
import type { ReadOptions } from '../read/read.js'
import { createResources } from '../resources.js'
import { run } from '../run.js'
import type { WorkerSettings } from '../supervise/supervisor.js'
import { writeAtomic } from '../write/atomic.js'
import { formatReport, REPORT_FILE, type RunSettings } from '../write/report.js'
import { type Format, openFolderWriter, streamWriter, type Writer } from '../write/writer.js'
import type { DocumentWorkerData } from './document-worker.js'
import { type ExitCode, exitCodeOf } from './exit-code.js'
import type { FlagValues } from './flags.js'
import { createRunScreen } from './run-screen.js'
import { writeOut } from './standard-output.js'
import { listenForStop } from './stop-signals.js'
import { UsageError } from './usage-error.js'
import { withContext } from './with-context.js'
import { withSurvey } from './with-survey.js'

type Flags = FlagValues<
  | 'output'
  | 'format'
  | 'source'
  | 'added'
  | 'provenance'
  | 'removed'
  | 'quotes'
  | 'repair'
  | 'context'
  | 'profile'
  | 'duplicates'
  | 'minConfidence'
  | 'spelling'
  | 'maxDocumentBytes'
  | 'maxDocumentMs'
  | 'concurrency'
  | 'quiet'
  | 'verbose'
  | 'logFormat'
>

/** `unspin clean`: cleans `paths` into a folder, or standard input to standard output. */
export async function clean(paths: readonly string[], flags: Flags): Promise<ExitCode> {
  const formats = chosenFormats(paths, flags)
  if (flags.output !== null) await makeFolder(flags.output)
  const rules = await openRules()
  // Before the first document, so that a missing model file stops the run and no document.
  const models = modelVersions()
  const { resources: profiled, profile } = await withSurvey(createResources(rules), flags.profile)
  const { resources, articles } = await withContext(profiled, flags.context, flags.maxDocumentBytes)
  const screen = createRunScreen(flags)
  const stop = listenForStop()
  const job = {
    paths,
    outputFolder: flags.output,
    source: flags.source,
    writers: await openWriters(flags.output, formats),
    read: readOptions(flags),
    clean: flags,
    record: flags,
    concurrency: flags.concurrency,
    worker: flags.maxDocumentMs === null ? null : workerFor(flags, flags.maxDocumentMs),
  }
  const tally = await run(job, resources, { ...screen, signal: stop.signal })
  const stopCode = stop.code()
  if (stopCode !== null) {
    screen.stop('articles.jsonl and report.json are as they were before')
    // A read that still waits for standard input would keep the process alive.
    if (paths.includes('-')) process.stdin.destroy()
    return stopCode
  }
  const report = tally.report({
    version: readVersion(),
    rules: rules.ruleVersions(),
    models,
    options: { ...optionsInForce(flags, formats), context_articles: articles },
    ...(profile === null ? {} : { profile }),
  })
  if (flags.output !== null) await writeAtomic(join(flags.output, REPORT_FILE), formatReport(report))
  screen.finish(report, flags.output ?? 'standard output')
  return exitCodeOf(report)
}

function readOptions({ maxDocumentBytes, added }: Flags): ReadOptions {
  return { maxBytes: maxDocumentBytes, supplied: { url: null, added } }
}

function workerFor(flags: Flags, maxDocumentMs: number): WorkerSettings {
  const { quotes, repair, minConfidence, spelling, duplicates, provenance, removed, context, profile } = flags
  const data: DocumentWorkerData = {
    read: readOptions(flags),
    clean: { quotes, repair, minConfidence, spelling, duplicates },
    record: { provenance, removed },
    context,
    profile,
  }
  // Beside this module as it is, and beside the files that it is bundled into.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return { module: new URL(`./document-worker.${extension}`, import.meta.url), data, maxDocumentMs }
}

/** The formats to write: those asked for, or the usual ones for where they go. */
function chosenFormats(paths: readonly string[], { output, format }: Flags): readonly Format[] {
  if (output !== null) return format ?? ['text', 'jsonl']
  if (paths.length !== 1 || paths[0] !== '-') {
    throw new UsageError('no --output: found files to clean, expected `--output <folder>` to write to')
  }
  const formats = format ?? ['jsonl']
  if (formats.length === 1) return formats
  throw new UsageError(
    `--format ${formats.join(',')}: found ${formats.length} formats, expected one for standard output`,
  )
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    const isFile = await stat(folder).then(
      (stats) => !stats.isDirectory(),
      () => false,
    )
    const found = isFile ? 'found a file' : (error as Error).message
    throw new UsageError(`--output ${folder}: ${found}, expected a folder that can be written to`)
  }
}

async function openWriters(output: string | null, formats: readonly Format[]): Promise<Writer[]> {
  if (output === null) return formats.map((format) => streamWriter(format, writeOut))
  return await Promise.all(formats.map((format) => openFolderWriter(output, format)))
}

/** What decides the content of the output; where it goes and how fast is not part of it. */
function optionsInForce(flags: Flags, formats: readonly Format[]): RunSettings['options'] {
  return {
    format: formats,
    source: flags.source,
    added: flags.added,
    provenance: flags.provenance,
    removed: flags.removed,
    quotes: flags.quotes,
    repair: flags.repair,
    min_confidence: flags.minConfidence,
    spelling: flags.spelling,
    max_document_bytes: flags.maxDocumentBytes,
    max_document_ms: flags.maxDocumentMs,
    ...(flags.profile === null ? {} : { duplicates: flags.duplicates }),
  }
}
