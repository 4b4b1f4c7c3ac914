import type { ExitCode } from './exit-code.js'
import type { FlagName, FlagValues } from './flags.js'

/** A command as its help shows it; what it does is loaded when it runs. */
export interface Command {
  /** As typed, such as `clean` or `rules test`. */
  readonly name: string
  /** As in `<path...>`; empty where it takes none. */
  readonly operands: string
  readonly summary: string
  readonly flags: readonly FlagName[]
  /** A call to try, and what it does. */
  readonly examples: readonly (readonly [call: string, effect: string])[]
  readonly run: (operands: readonly string[], flags: FlagValues<FlagName>) => Promise<ExitCode>
}

const CLEANING = [
  'quotes',
  'repair',
  'context',
  'profile',
  'minConfidence',
  'spelling',
  'maxDocumentBytes',
] as const

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'clean',
    operands: '<path...>',
    summary:
      'Clean articles: files, folders with all that is inside them, or - for one document from standard input to standard output.',
    flags: [
      'output',
      'format',
      'source',
      'added',
      'provenance',
      'removed',
      ...CLEANING,
      'duplicates',
      'maxDocumentMs',
      'concurrency',
      'quiet',
      'verbose',
      'logFormat',
    ],
    examples: [
      ['unspin clean input --output output', 'cleans a folder'],
      ['unspin clean - --format text < article.txt', 'cleans one document in a pipe'],
    ],
    run: async (paths, flags) => (await import('./clean.js')).clean(paths, flags),
  },
  {
    name: 'explain',
    operands: '<file>',
    summary:
      'Show line by line what is removed and changed in a document, by which rule or model, and how sure it is.',
    flags: CLEANING,
    examples: [['unspin explain input/article.txt', 'explains one document']],
    run: async (paths, flags) => (await import('./explain.js')).explain(paths[0]!, flags),
  },
  {
    name: 'replay',
    operands: '<record>',
    summary:
      "Make a record's text out of its source again, by its edits, and print it. - reads the record from standard input.",
    flags: ['sourceFile', 'record'],
    examples: [
      [
        'unspin replay output/articles.jsonl --source-file input/a.txt',
        'picks the record that was made from the file',
      ],
    ],
    run: async (paths, flags) => (await import('./replay.js')).replay(paths[0]!, flags),
  },
  {
    name: 'undo',
    operands: '<record>',
    summary:
      "Take a record's edits back and print the source text, exactly. - reads the record from standard input.",
    flags: ['sourceFile', 'record', 'repairs'],
    examples: [
      [
        'unspin undo output/articles.jsonl --source-file input/a.txt',
        'needs the source for words that were removed',
      ],
      [
        'unspin undo output/articles.jsonl --record a --repairs',
        'prints the article as cleaned, before any repair',
      ],
    ],
    run: async (paths, flags) => (await import('./undo.js')).undo(paths[0]!, flags),
  },
  {
    name: 'learn',
    operands: '<path...>',
    summary:
      'Write a profile of an unknown spinner, for a person to review, from articles that it has spun, with or without their originals.',
    flags: ['output', 'parallel', 'documents', 'maxDocumentBytes', 'quiet'],
    examples: [
      ['unspin learn spun --output rules/spinners/new.yml', 'learns from what the spinner wrote'],
      [
        'unspin learn spun --parallel originals --output rules/spinners/new.yml',
        'learns from originals where there are some',
      ],
    ],
    run: async (paths, flags) => (await import('./learn.js')).learn(paths, flags),
  },
  {
    name: 'survey',
    operands: '<path...>',
    summary:
      'Count over a batch which lines stand on many pages of a site and which pages repeat another, and write a profile of it for clean.',
    flags: ['output', 'source', 'maxDocumentBytes', 'concurrency', 'quiet', 'verbose', 'logFormat'],
    examples: [
      ['unspin survey pages --output profile.json', 'counts over a folder'],
      [
        'unspin survey pages --source gazette --output gazette.json',
        'names the site of pages without an address',
      ],
    ],
    run: async (paths, flags) => (await import('./survey.js')).survey(paths, flags),
  },
  {
    name: 'rules list',
    operands: '',
    summary: 'List the rule files and what each holds.',
    flags: [],
    examples: [['unspin rules list', 'shows what is in force']],
    run: async () => (await import('./rules.js')).listRules(),
  },
  {
    name: 'rules test',
    operands: '',
    summary: "Run every rule's own examples.",
    flags: ['verbose'],
    examples: [['unspin rules test', 'checks the rules after a change']],
    run: async (_, flags) => (await import('./rules.js')).testRules(flags),
  },
]
