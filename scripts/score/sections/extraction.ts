import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { missingData, sharedPath } from '../clean-texts.js'
import { type Figure, measureFigure, type SectionReport, shareFigure, under } from '../figure.js'

const SCRIPT = fileURLToPath(new URL('../../score-extraction.ts', import.meta.url))
const LINE = /^(page|near) (train|held-out) \((\d+)\): (.*) \| (.*)$/
const MEASURE = /(word F1|must-not|F1|P|R) ([\d.]+)/g
const FIELD = /(title|date|author) [\d.NaN]+ \((\d+) wrong, (\d+) missing of (\d+)\)/g

/** What `scripts/score-extraction.ts` prints, in a process of its own, as figures. @throws Error when it prints anything else. */
export async function extraction(): Promise<SectionReport> {
  if (!sharedPath('data', 'wcxb-dev')) return { figures: [], notes: [missingData('data', 'wcxb-dev')] }
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, SCRIPT])
  // How fast it was is a matter of the machine.
  const lines = stdout.split('\n').filter((line) => line !== '' && !line.endsWith('pages/s'))
  return { figures: under('extraction', lines.flatMap(figuresOf)), notes: [] }
}

function figuresOf(line: string): Figure[] {
  const [, scope, split, , measures, fields] = LINE.exec(line) ?? []
  if (measures === undefined || fields === undefined) {
    throw new Error(`score-extraction printed "${line}"; expected "page train (…): F1 … | title …"`)
  }
  return under(`${scope}/${split}`, [
    ...[...measures.matchAll(MEASURE)].map(([, name, value]) => measureFigure(name!, Number(value))),
    ...[...fields.matchAll(FIELD)].map(([, name, wrong, missing, known]) =>
      shareFigure(`${name} right`, Number(known) - Number(wrong) - Number(missing), Number(known)),
    ),
  ])
}
