import { DEFAULT_CLEAN_OPTIONS, DUPLICATES_MODES, REPAIR_MODES, SPELLING_MODES } from '../clean-options.js'
import { QUOTE_STYLES } from '../normalise/fixer.js'
import { DEFAULT_READ_OPTIONS } from '../read/read.js'
import { DEFAULT_RECORD_OPTIONS, PROVENANCE_LEVELS } from '../record/to-record.js'
import { FORMATS, type Format } from '../write/writer.js'
import { UsageError } from './usage-error.js'

/** A flag of a command: how it is written, what it means, how its value is read, and what holds without it. */
export interface Flag<T> {
  /** As in `--format <names>`; a flag without a value is true when it is there. */
  readonly syntax: string
  readonly help: string
  readonly initial: T
  /** The value for one use of the flag. @throws UsageError that says what was expected. */
  readonly parse: (text: string, before: T) => T
  /** The values that the flag knows, where they can be listed. */
  readonly choices?: readonly string[]
}

/** Every flag, by the name that its value goes by. */
export const FLAGS = {
  output: text(
    '--output <path>',
    'where to write: a folder, made where there is none; for a profile a new file',
  ),
  format: {
    syntax: '--format <names>',
    help: 'what to write, separated by commas (default: text,jsonl, or jsonl to standard output)',
    initial: null as readonly Format[] | null,
    parse: (text: string, before: readonly Format[] | null): readonly Format[] => {
      const names = text.split(',').map((name) => oneOf(FORMATS, name.trim()))
      return [...new Set([...(before ?? []), ...names])]
    },
    choices: FORMATS,
  },
  source: text('--source <name>', "name of the collection (default: the folder's name)"),
  added: {
    ...text('--added <date>', 'when the records were collected, ISO 8601; goes into every record'),
    parse: (text: string) => {
      if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text)) {
        throw new UsageError('Expected an ISO 8601 date, such as 2025-01-31 or 2025-01-31T08:00:00Z.')
      }
      return text
    },
  },
  provenance: choice(
    '--provenance <level>',
    'edits that records keep; edits leaves out the words of removals',
    PROVENANCE_LEVELS,
    DEFAULT_RECORD_OPTIONS.provenance,
  ),
  removed: yes('--removed', 'keep the words of removed lines in the record'),
  quotes: choice(
    '--quotes <style>',
    'quotation marks and apostrophes',
    QUOTE_STYLES,
    DEFAULT_CLEAN_OPTIONS.quotes,
  ),
  repair: choice('--repair <mode>', 'what to do about spun text', REPAIR_MODES, DEFAULT_CLEAN_OPTIONS.repair),
  context: text(
    '--context <folder>',
    'clean articles, of which those on the same story as a spun one help to restore it',
  ),
  profile: text(
    '--profile <file>',
    "what `unspin survey` found: lines of the pages' sites, pages that repeat another",
  ),
  duplicates: choice(
    '--duplicates <mode>',
    'what to do about pages that repeat another, as the profile says',
    DUPLICATES_MODES,
    DEFAULT_CLEAN_OPTIONS.duplicates,
  ),
  minConfidence: number(
    '--min-confidence <share>',
    'make only repairs at least this sure, from 0 to 1',
    DEFAULT_CLEAN_OPTIONS.minConfidence,
    { from: 0, to: 1, isWhole: false },
  ),
  spelling: choice(
    '--spelling <mode>',
    'what to do about misspelt words outside spun text',
    SPELLING_MODES,
    DEFAULT_CLEAN_OPTIONS.spelling,
  ),
  maxDocumentBytes: number(
    '--max-document-bytes <count>',
    'refuse documents that are larger, packed or unpacked',
    DEFAULT_READ_OPTIONS.maxBytes,
    { from: 1, to: Number.MAX_SAFE_INTEGER, isWhole: true },
  ),
  maxDocumentMs: {
    ...number('--max-document-ms <count>', '', 0, { from: 1, to: 2 ** 31 - 1, isWhole: true }),
    help: 'give up on a document that takes longer to read and clean, and go on with the next (default: no limit)',
    initial: null as number | null,
  },
  concurrency: number(
    '--concurrency <count>',
    'files to read and to write at a time; never changes what is written',
    8,
    { from: 1, to: 1024, isWhole: true },
  ),
  quiet: yes('--quiet', 'say nothing but what failed'),
  verbose: yes('--verbose', 'say what became of every document'),
  logFormat: choice('--log-format <format>', 'messages on standard error', ['text', 'json'] as const, 'text'),
  parallel: text(
    '--parallel <folder>',
    'the originals, under the names of the articles that were made of them',
  ),
  documents: number('--documents <count>', 'articles to learn from at most, taken evenly from all', 60, {
    from: 1,
    to: 100_000,
    isWhole: true,
  }),
  sourceFile: text('--source-file <file>', 'the file that the record was made from'),
  record: text('--record <id>', 'id of the record, where the file holds many'),
  repairs: yes('--repairs', 'take back the repairs alone: the text as cleaned; needs no source'),
}

export type FlagName = keyof typeof FLAGS

/** The values of some flags. */
export type FlagValues<N extends FlagName> = { readonly [K in N]: (typeof FLAGS)[K]['initial'] }

function text(syntax: string, help: string): Flag<string | null> {
  return { syntax, help, initial: null, parse: (text) => text }
}

function yes(syntax: string, help: string): Flag<boolean> {
  return { syntax, help, initial: false, parse: () => true }
}

function choice<T extends string>(syntax: string, help: string, choices: readonly T[], initial: T): Flag<T> {
  return { syntax, help, initial, parse: (text) => oneOf(choices, text), choices }
}

interface NumberRange {
  readonly from: number
  readonly to: number
  readonly isWhole: boolean
}

function number(
  syntax: string,
  help: string,
  initial: number,
  { from, to, isWhole }: NumberRange,
): Flag<number> {
  const parse = (text: string) => {
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
    if (value >= from && value <= to && (!isWhole || Number.isInteger(value))) return value
    throw new UsageError(`Expected a ${isWhole ? 'whole ' : ''}number from ${from} to ${to}.`)
  }
  return { syntax, help, initial, parse }
}

function oneOf<T extends string>(choices: readonly T[], text: string): T {
  const found = choices.find((choice) => choice === text)
  if (found) return found
  throw new UsageError(`Expected ${choices.length > 1 ? 'one of ' : ''}${choices.join(', ')}.`)
}
