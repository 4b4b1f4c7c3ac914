import type { SourceRecord } from '../core/record.js'
import type { Input } from '../read/input.js'
import type { Settled } from '../settle-record.js'

/** What a worker is asked to do: read an input and clean what it holds, or clean what has been read. */
export type Task = { readonly input: Input } | { readonly record: SourceRecord }

/** What a worker says. */
export type Message =
  /** It has loaded what it needs and waits for its first task; no document's time runs before. */
  | { readonly kind: 'ready' }
  /** The task's next document has been read, and its cleaning begins. */
  | { readonly kind: 'cleaning' }
  /** A document of the task is done. */
  | { readonly kind: 'settled'; readonly settled: Settled }
  /** The task is done. */
  | { readonly kind: 'done' }
