/** A line on the terminal that says how far a run has come. */
export interface Progress {
  /** One more document is done. */
  advance(): void
  /** Takes the line away, so that something else can be written. */
  clear(): void
}

const BAR_WIDTH = 24
/** Milliseconds between two drawings; more often only makes the terminal busy. */
const INTERVAL = 100

/** A progress line for `total` documents, drawn by `write`; `now` gives milliseconds. */
export function createProgress(total: number, write: (text: string) => void, now: () => number): Progress {
  const begun = now()
  let done = 0
  let drawnAt = Number.NEGATIVE_INFINITY
  let isDrawn = false
  return {
    advance() {
      done++
      const time = now()
      if (time - drawnAt < INTERVAL) return
      drawnAt = time
      isDrawn = true
      write(`\r${formatProgress(done, total, (time - begun) / 1000)}\u001b[K`)
    },
    clear() {
      if (isDrawn) write('\r\u001b[K')
      isDrawn = false
    },
  }
}

/** `██████░░░░  60%  6 of 10  12/s  0:02 left`, after `seconds` of work. */
export function formatProgress(done: number, total: number, seconds: number): string {
  const share = total > 0 ? done / total : 1
  const filled = Math.floor(share * BAR_WIDTH)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
  const rate = seconds > 0 ? done / seconds : 0
  const parts = [bar, `${Math.floor(share * 100)}%`.padStart(4), `${done} of ${total}`]
  if (rate > 0)
    parts.push(
      `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`,
      `${clockTime((total - done) / rate)} left`,
    )
  return parts.join('  ')
}

/** Minutes and seconds, or hours before them: `0:07`, `1:02:03`. */
function clockTime(seconds: number): string {
  const whole = Math.round(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':')
}
