/**
 * Prints pages per second and memory of extraction from HTML, beside Readability on linkedom, each in a process of its
 * own over the same development pages, and what ten times the page costs. It measures what `npm run build` has made.
 *
 *     npm run build && npx tsx scripts/bench-html.ts
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { hasPages } from './extraction/pages.js'

interface Cost {
  /** Per second of CPU time, so that what else the machine does counts less. */
  readonly pagesPerSecond: number
  readonly megabytes: number
  /** CPU time of one page ten times over, by that of the page. */
  readonly tenfold: number
}

const TOOLS = ['unspin', 'readability on linkedom']
const SCRIPT = fileURLToPath(new URL('html-tool.mjs', import.meta.url))

if (!hasPages()) {
  console.log('bench-html: skipped, the development pages are not beside the project')
} else {
  const run = promisify(execFile)
  const costs: Cost[] = []
  console.log(
    `${''.padEnd(28)}${'pages/CPU s'.padStart(14)}${'peak MB'.padStart(10)}${'x10 page'.padStart(10)}`,
  )
  for (const tool of TOOLS) {
    const { stdout } = await run(process.execPath, [SCRIPT, tool])
    const cost = JSON.parse(stdout) as Cost // printed by html-tool.mjs
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
