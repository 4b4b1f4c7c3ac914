import { type ExitCode, STOP_SIGNALS } from './exit-code.js'

/** Whether and why the process has been asked to stop. */
export interface StopRequest {
  readonly signal: AbortSignal
  /** The exit code of the signal that came, null while none has. */
  code(): ExitCode | null
}

/** Listens for the signals that stop a run; the first asks it to end in good order, the second ends it at once. */
export function listenForStop(): StopRequest {
  const controller = new AbortController()
  let code: ExitCode | null = null
  for (const [signal, signalCode] of Object.entries(STOP_SIGNALS)) {
    process.on(signal, () => {
      if (code !== null) process.exit(signalCode)
      code = signalCode
      controller.abort()
    })
  }
  return { signal: controller.signal, code: () => code }
}
