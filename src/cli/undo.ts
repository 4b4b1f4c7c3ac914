import { undo as undoRecord, undoRepairs } from '../record/replay.js'
import { chooseRecord, readSource, sourceProblem } from './chosen-record.js'
import { EXIT_CODES, type ExitCode } from './exit-code.js'
import type { FlagValues } from './flags.js'
import { writeOut } from './standard-output.js'

/** `unspin undo`: prints the source of a record, or with `--repairs` its text as it was before any repair. */
export async function undo(
  path: string,
  flags: FlagValues<'sourceFile' | 'record' | 'repairs'>,
): Promise<ExitCode> {
  const source = flags.sourceFile === null ? null : await readSource(flags.sourceFile)
  const record = await chooseRecord(path, flags.record, source)
  if (flags.repairs) {
    await writeOut(`${undoRepairs(record).text}\n`)
    return EXIT_CODES.finished
  }
  const problem = source && sourceProblem(record, source)
  if (problem) return complain(problem)
  const undone = undoRecord(record, source?.text ?? null)
  if (!undone.ok) return complain(undone.problem)
  await writeOut(undone.source)
  return EXIT_CODES.finished
}

function complain(problem: string): ExitCode {
  process.stderr.write(`unspin undo: ${problem}\n`)
  return EXIT_CODES.failed
}
