import { isBodyRole } from '../core/block.js'
import type { Outcome } from '../core/outcome.js'
import type { FoundInputs } from '../read/find-inputs.js'
import type { RunReport } from '../write/report.js'
import { countOf } from './count-of.js'
import type { FlagValues } from './flags.js'
import { createLog, type Log } from './log.js'
import { createProgress, type Progress } from './progress.js'

/** What the person at the terminal sees of a run: what failed, how far it is, and how it ended. */
export interface RunScreen {
  start(found: FoundInputs): void
  outcome(outcome: Outcome): void
  /** The last words of a run that went to its end; `place` says where it wrote to. */
  finish(report: RunReport, place: string): void
  /** The last words of a run that was stopped; `left` says what it leaves. */
  stop(left: string): void
}

/** A screen on standard error, with a progress line where that is a terminal. */
export function createRunScreen(flags: FlagValues<'quiet' | 'verbose' | 'logFormat'>): RunScreen {
  const { stderr } = process
  const hasProgress = stderr.isTTY && !flags.quiet && !flags.verbose && flags.logFormat === 'text'
  let progress: Progress | null = null
  const log = createLog(flags, (line) => {
    progress?.clear()
    stderr.write(`${line}\n`)
  })
  return {
    start({ inputs, failures, skipped }) {
      if (hasProgress) {
        const write = (text: string) => stderr.write(text)
        progress = createProgress(inputs.length + failures.length, write, Date.now)
      }
      for (const { filePath, reason } of skipped) {
        log('detail', 'skipped', `skipped   ${filePath}: ${reason}`, { file_path: filePath, reason })
      }
      if (inputs.length + failures.length === 0) {
        const passed = skipped.length > 0 ? `${countOf(skipped.length, 'file')} passed over` : 'no file there'
        log('info', 'empty', `nothing to read: ${passed}; --verbose says why`, { skipped: skipped.length })
      }
    },
    outcome(outcome) {
      logOutcome(outcome, log)
      progress?.advance()
    },
    finish({ counts }, place) {
      progress?.clear()
      const { read, cleaned, rejected, failed, skipped } = counts
      const passed = skipped > 0 ? `; ${countOf(skipped, 'file')} skipped` : ''
      const sum = `${countOf(read, 'document')} read: ${cleaned} cleaned, ${rejected} rejected, ${failed} failed${passed}`
      log('info', 'finished', `${sum}. Written to ${place}.`, counts)
    },
    stop(left) {
      progress?.clear()
      log('info', 'stopped', `stopped: ${left}`, {})
    },
  }
}

function logOutcome(outcome: Outcome, log: Log): void {
  if (outcome.status === 'cleaned') {
    const { record, revisions, blocks } = outcome.document
    const edits = revisions.flatMap((revision) => revision.edits)
    const repairs = edits.filter(({ provenance }) => provenance.stage === 'repair').length
    const removed = blocks.filter(({ role }) => !isBodyRole(role)).length
    const fields = { id: record.id, file_path: record.filePath, edits: edits.length, repairs, removed }
    const did = `${countOf(edits.length, 'edit')}, ${countOf(repairs, 'repair')}, ${countOf(removed, 'block')} taken out`
    log('detail', 'cleaned', `cleaned   ${record.filePath}: ${did}`, fields)
    return
  }
  const { id, filePath } = outcome.status === 'rejected' ? outcome.record : outcome
  const { status, stage, reason } = outcome
  const level = status === 'failed' ? 'failure' : 'info'
  log(level, status, `${status.padEnd(9)} ${filePath}: ${reason}`, { id, file_path: filePath, stage, reason })
}
