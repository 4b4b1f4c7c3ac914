import type { RunReport } from '../write/report.js'

/** What the process tells its caller. 3 is kept for a policy on errors. */
export const EXIT_CODES = {
  /** Finished; rejected documents are not failures. */
  finished: 0,
  /** Finished, and something failed: a document of a run, a rule's example, a record that does not fit its source. */
  failed: 1,
  /** Not started or given up: a wrong call, a bad rule file, a missing model, an output that cannot be written. */
  unusable: 2,
  interrupted: 130,
  terminated: 143,
} as const

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]

/** The signals that stop a run, with the code that each leads to. */
export const STOP_SIGNALS = { SIGINT: EXIT_CODES.interrupted, SIGTERM: EXIT_CODES.terminated } as const

/** The code for a run that went to its end. */
export function exitCodeOf({ counts }: RunReport): ExitCode {
  return counts.failed > 0 ? EXIT_CODES.failed : EXIT_CODES.finished
}
