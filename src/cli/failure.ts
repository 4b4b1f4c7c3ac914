/**
 * What to tell a person of an error that ended the command: its message where someone outside can mend the cause, with
 * the stack where our own code must be at fault.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `unspin: ${String(error)}`
  const isOurs = [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind)
  return `unspin: ${isOurs ? error.stack : error.message}`
}
