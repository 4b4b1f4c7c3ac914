/**
 * Prints pages per second and memory of extraction from HTML, beside Readability on linkedom, each in a process of its
 * own over the same development pages, and what ten times the page costs.
 *
 *     npx tsx scripts/bench-html.ts
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { DEFAULT_CLEAN_OPTIONS } from '../src/clean-options.js'
import { clean } from '../src/pipeline.js'
import { toHtmlRecord } from '../src/read/html/from-html.js'
import { toRecord } from '../src/record/to-record.js'
import { loadResources } from '../src/resources.js'
import { hasPages, importTool } from './extraction/pages.js'

/** Pages that warm the compiler, and those that are timed. */
const WARMING = 50
const TIMED = 400

interface Cost {
  /** Per second of CPU time, so that what else the machine does counts less. */
  readonly pagesPerSecond: number
  readonly megabytes: number
  /** CPU time of one page ten times over, by that of the page. */
  readonly tenfold: number
}

type Tool = (html: string) => number

const TOOLS: Readonly<Record<string, () => Promise<Tool>>> = {
  unspin: async () => {
    const resources = await loadResources()
    const options = { ...DEFAULT_CLEAN_OPTIONS, repair: 'off', spelling: 'off' } as const
    return (html) => {
      const outcome = clean(toHtmlRecord('page', html), resources, options)
      return outcome.status === 'cleaned' ? toRecord(outcome.document).text.length : 0
    }
  },
  'readability on linkedom': async () => (html) => {
    const { document } = parseHTML(html)
    return (
      new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()
        ?.textContent?.length ?? 0
    )
  },
}

const [name] = process.argv.slice(2)
if (!hasPages()) {
  console.log('bench-html: skipped, the development pages are not beside the project')
} else if (name !== undefined) {
  console.log(JSON.stringify(await measure(await TOOLS[name]!())))
} else {
  const run = promisify(execFile)
  const costs: Cost[] = []
  console.log(
    `${''.padEnd(28)}${'pages/CPU s'.padStart(14)}${'peak MB'.padStart(10)}${'x10 page'.padStart(10)}`,
  )
  for (const tool of Object.keys(TOOLS)) {
    const words = [...process.execArgv, fileURLToPath(import.meta.url), tool]
    const { stdout } = await run(process.execPath, words)
    const cost = JSON.parse(stdout) as Cost // printed by this very script
    costs.push(cost)
    console.log(
      tool.padEnd(28) +
        cost.pagesPerSecond.toFixed(0).padStart(14) +
        cost.megabytes.toFixed(0).padStart(10) +
        cost.tenfold.toFixed(1).padStart(10),
    )
  }
  const [own, other] = costs
  console.log(`${(own!.pagesPerSecond / other!.pagesPerSecond).toFixed(1)} times the pages per second`)
}

async function measure(tool: Tool): Promise<Cost> {
  const bench = await importTool<{
    gold(): Map<string, unknown>
    pages(ids: Map<string, unknown>): Iterable<[string, string]>
  }>('bench.mjs')
  let count = 0
  let seconds = 0
  let middling = ''
  for (const [, html] of bench.pages(bench.gold())) {
    if (count === WARMING + TIMED) break
    const cost = timed(() => tool(html))
    if (count++ >= WARMING) seconds += cost
    if (html.length > middling.length && html.length < 200_000) middling = html
  }
  const megabytes = process.resourceUsage().maxRSS / 1024
  const once = best(() => tool(middling))
  const tenfold = best(() => tool(middling.repeat(10))) / once
  return { pagesPerSecond: TIMED / seconds, megabytes, tenfold }
}

function best(action: () => void): number {
  return Math.min(...Array.from({ length: 3 }, () => timed(action)))
}

/** Seconds of CPU time. */
function timed(action: () => void): number {
  const before = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
