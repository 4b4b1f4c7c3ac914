#!/usr/bin/env node
import { readVersion } from '../load/version.js'
import { EXIT_CODES } from './exit-code.js'
import { describeFailure } from './failure.js'
import { runProgram } from './program.js'

// A reader such as `head` that has seen enough closes the pipe: no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT_CODES.finished)
  throw error
})

try {
  process.exitCode = await runProgram(process.argv.slice(2), readVersion())
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`)
  process.exitCode = EXIT_CODES.unusable
}
