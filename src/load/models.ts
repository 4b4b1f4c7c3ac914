import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LanguageModel } from '../language/language-model.js'
import { type NameNeighbours, openNameNeighbours } from '../language/name-neighbours.js'
import { type NewsUnigrams, openNewsUnigrams } from '../language/news-unigrams.js'
import { openNgramModel } from '../language/ngram-model.js'
import { packedHeaderLength, readPackedHeader } from '../language/packed-file.js'
import { openRewriteTable, type RewriteTable } from '../language/rewrite-table.js'
import { openScanTable, type ScanTable } from '../language/scan-table.js'
import { openThesaurus, type Thesaurus } from '../language/thesaurus.js'
import { openWordSet, type WordSet } from '../language/word-set.js'
import { openWordVectors, type WordVectors } from '../language/word-vectors.js'
import type { ThesaurusName } from '../rules/spinner-profile.js'

/** The model files, by the name under which reports give their version. */
const FILES = {
  'language-model': 'language-model.bin',
  words: 'words.bin',
  'news-unigrams': 'news-unigrams.bin',
  thesaurus: 'thesaurus.bin',
  'wide-thesaurus': 'wide-thesaurus.bin',
  'scan-table': 'scan-table.bin',
  'word-vectors': 'word-vectors.bin',
  'name-neighbours': 'name-neighbours.bin',
  'rewrite-table': 'rewrite-table.bin',
} as const

export type ModelName = keyof typeof FILES

/** A model file's identity, as the report of a run gives it. */
export interface ModelVersion {
  readonly name: ModelName
  /** Version of the file's layout. */
  readonly version: number
  /** Hexadecimal SHA-256 of the model's contents, as written in its header when it was built. */
  readonly sha256: string
}

/** The language model, about 21 MB in memory that threads can share. @throws Error when its file is missing or damaged. */
export function loadLanguageModel(): LanguageModel {
  return open('language-model', openNgramModel)
}

/** The words of the dictionaries, about 3 MB in memory. @throws Error when its file is missing or damaged. */
export function loadWordSet(): WordSet {
  return open('words', openWordSet)
}

/** How often news uses each word, about 2 MB in memory. @throws Error when its file is missing or damaged. */
export function loadNewsUnigrams(): NewsUnigrams {
  return open('news-unigrams', openNewsUnigrams)
}

/** The synonyms that spinners draw on, 3 to 6 MB in memory. @throws Error when its file is missing or damaged. */
export function loadThesaurus(name: ThesaurusName = 'mythes'): Thesaurus {
  return open(name === 'mythes' ? 'thesaurus' : 'wide-thesaurus', openThesaurus)
}

/** The words that the scan for spun text looks for. @throws Error when its file is missing or damaged. */
export function loadScanTable(): ScanTable {
  return open('scan-table', openScanTable)
}

/** Meanings of frequent words, about 4 MB in memory. @throws Error when its file is missing or damaged. */
export function loadWordVectors(): WordVectors {
  return open('word-vectors', openWordVectors)
}

/** Which words stand beside names, about 0.2 MB in memory. @throws Error when its file is missing or damaged. */
export function loadNameNeighbours(): NameNeighbours {
  return open('name-neighbours', openNameNeighbours)
}

/** What each spinner does to words, about 12 MB in memory. @throws Error when its file is missing or damaged. */
export function loadRewriteTable(): RewriteTable {
  return open('rewrite-table', openRewriteTable)
}

/** Versions of all model files, from their headers alone. @throws Error when a file is missing or damaged. */
export function modelVersions(): ModelVersion[] {
  return (Object.keys(FILES) as ModelName[]).map((name) => {
    const { version, sha256 } = withFile(name, (file) => readPackedHeader(readHeaderBytes(file)))
    return { name, version, sha256 }
  })
}

function open<T>(name: ModelName, reader: (buffer: SharedArrayBuffer) => T): T {
  return withFile(name, (file) => reader(readAll(file)))
}

/** Runs `use` on the open file; whatever goes wrong is told with the file's path and the way out. */
function withFile<T>(name: ModelName, use: (file: number) => T): T {
  const path = modelPath(name)
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    return use(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`cannot use the model file ${path}: ${reason}. ${FIX}`, { cause: error })
  } finally {
    if (file !== null) closeSync(file)
  }
}

const FIX =
  'It is part of the package: reinstall unspin, or in a clone restore the file with `git checkout -- models`.'

/** `models/` lies beside `src/` and `dist/`, and this module in a folder of either. */
function modelPath(name: ModelName): string {
  return fileURLToPath(new URL(`../../models/${FILES[name]}`, import.meta.url))
}

function readAll(file: number): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(fstatSync(file).size)
  const bytes = new Uint8Array(buffer)
  let at = 0
  while (at < bytes.length) {
    const count = readSync(file, bytes, at, bytes.length - at, at)
    if (count === 0) throw new Error(`it ends after ${at} of ${bytes.length} bytes`)
    at += count
  }
  return buffer
}

function readHeaderBytes(file: number): Uint8Array {
  const start = new Uint8Array(16)
  readSync(file, start, 0, start.length, 0)
  const header = new Uint8Array(Math.min(packedHeaderLength(start), fstatSync(file).size))
  readSync(file, header, 0, header.length, 0)
  return header
}
