/**
 * Measures the product and prints figures with the counts behind them.
 *
 *     npx tsx scripts/score.ts [section…] [--json] [--check] [--misses] [sample sizes]
 *
 * Sections: see `SECTIONS`; `repair` stands for all that concern repair. Without any, all are run. `--json` prints the
 * figures as JSON, `--check` exits with 1 where a figure is worse than its pin in `scripts/score/floors.json`,
 * `--misses` lists single misses where the text may be tuned on. Sections whose data are not there are skipped with a
 * notice. The output depends on code, rules, models and data alone.
 */
import { parseArgs } from 'node:util'
import { openRules } from '../src/load/rules.js'
import { formatFigure, type SectionReport } from './score/figure.js'
import { brokenFloors, readFloors } from './score/floors.js'
import { openBench, type Section } from './score/section.js'

/** Sections by name, loaded when asked for. */
const SECTIONS: Readonly<Record<string, () => Promise<Section>>> = {
  seed: async () => (await import('./score/sections/seed.js')).seed,
  simulated: async () => (await import('./score/sections/simulated.js')).simulated,
  'kept-aside': async () => (await import('./score/sections/kept-aside.js')).keptAside,
  families: async () => (await import('./score/sections/kept-aside.js')).families,
  traps: async () => (await import('./score/sections/clean.js')).traps,
  excerpts: async () => (await import('./score/sections/excerpts.js')).excerpts,
  clean: async () => (await import('./score/sections/clean.js')).clean,
  windows: async () => (await import('./score/sections/clean.js')).windows,
}
const REPAIR = Object.keys(SECTIONS)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    documents: { type: 'string', default: '30' },
    seeds: { type: 'string', default: 'a,b' },
    excerpts: { type: 'string', default: '200' },
    'clean-step': { type: 'string', default: '1' },
    'window-step': { type: 'string', default: '1' },
  },
})
const names = (positionals.length > 0 ? positionals : Object.keys(SECTIONS)).flatMap((name) =>
  name === 'repair' ? REPAIR : [name],
)
const unknown = names.filter((name) => !Object.hasOwn(SECTIONS, name))
if (unknown.length > 0) {
  console.error(`no section "${unknown[0]}"; there are repair, ${Object.keys(SECTIONS).join(', ')}`)
  process.exit(2)
}

const bench = openBench(await openRules(), {
  documents: positive('documents'),
  seeds: values.seeds.split(','),
  excerpts: positive('excerpts'),
  cleanStep: positive('clean-step'),
  windowStep: positive('window-step'),
  listMisses: values.misses,
})
const reports: { name: string; report: SectionReport }[] = []
for (const name of new Set(names)) {
  const section = await SECTIONS[name]!()
  const report = await section(bench)
  reports.push({ name, report })
  if (!values.json) printReport(name, report)
}
const figures = reports.flatMap(({ report }) => report.figures)
if (values.json) console.log(JSON.stringify({ figures }, null, 1))
if (values.check) {
  const measured = reports.filter(({ report }) => report.figures.length > 0).map(({ name }) => name)
  const broken = brokenFloors(figures, readFloors(), measured)
  for (const line of broken) console.error(line)
  if (broken.length > 0) process.exitCode = 1
}

function printReport(name: string, { figures, notes }: SectionReport): void {
  console.log(`\n== ${name}`)
  for (const figure of figures) console.log(formatFigure(figure))
  for (const note of notes) console.log(note)
}

function positive(option: 'documents' | 'excerpts' | 'clean-step' | 'window-step'): number {
  const number = Number(values[option])
  if (Number.isInteger(number) && number > 0) return number
  console.error(`--${option} ${values[option]}: expected a whole number above 0`)
  process.exit(2)
}
