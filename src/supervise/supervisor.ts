import { failureAt, type Settled } from '../settle-record.js'
import type { Task } from './messages.js'
import { startWorker, type WorkerEvent, type WorkerThread } from './worker-thread.js'

/** The thread that documents are read and cleaned in, and how long one of them may take. */
export interface WorkerSettings {
  /** The module that the worker runs; it calls `serveTasks`. */
  readonly module: URL
  /** What that module finds as its `workerData`; it must be possible to copy. */
  readonly data: unknown
  /** In ms, for reading and cleaning one document; at least 1. */
  readonly maxDocumentMs: number
}

/** Has documents done by a worker, and replaces a worker that hangs or dies. */
export interface Supervisor {
  /** What became of each document of the task, in order. @throws Error when no worker can be started. */
  settle(task: Task): AsyncGenerator<Settled>
  /** Ends the worker, whatever it is doing; a task under way ends without its document. */
  close(): void
}

/** A supervisor that starts its first worker with its first task. */
export function createSupervisor({ module, data, maxDocumentMs }: WorkerSettings): Supervisor {
  let worker: WorkerThread | null = null
  let isClosed = false
  return {
    async *settle(task) {
      if (isClosed) return
      const thread = worker ?? (await started(startWorker(module, data)))
      if (!thread) return
      let stage = 'input' in task ? 'read' : 'clean'
      thread.startCount(maxDocumentMs)
      thread.send(task)
      for (;;) {
        const event = await thread.next()
        if (event.kind === 'closed') return
        if (event.kind === 'done') {
          thread.stopCount()
          return
        }
        if (event.kind === 'cleaning') stage = 'clean'
        else if (event.kind === 'settled') {
          stage = 'read'
          thread.startCount(maxDocumentMs)
          yield event.settled
        } else {
          thread.end()
          worker = null
          const named = 'input' in task ? task.input : task.record
          yield { outcome: failureAt(named, stage, reasonOf(event, maxDocumentMs)), article: null }
          return
        }
      }
    },
    close() {
      isClosed = true
      worker?.end()
    },
  }

  /** The worker once it waits for tasks: no document is to blame for one that never does. Null when it is closed first. */
  async function started(thread: WorkerThread): Promise<WorkerThread | null> {
    worker = thread
    const event = await thread.next()
    if (event.kind === 'closed') return null
    if (event.kind === 'dead') throw event.error
    return thread
  }
}

function reasonOf(event: WorkerEvent, maxDocumentMs: number): string {
  if (event.kind !== 'dead') return `not done after ${maxDocumentMs} ms, the most that a document may take`
  const { error } = event
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'it takes more memory than there is'
  return `its worker died: ${error.name}: ${error.message}`
}
