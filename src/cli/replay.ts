import { replay as replayRecord } from '../record/replay.js'
import { chooseRecord, readSource, sourceProblem } from './chosen-record.js'
import { EXIT_CODES, type ExitCode } from './exit-code.js'
import type { FlagValues } from './flags.js'
import { writeOut } from './standard-output.js'
import { UsageError } from './usage-error.js'

/** `unspin replay`: prints the text that a record's edits make of its source, and checks that it is the record's. */
export async function replay(path: string, flags: FlagValues<'sourceFile' | 'record'>): Promise<ExitCode> {
  if (flags.sourceFile === null) {
    throw new UsageError('no --source-file: found a record alone, expected the file that it was made from')
  }
  const source = await readSource(flags.sourceFile)
  const record = await chooseRecord(path, flags.record, source)
  const problem = sourceProblem(record, source)
  if (problem !== null) return complain(problem)
  const replayed = replayRecord(record, source.text)
  if (!replayed.ok) return complain(replayed.problem)
  const text = replayed.fields.text!
  if (text !== record.text) {
    const hint = record.edits.length === 0 ? '; it keeps no edits' : ''
    return complain(`the edits of record ${record.id} do not give its text${hint}`)
  }
  await writeOut(`${text}\n`)
  return EXIT_CODES.finished
}

function complain(problem: string): ExitCode {
  process.stderr.write(`unspin replay: ${problem}\n`)
  return EXIT_CODES.failed
}
