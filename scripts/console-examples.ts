import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const COMMAND = join(ROOT, 'dist/cli/main.js')

/** A fenced block of Markdown: ` ```language fileName `. */
export interface CodeBlock {
  readonly language: string
  /** The file that the block shows; null where it names none. */
  readonly fileName: string | null
  readonly content: string
}

/** A line behind `$ ` in a block of the language `console`, and the lines below it. */
export interface ConsoleCall {
  readonly line: string
  readonly printed: string
}

const BLOCK = /^```(\w+)(?: (\S+))?\n((?:(?!```).*\n)*)```$/gm

/** The fenced blocks of a Markdown text, in order. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(BLOCK)].map(([, language, fileName, content]) => ({
    language: language!,
    fileName: fileName ?? null,
    content: content!,
  }))
}

/** The calls that a Markdown text shows, in order. */
export function consoleCalls(markdown: string): ConsoleCall[] {
  return codeBlocks(markdown)
    .filter(({ language }) => language === 'console')
    .flatMap(({ content }) => content.split(/^\$ /m).slice(1))
    .map((call) => {
      const end = call.indexOf('\n')
      return { line: call.slice(0, end), printed: call.slice(end + 1) }
    })
}

/** The Markdown text with what each call prints now. */
export async function withFreshOutput(markdown: string): Promise<string> {
  const fresh: string[] = []
  for (const { line } of consoleCalls(markdown)) fresh.push(await printedBy(line, codeBlocks(markdown)))
  return markdown.replace(BLOCK, (block, language: string) => {
    if (language !== 'console') return block
    const calls = consoleCalls(block).map(({ line }) => `$ ${line}\n${fresh.shift()}`)
    return `\`\`\`console\n${calls.join('')}\`\`\``
  })
}

/**
 * What a call prints on standard output, in a folder with the files that `blocks` show and the package `unspin`.
 * It is `unspin` or `node` with plain words, and may end with `< file`. @throws Error when it fails.
 */
export async function printedBy(line: string, blocks: readonly CodeBlock[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'unspin-example-'))
  try {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(ROOT, join(folder, 'node_modules/unspin'))
    const files = new Map(
      blocks.flatMap(({ fileName, content }) => (fileName === null ? [] : [[fileName, content] as const])),
    )
    for (const [name, content] of files) writeFileSync(join(folder, name), content)
    const [call = '', inputName] = line.split(' < ')
    const [program, ...words] = call.split(' ')
    if (program !== 'unspin' && program !== 'node')
      throw new Error(`${line}: expected a call of unspin or node`)
    return await run(
      program === 'node' ? words : [COMMAND, ...words],
      folder,
      files.get(inputName ?? '') ?? '',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(words: readonly string[], folder: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1' }
    const child = execFile(process.execPath, words, { cwd: folder, env }, (error, out, messages) => {
      if (error) reject(new Error(`${words.join(' ')}: ${messages}`, { cause: error }))
      else resolve(out)
    })
    child.stdin!.end(input)
  })
}
