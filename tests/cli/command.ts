import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach } from 'vitest'
import type { ArticleRecord } from '../../src/record/article-record.js'
import type { RunReport } from '../../src/write/report.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The five sample articles. */
export const SAMPLES = join(ROOT, 'input')

/** An article that is cleaned without a remark. */
export const ARTICLE = `Council Opens Bridge After Two Years of Work

The council opened the new bridge across the river on Monday, two years after the old one was closed to traffic.

Residents of both banks walked across it in the morning, and the first buses followed at noon, officials said.
`

/** What became of a call of the command. */
export interface Called {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The built command. */
export const COMMAND = builtCommand()

/** @throws Error when the build is older than its sources. */
function builtCommand(): string {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  const newest = Math.max(...sources.map((path) => statSync(join(ROOT, 'src', path)).mtimeMs))
  const main = join(ROOT, 'dist/cli/main.js')
  const built = statSync(main, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (built < newest)
    throw new Error('dist/ is older than src/; run `npm run build` first, as `npm test` does')
  return main
}

/** Calls the command in the test's folder, with the given standard input. */
export async function unspin(words: readonly string[], input: string | Uint8Array = ''): Promise<Called> {
  const child = spawn(process.execPath, [COMMAND, ...words], {
    cwd: folder || tmpdir(),
    env: { ...process.env, NO_COLOR: '' },
  })
  // A command that needs no input may end before it has taken any.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, out, err }
}

/** A new folder for each test. */
export let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unspin-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a file into the test's folder, with the folders on its way. */
export function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

/** A file of the test's folder, or of any by its full path. */
export function got(path: string): string {
  return readFileSync(resolve(folder, path), 'utf8')
}

/** The files under a folder of the test's folder, with their paths in it. */
export function files(path: string): string[] {
  const entries = readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, path).length + 1))
    .toSorted()
}

export function report(path = 'out'): RunReport {
  return JSON.parse(got(`${path}/report.json`))
}

export function records(path = 'out'): ArticleRecord[] {
  return got(`${path}/articles.jsonl`)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}
