/**
 * Measures the product and prints figures with the counts behind them.
 *
 *     npx tsx scripts/score.ts [section…] [--json] [--check] [--misses] [sample sizes]
 *
 * Sections: see `SECTIONS`; `repair` stands for all that concern repair. Without any, all are run but `ablation`. Sections whose data
 * are not there are skipped with a notice. The output depends on code, rules, models and data alone.
 *
 * `--json` prints the figures as JSON. `--check` exits with 1 where a figure is worse than its pin in
 * `scripts/score/floors.json`. `--misses` lists single misses where the text may be tuned on. `--jobs 2` runs two
 * sections at a time, each in a process of its own. `--settings '{"topic":{"nearWeight":0}}'` sets repair otherwise,
 * for ablations.
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import PQueue from 'p-queue'
import { openRules } from '../src/load/rules.js'
import { DEFAULT_REPAIR_SETTINGS } from '../src/repair/settings.js'
import { formatFigure, type SectionReport } from './score/figure.js'
import { brokenFloors, readFloors } from './score/floors.js'
import { overrideSettings } from './score/override-settings.js'
import { openBench, type Section } from './score/section.js'

/** Sections by name, loaded when asked for. */
const SECTIONS: Readonly<Record<string, () => Promise<Section>>> = {
  seed: async () => (await import('./score/sections/seed.js')).seed,
  simulated: async () => (await import('./score/sections/simulated.js')).simulated,
  'simulated-families': async () => (await import('./score/sections/simulated.js')).simulatedFamilies,
  'kept-aside': async () => (await import('./score/sections/kept-aside.js')).keptAside,
  families: async () => (await import('./score/sections/kept-aside.js')).families,
  tortured: async () => (await import('./score/sections/tortured.js')).tortured,
  traps: async () => (await import('./score/sections/clean.js')).traps,
  context: async () => (await import('./score/sections/context.js')).context,
  excerpts: async () => (await import('./score/sections/excerpts.js')).excerpts,
  clean: async () => (await import('./score/sections/clean.js')).clean,
  windows: async () => (await import('./score/sections/clean.js')).windows,
  extraction: async () => (await import('./score/sections/extraction.js')).extraction,
  status: async () => (await import('./score/sections/status.js')).status,
  survey: async () => (await import('./score/sections/survey.js')).survey,
}
/** Sections of extraction; the others are of repair. */
const EXTRACTION = ['extraction', 'status', 'survey']
const REPAIR = Object.keys(SECTIONS).filter((name) => !EXTRACTION.includes(name))
/** Take as long as all others together: run when they are asked for. */
const EXTRA: Readonly<Record<string, () => Promise<Section>>> = {
  ablation: async () => (await import('./score/sections/ablation.js')).ablation,
  learning: async () => (await import('./score/sections/learning.js')).learning,
}
const KNOWN = { ...SECTIONS, ...EXTRA }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '1' },
    settings: { type: 'string', default: '{}' },
    documents: { type: 'string', default: '30' },
    seeds: { type: 'string', default: 'a,b' },
    excerpts: { type: 'string', default: '200' },
    'clean-step': { type: 'string', default: '1' },
    'window-step': { type: 'string', default: '1' },
  },
})
const names = [
  ...new Set(
    (positionals.length > 0 ? positionals : Object.keys(SECTIONS)).flatMap((name) =>
      name === 'repair' ? REPAIR : [name],
    ),
  ),
]
const unknown = names.filter((name) => !Object.hasOwn(KNOWN, name))
if (unknown.length > 0) {
  console.error(`no section "${unknown[0]}"; there are repair, ${Object.keys(KNOWN).join(', ')}`)
  process.exit(2)
}

const reports = values.jobs === '1' ? await runHere() : await runInProcesses(Number(values.jobs))
if (values.json) console.log(JSON.stringify(reports, null, 1))
if (values.check) {
  const figures = reports.flatMap((report) => report.figures)
  const measured = reports.filter((report) => report.figures.length > 0).map(({ name }) => name)
  const broken = brokenFloors(figures, readFloors(), measured)
  for (const line of broken) console.error(line)
  if (broken.length > 0) process.exitCode = 1
}

interface NamedReport extends SectionReport {
  readonly name: string
}

async function runHere(): Promise<NamedReport[]> {
  const bench = openBench(
    await openRules(),
    {
      documents: positive('documents'),
      seeds: values.seeds.split(','),
      excerpts: positive('excerpts'),
      cleanStep: positive('clean-step'),
      windowStep: positive('window-step'),
      listMisses: values.misses,
    },
    overrideSettings(DEFAULT_REPAIR_SETTINGS, values.settings),
  )
  const reports: NamedReport[] = []
  for (const name of names) {
    const section = await KNOWN[name]!()
    reports.push(printed({ name, ...(await section(bench)) }))
  }
  return reports
}

/** Each section in a process of its own, some at a time, printed in the order asked for. */
async function runInProcesses(jobs: number): Promise<NamedReport[]> {
  const queue = new PQueue({ concurrency: jobs })
  const passed = ['documents', 'seeds', 'excerpts', 'clean-step', 'window-step', 'settings'] as const
  const flags = [
    ...passed.flatMap((name) => [`--${name}`, values[name]]),
    ...(values.misses ? ['--misses'] : []),
  ]
  const run = promisify(execFile)
  const running = names.map((name) =>
    queue.add(async () => {
      const words = [...process.execArgv, fileURLToPath(import.meta.url), name, '--json', ...flags]
      const { stdout } = await run(process.execPath, words, { maxBuffer: 2 ** 28 })
      return JSON.parse(stdout) as [NamedReport] // printed by this very script
    }),
  )
  const reports: NamedReport[] = []
  for (const report of running) reports.push(...(await report).map(printed))
  return reports
}

function printed(report: NamedReport): NamedReport {
  if (values.json) return report
  console.log(`\n== ${report.name}`)
  for (const figure of report.figures) console.log(formatFigure(figure))
  for (const note of report.notes) console.log(note)
  return report
}

function positive(option: 'documents' | 'excerpts' | 'clean-step' | 'window-step'): number {
  const number = Number(values[option])
  if (Number.isInteger(number) && number > 0) return number
  console.error(`--${option} ${values[option]}: expected a whole number above 0`)
  process.exit(2)
}
