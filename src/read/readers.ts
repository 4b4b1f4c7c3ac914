import { htmlReader } from './html/html.js'
import type { Reader } from './reader.js'
import { textReader } from './text.js'

const READERS: readonly Reader[] = [textReader, htmlReader]

/** Known extensions, those with `.gz` first, so that the longest is found. */
const EXTENSIONS = [
  ...READERS.flatMap(({ extensions }) => extensions.map((extension) => `${extension}.gz`)),
  ...READERS.flatMap(({ extensions }) => extensions),
]

/** The reader for a file name, null when its extension is unknown. Case does not count and `.gz` may follow. */
export function readerFor(fileName: string): Reader | null {
  const extension = splitExtension(fileName).extension.toLowerCase().replace(/\.gz$/, '')
  return READERS.find(({ extensions }) => extensions.includes(extension)) ?? null
}

/**
 * A file name or path as stem and extension, such as `.txt` or `.txt.gz`. The extension is empty where no reader knows
 * it, so that `No. 5` keeps its number, and so is never the whole name.
 */
export function splitExtension(fileName: string): { readonly stem: string; readonly extension: string } {
  const lower = fileName.toLowerCase()
  const known = EXTENSIONS.find(
    (end) => lower.endsWith(end) && !/(?:^|[/\\])$/.test(lower.slice(0, -end.length)),
  )
  const length = fileName.length - (known ?? '').length
  return { stem: fileName.slice(0, length), extension: fileName.slice(length) }
}
