/**
 * Prints a text as a spinner would leave it, for training, tests and experiments.
 *
 *     npx tsx scripts/spin.ts <file|-> --profile <id> [--seed <text>] [--density <share>]
 *
 * `--profile` names a file of `rules/spinners`, or one of the foreign spinners `other-source`, `inflecting` and
 * `contextual`. Another seed (default "1") is another spinner of the same family. `--density` is the share of its
 * changes that are made, from 0 to 1 (default 1); foreign spinners make all of theirs.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openRules } from '../src/load/rules.js'
import { openSpinner } from './simulate/open-spinner.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: 'string' },
    seed: { type: 'string', default: '1' },
    density: { type: 'string', default: '1' },
  },
})
const [path] = positionals
const density = Number(values.density)
if (path === undefined || values.profile === undefined || !(density >= 0 && density <= 1)) {
  console.error('usage: npx tsx scripts/spin.ts <file|-> --profile <id> [--seed <text>] [--density <0 to 1>]')
  process.exit(2)
}
const spin = openSpinner(values.profile, await openRules(), { seed: values.seed, density })
const text = readFileSync(path === '-' ? 0 : path, 'utf8')
process.stdout.write(
  text
    .split('\n')
    .map((line) => spin(line, path).text)
    .join('\n'),
)
