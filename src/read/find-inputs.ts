import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { fileErrorReason } from './file-error.js'
import type { Input } from './input.js'
import { assignIds, type Located } from './input-id.js'
import { type ReadFailure, readFailure } from './reader.js'
import { readerFor, splitExtension } from './readers.js'

/** A file or folder that was met and passed over on purpose. */
export interface Skipped {
  /** As in `Input`. */
  readonly filePath: string
  readonly reason: string
}

/** What the arguments of a run lead to. */
export interface FoundInputs {
  /** In the order of the arguments and, inside a folder, of the paths' UTF-16 code units; each file once. */
  readonly inputs: readonly Input[]
  /** Arguments that do not exist, folders that cannot be listed, links that lead nowhere. */
  readonly failures: readonly ReadFailure[]
  readonly skipped: readonly Skipped[]
}

export interface FindOptions {
  /** Nothing in this folder is read; null when the run writes no folder. */
  readonly outputFolder: string | null
  /** Name of the collection; null for the name of the folder that holds each file. */
  readonly source: string | null
}

/**
 * The inputs under `paths`: files as they are, whatever their extension, and folders with all that is inside them,
 * where only known extensions are read. `-` is standard input. Links are followed, after everything that needs none,
 * so that a file keeps its own path and a loop ends.
 */
export async function findInputs(paths: readonly string[], options: FindOptions): Promise<FoundInputs> {
  const located: Located[] = []
  const failures: ReadFailure[] = []
  const skipped: Skipped[] = []
  const seen = new Set<string>()
  const output = options.outputFolder === null ? null : await realpathOrResolved(options.outputFolder)

  for (const path of paths) {
    if (path !== '-') located.push(...(await walk(path)))
    else if (isNew('-')) located.push({ path, filePath: path, source: options.source ?? 'stdin', folder: '' })
  }
  return { inputs: assignIds(located), failures, skipped }

  async function walk(argument: string): Promise<Located[]> {
    const found: Located[] = []
    const links: string[] = []
    const place = await look(argument, basename(resolve(argument)))
    if (!place) return []
    const isFolder = place.stats.isDirectory()
    const root = isFolder ? argument : dirname(argument)
    const folder = basename(resolve(root))
    const add = (filePath: string, path: string) =>
      found.push({ path, filePath, source: options.source ?? folder, folder })

    if (!isFolder) {
      const name = basename(argument)
      if (isReadable(place.real, name)) add(name, argument)
      return found
    }
    await list('', place.real)
    // Links inside linked folders join the queue.
    for (const link of links) await follow(link)
    return found.sort((a, b) => compare(a.filePath, b.filePath))

    async function list(prefix: string, real: string): Promise<void> {
      if (!isReadable(real, prefix || folder)) return
      let entries: Dirent[]
      try {
        entries = await readdir(join(root, prefix), { withFileTypes: true })
      } catch (error) {
        fail(prefix || folder, fileErrorReason(error))
        return
      }
      for (const entry of entries.sort((a, b) => compare(a.name, b.name))) {
        const filePath = prefix ? `${prefix}/${entry.name}` : entry.name
        if (entry.name.startsWith('.')) skip(filePath, 'hidden')
        else if (entry.isSymbolicLink()) links.push(filePath)
        else if (entry.isDirectory()) await list(filePath, join(real, entry.name))
        else consider(filePath, join(real, entry.name), entry.isFile())
      }
    }

    async function follow(link: string): Promise<void> {
      const place = await look(join(root, link), link)
      if (!place) return
      if (place.stats.isDirectory()) await list(link, place.real)
      else consider(link, place.real, place.stats.isFile())
    }

    function consider(filePath: string, real: string, isFile: boolean): void {
      if (!isFile) skip(filePath, 'not a regular file')
      else if (!readerFor(basename(filePath))) skip(filePath, 'unknown extension')
      else if (isReadable(real, filePath)) add(filePath, join(root, filePath))
    }
  }

  /** What stands at `path` once links are followed; null, with a failure noted, when that cannot be told. */
  async function look(path: string, filePath: string): Promise<{ real: string; stats: Stats } | null> {
    try {
      const stats = await stat(path)
      // Pipes such as /dev/stdin have no path of their own that could be resolved.
      const real = stats.isFile() || stats.isDirectory() ? await realpath(path) : resolve(path)
      return { real, stats }
    } catch (error) {
      fail(filePath, fileErrorReason(error))
      return null
    }
  }

  /** True when the file or folder at `real` is outside the output folder and met for the first time. */
  function isReadable(real: string, filePath: string): boolean {
    if (output !== null && (real === output || real.startsWith(output + sep))) {
      skip(filePath, 'inside the output folder')
      return false
    }
    if (isNew(real)) return true
    skip(filePath, 'read already under another path')
    return false
  }

  function isNew(real: string): boolean {
    const before = seen.size
    return seen.add(real).size > before
  }

  function skip(filePath: string, reason: string): void {
    skipped.push({ filePath, reason })
  }

  function fail(filePath: string, reason: string): void {
    failures.push(readFailure({ id: splitExtension(filePath).stem, filePath }, reason))
  }
}

/** Order by UTF-16 code units, which no locale changes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function realpathOrResolved(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch {
    // A folder that the run has yet to make.
    return resolve(folder)
  }
}
