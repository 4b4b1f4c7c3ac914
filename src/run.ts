import PQueue from 'p-queue'
import type { CleanOptions } from './clean-options.js'
import type { Outcome } from './core/outcome.js'
import type { SourceRecord } from './core/record.js'
import { clean, type Resources } from './pipeline.js'
import { type FoundInputs, findInputs } from './read/find-inputs.js'
import type { Input } from './read/input.js'
import { type ReadOptions, read } from './read/read.js'
import { isFailure, type ReadFailure, readFailure } from './read/reader.js'
import { type RecordOptions, toRecord } from './record/to-record.js'
import { outputNames } from './write/output-names.js'
import { RunTally } from './write/report.js'
import type { Writer } from './write/writer.js'

/** A batch to clean. */
export interface Job {
  /** Files and folders; `-` is standard input. */
  readonly paths: readonly string[]
  /** Nothing in this folder is read; null when the run writes no folder. */
  readonly outputFolder: string | null
  /** Name of the collection; null for the name of the folder that holds each file. */
  readonly source: string | null
  /** Where the records go. The run finishes them, or abandons them when it is stopped or fails. */
  readonly writers: readonly Writer[]
  readonly read: ReadOptions
  readonly clean: CleanOptions
  readonly record: RecordOptions
  /** Files being read ahead, and records being written, at a time; at least 1. It never shows in the output. */
  readonly concurrency: number
}

/** Who is told how a run goes on. */
export interface Watcher {
  /** Called once, before the first document. */
  start(found: FoundInputs): void
  /** Called for each document, in input order. */
  outcome(outcome: Outcome): void
  /** Stops the run before its next document. */
  readonly signal: AbortSignal
}

/**
 * The tally of what became of every document: read ahead, cleaned one after another and written in input order, with
 * the same bytes for any concurrency. A document that breaks our code is a failed outcome; a disk that refuses what is
 * written ends the run.
 */
export async function run(job: Job, resources: Resources, watcher: Watcher): Promise<RunTally> {
  const tally = new RunTally()
  const names = outputNames()
  const writes = openWriteQueue(job.concurrency)
  const settle = (outcome: Outcome) => {
    tally.count(outcome)
    watcher.outcome(outcome)
  }
  try {
    const found = await findInputs(job.paths, job)
    watcher.start(found)
    for (const { reason } of found.skipped) tally.countSkipped(reason)
    for (const failure of found.failures) settle(failure)
    for await (const record of readAhead(found.inputs, job, watcher.signal)) {
      const { outcome, texts } = isFailure(record)
        ? { outcome: record, texts: null }
        : await cleanOne(record, job, resources)
      settle(outcome)
      if (!texts) continue
      const name = names(record.id)
      await writes.add(() => Promise.all(texts.map(({ writer, text }) => writer.write(text, name))))
    }
    await writes.settled()
    if (!watcher.signal.aborted) for (const writer of job.writers) await writer.finish()
  } finally {
    for (const writer of job.writers) await writer.abandon()
  }
  return tally
}

interface Cleaned {
  readonly outcome: Outcome
  /** What is to be written; null when the outcome is no article. */
  readonly texts: readonly { readonly writer: Writer; readonly text: string }[] | null
}

async function cleanOne(record: SourceRecord, job: Job, resources: Resources): Promise<Cleaned> {
  const cleaned = await orFailure(record, 'clean', (): Cleaned => {
    const outcome = clean(record, resources, job.clean)
    if (outcome.status !== 'cleaned') return { outcome, texts: null }
    const article = toRecord(outcome.document, job.record)
    return { outcome, texts: job.writers.map((writer) => ({ writer, text: writer.format(article) })) }
  })
  return 'status' in cleaned ? { outcome: cleaned, texts: null } : cleaned
}

/** What `action` gives, or a failed outcome when it throws: the one place where a broken document is caught. */
async function orFailure<T>(
  { id, filePath }: Pick<Input, 'id' | 'filePath'>,
  stage: string,
  action: () => T | Promise<T>,
): Promise<T | ReadFailure> {
  try {
    return await action()
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { ...readFailure({ id, filePath }, reason), stage }
  }
}

/** The records of all inputs in order, the first of each input read while earlier ones are being cleaned. */
async function* readAhead(
  inputs: readonly Input[],
  { concurrency, read: options }: Job,
  signal: AbortSignal,
): AsyncGenerator<SourceRecord | ReadFailure> {
  const reads = new PQueue({ concurrency })
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null)
    else signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  const open = (input: Input) => {
    const records = read(input, options)
    const next = () =>
      orFailure(input, 'read', async () => {
        const { done, value } = await records.next()
        return done ? null : value
      })
    const first = reads.add(next)
    // A read that waits for standard input must not keep an interrupted run alive.
    return { first: input.path === '-' ? Promise.race([first, aborted]) : first, next }
  }
  const ahead: ReturnType<typeof open>[] = []
  let opened = 0
  while (opened < inputs.length || ahead.length > 0) {
    while (opened < inputs.length && ahead.length < concurrency) ahead.push(open(inputs[opened++]!))
    const { first, next } = ahead.shift()!
    for (let record = await first; record; record = await next()) {
      if (signal.aborted) return
      yield record
    }
    if (signal.aborted) return
  }
}

/** Runs writes in the order given, some at a time; `add` waits while too many wait, and throws once one has failed. */
function openWriteQueue(concurrency: number) {
  const queue = new PQueue({ concurrency })
  let failure: { readonly error: unknown } | null = null
  const check = () => {
    if (failure) throw failure.error
  }
  return {
    async add(write: () => Promise<unknown>): Promise<void> {
      await queue.onSizeLessThan(concurrency)
      check()
      queue.add(write).catch((error: unknown) => {
        failure ??= { error }
      })
    },
    async settled(): Promise<void> {
      await queue.onIdle()
      check()
    },
  }
}
