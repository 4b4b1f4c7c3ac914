import { Worker } from 'node:worker_threads'
import type { Message, Task } from './messages.js'

/** What happens to a worker: what it says, its end, or that its time is up. */
export type WorkerEvent =
  | Message
  | { readonly kind: 'late' }
  /** It ended by itself. */
  | { readonly kind: 'dead'; readonly error: Error }
  /** It was ended. */
  | { readonly kind: 'closed' }

/** A running worker. */
export interface WorkerThread {
  send(task: Task): void
  /** The next event, as soon as there is one. */
  next(): Promise<WorkerEvent>
  /** Counts from now: an event `late` comes after `ms`, unless the count is begun again or stopped before. */
  startCount(ms: number): void
  stopCount(): void
  /** Ends it, whatever it is doing; the next event is `closed`. */
  end(): void
}

/** Starts a worker with the module and the data given. */
export function startWorker(module: URL, data: unknown): WorkerThread {
  const worker = new Worker(module, { workerData: data })
  const events: WorkerEvent[] = []
  let wake: (() => void) | null = null
  let timer: NodeJS.Timeout | null = null
  const push = (event: WorkerEvent) => {
    events.push(event)
    wake?.()
  }
  const stopCount = () => {
    if (timer) clearTimeout(timer)
    timer = null
  }
  worker.on('message', (message: Message) => push(message))
  worker.on('error', (error: Error) => push({ kind: 'dead', error }))
  worker.on('exit', (code) =>
    push({ kind: 'dead', error: new Error(`the worker ended with exit code ${code}`) }),
  )
  return {
    send: (task) => worker.postMessage(task),
    async next() {
      while (events.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      wake = null
      return events.shift()!
    },
    startCount(ms) {
      stopCount()
      const started = setTimeout(() => {
        // What the worker has said in time may not have been heard yet, where this thread was busy.
        setImmediate(() => {
          if (timer === started) push({ kind: 'late' })
        })
      }, ms)
      timer = started
    },
    stopCount,
    end() {
      stopCount()
      worker.removeAllListeners()
      // A worker that is ended while it allocates may still report an error, which nobody waits for.
      worker.on('error', () => {})
      // Not waited for: a thread inside a call of the file system ends when that call does.
      void worker.terminate()
      worker.unref()
      events.length = 0
      push({ kind: 'closed' })
    },
  }
}
