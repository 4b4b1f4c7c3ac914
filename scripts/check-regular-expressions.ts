/**
 * Checks that no regular expression of `src/` takes more than linear time, wherever in its input a match may begin.
 *
 *     npx tsx scripts/check-regular-expressions.ts
 *
 * An expression that is given short texts alone may take more: a comment above it says `Bounded input:` and what bounds
 * it. Such a comment above an expression that needs none is a failure too. What was judged once is kept in `.cache/`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openJudgements } from './regular-expressions/cached-judgements.js'
import { findExpressions } from './regular-expressions/find-expressions.js'
import { problemOf } from './regular-expressions/problem-of.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const judgements = openJudgements(join(ROOT, '.cache/regular-expressions.json'))
const counts = { proved: 0, attacked: 0, bounded: 0 }
const problems: string[] = []

for (const path of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).toSorted()) {
  if (!path.endsWith('.ts')) continue
  for (const expression of findExpressions(path, readFileSync(join(ROOT, 'src', path), 'utf8'))) {
    const { line, pattern, flags, bound } = expression
    const judgement = pattern === null ? null : await judgements.judge(pattern, flags)
    const problem = problemOf(expression, judgement)
    if (problem !== null) problems.push(`src/${path}:${line} ${problem}`)
    else if (bound !== null) counts.bounded++
    else counts[judgement?.verdict === 'proved' ? 'proved' : 'attacked']++
  }
}
judgements.save()

for (const problem of problems) console.error(problem)
const { proved, attacked, bounded } = counts
console.log(
  `regular expressions: ${proved} proved linear, ${attacked} linear under attack, ${bounded} on bounded input, ${problems.length} failed`,
)
// The library's helper process would keep this one alive.
process.exit(problems.length > 0 ? 1 : 0)
