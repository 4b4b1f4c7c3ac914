import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

// Prints what the command costs on this machine, from the start of the process to its exit: `npm run bench`. These are
// figures to read: no test waits for a clock.

const COMMAND = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const INPUT = fileURLToPath(new URL('../input/', import.meta.url))
const CLEAN_ARTICLES = ['000_3fbaf2634fa182ce.txt', '001_9b05d082ee61e917.txt']
const SPUN_ARTICLE = '004_8b7c4bea1a0a7a39.txt'

/** What one process cost. */
interface Cost {
  /** User and system time, seconds. */
  readonly cpu: number
  /** Seconds on the clock. */
  readonly elapsed: number
  /** Largest resident set, megabytes. */
  readonly peak: number
}

interface Case {
  readonly name: string
  readonly words: readonly string[]
  /** Of so many runs the one with the least CPU time counts. */
  readonly runs: number
  /** Documents and bytes read, for rates; none where a rate says nothing. */
  readonly documents?: number
  readonly bytes?: number
}

/** Loaded into the measured process: as it exits, it writes what it has used to the fourth file descriptor. */
const METER = `data:text/javascript,${encodeURIComponent(
  "import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))",
)}`

async function measure(words: readonly string[]): Promise<Cost> {
  const begun = performance.now()
  const stdio = ['ignore', 'ignore', 'inherit', 'pipe'] as const
  const child = spawn(process.execPath, ['--import', METER, ...words], { stdio: [...stdio] })
  const usage = text(child.stdio[3] as NodeJS.ReadableStream)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  const elapsed = (performance.now() - begun) / 1000
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}, expected 0`)
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await usage)
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, elapsed, peak: maxRSS / 1024 }
}

async function measureCase({ words, runs }: Case): Promise<Cost> {
  const costs: Cost[] = []
  for (let run = 0; run < runs; run++) costs.push(await measure(words))
  return costs.reduce((best, cost) => (cost.cpu < best.cpu ? cost : best))
}

function writeDocuments(folder: string, count: number, content: (index: number) => string): string {
  mkdirSync(folder)
  for (let index = 0; index < count; index++) writeFileSync(join(folder, `${index}.txt`), content(index))
  return folder
}

/** An article of about `bytes` whose paragraphs all differ. */
function longArticle(articles: readonly string[], bytes: number): string {
  const paragraphs = articles.flatMap((article) => article.split('\n').filter((line) => line.length > 80))
  const parts: string[] = []
  for (let length = 0; length < bytes; length += parts.at(-1)!.length + 2) {
    const paragraph = paragraphs[parts.length % paragraphs.length]!
    parts.push(
      parts.length < paragraphs.length ? paragraph : `In part ${parts.length} of the report, ${paragraph}`,
    )
  }
  return parts.join('\n\n')
}

function cases(folder: string): Case[] {
  const output = join(folder, 'output')
  const clean = CLEAN_ARTICLES.map((name) => readFileSync(join(INPUT, name), 'utf8'))
  const spun = readFileSync(join(INPUT, SPUN_ARTICLE), 'utf8')
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const command = (path: string, ...flags: string[]) => [
    COMMAND,
    'clean',
    path,
    '--output',
    output,
    '--quiet',
    ...flags,
  ]
  const long = longArticle(clean, 50_000_000)
  const line = longArticle(clean, 10_000_000).replaceAll('\n', ' ')
  const clean1000 = writeDocuments(join(folder, 'clean'), 1000, (index) => clean[index % clean.length]!)
  const spun200 = writeDocuments(join(folder, 'spun'), 200, () => spun)
  const sizeOf = (index: number) => Buffer.byteLength(clean[index % clean.length]!)
  const bytes1000 = Array.from({ length: 1000 }, (_, index) => sizeOf(index)).reduce(
    (sum, size) => sum + size,
    0,
  )
  const folderOf1000 = { runs: 2, documents: 1000, bytes: bytes1000 }
  return [
    { name: 'Node alone', words: ['--eval', '0'], runs: 5 },
    { name: 'unspin --help', words: [COMMAND, '--help'], runs: 5 },
    { name: 'one clean document, 5 KB', words: command(write('5k.txt', longArticle(clean, 5000))), runs: 5 },
    { name: 'one spun document, 3.5 KB', words: command(join(INPUT, SPUN_ARTICLE)), runs: 3 },
    { name: '1,000 clean documents', words: command(clean1000), ...folderOf1000 },
    { name: '  one file at a time', words: command(clean1000, '--concurrency', '1'), ...folderOf1000 },
    {
      name: '200 spun documents',
      words: command(spun200),
      runs: 1,
      documents: 200,
      bytes: 200 * Buffer.byteLength(spun),
    },
    {
      name: 'one line of 10 MB',
      words: command(write('line.txt', line)),
      runs: 1,
      documents: 1,
      bytes: line.length,
    },
    {
      name: 'one document of 50 MB',
      words: command(write('long.txt', long)),
      runs: 1,
      documents: 1,
      bytes: long.length,
    },
  ]
}

function row(columns: readonly string[]): string {
  return columns.map((column, index) => (index === 0 ? column.padEnd(28) : column.padStart(12))).join('')
}

const folder = mkdtempSync(join(tmpdir(), 'unspin-bench-'))
try {
  console.log(row(['', 'CPU s', 'elapsed s', 'peak MB', 'documents/s', 'MB/s', 'CPU : Node']))
  let node: Cost | null = null
  for (const one of cases(folder)) {
    const cost = await measureCase(one)
    node ??= cost
    const { documents, bytes } = one
    console.log(
      row([
        one.name,
        cost.cpu.toFixed(2),
        cost.elapsed.toFixed(2),
        cost.peak.toFixed(0),
        documents && documents > 1 ? (documents / cost.elapsed).toFixed(0) : '',
        bytes ? (bytes / 1e6 / cost.elapsed).toFixed(1) : '',
        (cost.cpu / node.cpu).toFixed(1),
      ]),
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}
