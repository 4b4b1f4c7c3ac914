/** The command cannot run as it was called or set up; the message says where, what was found and what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
