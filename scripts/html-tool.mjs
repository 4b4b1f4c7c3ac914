/**
 * One tool over the development pages, in plain JavaScript and as it is installed, so that its memory is its own. Called
 * by `bench-html.ts`; prints JSON.
 *
 *     node scripts/html-tool.mjs <tool>
 */
const WARMING = 50
const TIMED = 400
const SHARED = new URL('../../shared/tools/extraction/', import.meta.url)

const TOOLS = {
  unspin: async () => {
    const { clean, DEFAULT_CLEAN_OPTIONS, loadResources, toHtmlRecord, toRecord } = await import(
      '../dist/index.js'
    )
    const resources = await loadResources()
    const options = { ...DEFAULT_CLEAN_OPTIONS, repair: 'off', spelling: 'off' }
    return (html) => {
      const outcome = clean(toHtmlRecord('page', html), resources, options)
      return outcome.status === 'cleaned' ? toRecord(outcome.document).text.length : 0
    }
  },
  'readability on linkedom': async () => {
    const [{ Readability }, { parseHTML }] = await Promise.all([
      import('@mozilla/readability'),
      import('linkedom'),
    ])
    return (html) => new Readability(parseHTML(html).document).parse()?.textContent?.length ?? 0
  },
}

const tool = await TOOLS[process.argv[2]]()
const bench = await import(new URL('bench.mjs', SHARED).href)
let count = 0
let seconds = 0
let middling = ''
// The reviewed texts are not held while the tool runs.
const ids = new Map([...bench.gold().keys()].map((id) => [id, null]))
for (const [, html] of bench.pages(ids)) {
  if (count === WARMING + TIMED) break
  const cost = timed(() => tool(html))
  if (count++ >= WARMING) seconds += cost
  if (html.length > middling.length && html.length < 200_000) middling = html
}
const megabytes = process.resourceUsage().maxRSS / 1024
const once = best(() => tool(middling))
const tenfold = best(() => tool(middling.repeat(10))) / once
console.log(JSON.stringify({ pagesPerSecond: TIMED / seconds, megabytes, tenfold }))

/** The least of a few times. */
function best(action) {
  return Math.min(...Array.from({ length: 3 }, () => timed(action)))
}

/** Seconds of CPU time. */
function timed(action) {
  const before = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
