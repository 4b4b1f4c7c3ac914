import type { FlagValues } from './flags.js'

/** How much a message matters: `detail` is for `--verbose`, `failure` is said under `--quiet` too. */
export type Level = 'detail' | 'info' | 'failure'

/** What a message is about, for programs that read it. */
export interface LogFields {
  readonly [name: string]: string | number
}

/** Says something to the person at the terminal, and to no one else: standard output is for data. */
export type Log = (level: Level, event: string, message: string, fields: LogFields) => void

const LEVELS = {
  quiet: ['failure'],
  normal: ['failure', 'info'],
  verbose: ['failure', 'info', 'detail'],
} as const satisfies Record<string, readonly Level[]>

/** A log to `write`, as lines of text or as one JSON object a line. */
export function createLog(
  { quiet, verbose, logFormat }: FlagValues<'quiet' | 'verbose' | 'logFormat'>,
  write: (line: string) => void,
): Log {
  const levels: readonly Level[] = LEVELS[quiet ? 'quiet' : verbose ? 'verbose' : 'normal']
  return (level, event, message, fields) => {
    if (!levels.includes(level)) return
    write(logFormat === 'json' ? JSON.stringify({ level, event, message, ...fields }) : message)
  }
}
