/**
 * Prints what repair costs on this machine, in one thread: loading its models, the scan of clean documents, and the
 * repair of spun ones. Figures to read: nothing waits for a clock.
 *
 *     npx tsx scripts/bench-repair.ts [--documents <n>]
 */
import { parseArgs } from 'node:util'
import { detect } from '../src/detect/detect.js'
import { openRules } from '../src/load/rules.js'
import { repair } from '../src/repair/repair.js'
import { DEFAULT_REPAIR_SETTINGS } from '../src/repair/settings.js'
import { createResources } from '../src/resources.js'
import { readBodies } from './score/clean-texts.js'
import { readClean } from './score/kept-aside.js'
import { bodyDocument } from './score/repair-text.js'
import { openSpinner } from './simulate/open-spinner.js'

const FAMILY = 'mythes-first-synonym'
/** Least bytes that the scan reads while it is measured. */
const SCANNED_BYTES = 100_000_000

const { values } = parseArgs({ options: { documents: { type: 'string', default: '60' } } })
const count = Number(values.documents)

/** What something took: CPU time of the whole process and time on the clock, in seconds. */
interface Cost {
  readonly cpu: number
  readonly elapsed: number
}

function measure(action: () => void): Cost {
  const cpu = process.cpuUsage()
  const begun = performance.now()
  action()
  const { user, system } = process.cpuUsage(cpu)
  return { cpu: (user + system) / 1e6, elapsed: (performance.now() - begun) / 1000 }
}

/** Memory in megabytes: what the system sees, tables in array buffers, and objects. */
function memory(): readonly [resident: number, tables: number, heap: number] {
  const { rss, arrayBuffers, heapUsed } = process.memoryUsage()
  return [rss / 1e6, arrayBuffers / 1e6, heapUsed / 1e6]
}

function row(name: string, ...columns: readonly (number | string)[]): void {
  const shown = columns.map((column) => (typeof column === 'number' ? column.toFixed(2) : column))
  console.log(name.padEnd(44) + shown.map((column) => column.padStart(16)).join(''))
}

const rules = await openRules()
const before = memory()
console.log('Memory is what has been added since the start.')
row('', 'CPU s', 'elapsed s', 'resident MB', 'tables MB', 'heap MB')
const loaded = loadStep('loading the scan', () => createResources(rules))
loadStep('loading the models of repair', () => loaded.repair())
const short = bodyDocument([
  'The council met on Monday to discuss the new bridge over the river near the old mill.',
])
loadStep('first spun document', () =>
  repair(
    short,
    loaded.scan.families.map(({ family }) => ({ family, blocks: [0] })),
    loaded.repair(),
    DEFAULT_REPAIR_SETTINGS,
  ),
)

function loadStep<T>(name: string, load: () => T): T {
  let made: { readonly value: T } | undefined
  const { cpu, elapsed } = measure(() => {
    made = { value: load() }
  })
  const grown = memory().map((megabytes, index) => megabytes - before[index]!)
  row(name, cpu, elapsed, ...grown)
  return made!.value
}

/** Articles to scan and to spin: real ones where the data are there, else those that the project brings along. */
const articles = (readBodies() ?? [...readClean('clean-wire'), ...readClean('traps')])
  .filter(({ paragraphs }) => paragraphs.join('\n').length > 1000)
  .slice(0, 2 * count)
  .map(({ id, paragraphs }) => ({ id, paragraphs: paragraphs.slice(0, 40) }))

console.log()
row('', 'CPU s', 'elapsed s', 'documents', 'MB', 'MB per CPU s')
const scanned = articles
  .map(({ paragraphs }) => bodyDocument(paragraphs))
  // A document that is nominated is not read to its end, and would make the scan look faster than it is.
  .filter((document) => detect(document, loaded.scan).length === 0)
const bytes = scanned.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
const rounds = Math.ceil(SCANNED_BYTES / bytes)
const scan = measure(() => {
  for (let round = 0; round < rounds; round++) {
    for (const document of scanned) detect(document, loaded.scan)
  }
})
const megabytes = (rounds * bytes) / 1e6
row('scan of clean documents', scan.cpu, scan.elapsed, `${scanned.length}`, megabytes, megabytes / scan.cpu)

console.log()
row('', 'CPU s', 'elapsed s', 'documents', 'words', 'words per CPU s', 'words/s')
for (const [name, density] of [
  ['repair of spun documents', 1],
  ['repair of thinly spun documents', 0.2],
] as const) {
  const spin = openSpinner(FAMILY, rules, { seed: 'bench', density })
  const documents = articles.map(({ id, paragraphs }) =>
    bodyDocument(paragraphs.map((paragraph) => spin(paragraph, id).text)),
  )
  const repairAll = (some: typeof documents) => {
    for (const document of some) {
      const nominated = detect(document, loaded.scan)
      if (nominated.length > 0) repair(document, nominated, loaded.repair(), DEFAULT_REPAIR_SETTINGS)
    }
  }
  const middle = Math.floor(documents.length / 2)
  // The first half warms compiler and caches; the second is other text.
  repairAll(documents.slice(0, middle))
  const measured = documents.slice(middle)
  const words = measured.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  const { cpu, elapsed } = measure(() => repairAll(measured))
  row(
    name,
    cpu,
    elapsed,
    `${measured.length}`,
    `${words}`,
    (words / cpu).toFixed(0),
    (words / elapsed).toFixed(0),
  )
}
