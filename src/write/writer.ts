import { join } from 'node:path'
import type { ArticleRecord } from '../record/article-record.js'
import { openAtomic, writeAtomic } from './atomic.js'
import { jsonLine } from './jsonl.js'
import { articleMarkdown } from './markdown.js'
import { articleText } from './text.js'

/** Where records go in one format. */
export interface Writer {
  /** What is to be written of a record. @throws RangeError when it is longer than a string can be. */
  format(record: ArticleRecord): string
  /**
   * Writes what `format` gave; `name` is the record's path in the output folder, without extension. Records keep the
   * order of the calls, which need not wait for each other.
   */
  write(text: string, name: string): Promise<void>
  /** Puts what was written in its place. */
  finish(): Promise<void>
  /** Leaves no trace of what is not in its place yet. Does nothing after `finish`. */
  abandon(): Promise<void>
}

/** What a record becomes in each format, and the extension of its file where it has one of its own. */
const FORMATTERS = {
  text: { format: articleText, extension: '.txt' },
  jsonl: { format: jsonLine, extension: null },
  markdown: { format: articleMarkdown, extension: '.md' },
} as const

export type Format = keyof typeof FORMATTERS
export const FORMATS = Object.keys(FORMATTERS) as readonly Format[]

/** The one file of a run that holds all records, in a format that has no file for each. */
export const RECORDS_FILE = 'articles.jsonl'

/** A writer for one format into a folder: a file per record, or one file for all. */
export async function openFolderWriter(folder: string, format: Format): Promise<Writer> {
  const formatter = FORMATTERS[format]
  const { extension } = formatter
  if (extension === null) {
    return { format: formatter.format, ...(await openStreamingFile(join(folder, RECORDS_FILE))) }
  }
  return {
    format: formatter.format,
    write: (text, name) => writeAtomic(join(folder, `${name}${extension}`), text),
    finish: async () => {},
    abandon: async () => {},
  }
}

/** A writer for one format to a stream, one record after another. */
export function streamWriter(format: Format, write: (text: string) => Promise<void>): Writer {
  return {
    format: FORMATTERS[format].format,
    write,
    finish: async () => {},
    abandon: async () => {},
  }
}

/** How much text is gathered before the file system is asked to write it; not tuned. */
const CHUNK_LENGTH = 1 << 16

async function openStreamingFile(path: string): Promise<Omit<Writer, 'format'>> {
  const file = await openAtomic(path)
  let gathered = ''
  let last = Promise.resolve()
  /** Has a text written behind all that was handed over before. */
  const hand = (text: string) => {
    last = last.then(() => file.append(text))
    return last
  }
  return {
    async write(text) {
      if (gathered.length + text.length < CHUNK_LENGTH) {
        gathered += text
        return
      }
      hand(gathered)
      gathered = ''
      await hand(text)
    },
    async finish() {
      await hand(gathered)
      await file.commit()
    },
    abandon: () => file.abandon(),
  }
}
