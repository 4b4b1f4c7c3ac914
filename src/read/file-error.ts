const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'a folder, not a file',
  ENOTDIR: 'a part of its path is not a folder',
  ELOOP: 'its symbolic links form a loop',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reports an input error',
}

/** Why the file system refused, in words; errors that it did not raise are thrown on. */
export function fileErrorReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (typeof code !== 'string') throw error
  return REASONS[code] ?? message
}
