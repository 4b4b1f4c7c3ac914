import PQueue from 'p-queue'
import type { CleanOptions } from './clean-options.js'
import type { Outcome } from './core/outcome.js'
import type { SourceRecord } from './core/record.js'
import type { Resources } from './pipeline.js'
import { type FoundInputs, findInputs } from './read/find-inputs.js'
import type { Input } from './read/input.js'
import { type ReadOptions, read } from './read/read.js'
import { isFailure, type ReadFailure } from './read/reader.js'
import type { RecordOptions } from './record/to-record.js'
import { orFailure, type Settled, settleRecord } from './settle-record.js'
import { createSupervisor, type WorkerSettings } from './supervise/supervisor.js'
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
  /** Where documents are read and cleaned under a limit of time; null for this thread, without a limit. */
  readonly worker: WorkerSettings | null
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
    for await (const settled of settleAll(found.inputs, job, resources, watcher.signal)) {
      const { outcome, texts } = await formatted(settled, job.writers)
      settle(outcome)
      if (outcome.status !== 'cleaned' || !texts) continue
      const name = names(outcome.document.record.id)
      await writes.add(() => Promise.all(texts.map(({ writer, text }) => writer.write(text, name))))
    }
    await writes.settled()
    if (!watcher.signal.aborted) for (const writer of job.writers) await writer.finish()
  } finally {
    for (const writer of job.writers) await writer.abandon()
  }
  return tally
}

/** What became of every document, in input order. */
async function* settleAll(
  inputs: readonly Input[],
  job: Job,
  resources: Resources,
  signal: AbortSignal,
): AsyncGenerator<Settled> {
  if (job.worker) {
    yield* settleInWorker(inputs, job, job.worker, signal)
    return
  }
  for await (const record of readAhead(inputs, job, signal)) {
    yield isFailure(record) ? { outcome: record, article: null } : await settleRecord(record, resources, job)
  }
}

async function* settleInWorker(
  inputs: readonly Input[],
  job: Job,
  settings: WorkerSettings,
  signal: AbortSignal,
): AsyncGenerator<Settled> {
  const supervisor = createSupervisor(settings)
  const close = () => supervisor.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    for (const input of inputs) {
      if (signal.aborted) return
      if (input.path !== '-') {
        yield* supervisor.settle({ input })
        continue
      }
      // Only this thread has the standard input, and how long that takes to come is not the document's fault.
      for await (const record of readAhead([input], job, signal)) {
        if (isFailure(record)) yield { outcome: record, article: null }
        else yield* supervisor.settle({ record })
      }
    }
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}

interface Formatted {
  readonly outcome: Outcome
  /** What is to be written; null when the outcome is no article. */
  readonly texts: readonly { readonly writer: Writer; readonly text: string }[] | null
}

async function formatted({ outcome, article }: Settled, writers: readonly Writer[]): Promise<Formatted> {
  if (!article) return { outcome, texts: null }
  const { id, metadata } = article
  const texts = await orFailure({ id, filePath: metadata.file_path }, 'clean', () =>
    writers.map((writer) => ({ writer, text: writer.format(article) })),
  )
  return 'status' in texts ? { outcome: texts, texts: null } : { outcome, texts }
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
