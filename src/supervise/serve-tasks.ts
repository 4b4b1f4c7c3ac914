import { parentPort } from 'node:worker_threads'
import type { CleanOptions } from '../clean-options.js'
import type { SourceRecord } from '../core/record.js'
import type { Resources } from '../pipeline.js'
import type { Input } from '../read/input.js'
import { type ReadOptions, read } from '../read/read.js'
import { isFailure, type ReadFailure } from '../read/reader.js'
import type { RecordOptions } from '../record/to-record.js'
import { orFailure, settleRecord } from '../settle-record.js'
import type { Message, Task } from './messages.js'

/** What a worker needs to know of the run. */
export interface ServeOptions {
  readonly read: ReadOptions
  readonly clean: CleanOptions
  readonly record: RecordOptions
}

/** Does the tasks that the thread which started this worker sends it, one after another, until it is terminated. */
export function serveTasks(resources: Resources, options: ServeOptions): void {
  // A worker has one; this is called in no other thread.
  const port = parentPort!
  const say = (message: Message) => port.postMessage(message)
  port.on('message', async (task: Task) => {
    for await (const record of recordsOf(task, options.read)) {
      if (isFailure(record)) {
        say({ kind: 'settled', settled: { outcome: record, article: null } })
        continue
      }
      say({ kind: 'cleaning' })
      say({ kind: 'settled', settled: await settleRecord(record, resources, options) })
    }
    say({ kind: 'done' })
  })
  say({ kind: 'ready' })
}

async function* recordsOf(task: Task, options: ReadOptions): AsyncGenerator<SourceRecord | ReadFailure> {
  if ('record' in task) {
    yield task.record
    return
  }
  yield* readSafely(task.input, options)
}

async function* readSafely(input: Input, options: ReadOptions): AsyncGenerator<SourceRecord | ReadFailure> {
  const records = read(input, options)
  for (;;) {
    const record = await orFailure(input, 'read', async () => {
      const { done, value } = await records.next()
      return done ? null : value
    })
    if (record === null) return
    yield record
    if (isFailure(record)) return
  }
}
