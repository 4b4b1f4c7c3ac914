import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { type Judgement, judgeExpression } from './judge-expression.js'

/** Judgements that outlive the process: an expression is judged once by each version of the library. */
export interface Judgements {
  judge(pattern: string, flags: string): Promise<Judgement>
  /** Keeps what was judged, and forgets expressions that were not asked for. */
  save(): void
}

/** The judgements that the file at `path` keeps; none where there is no such file. */
export function openJudgements(path: string): Judgements {
  const { version } = createRequire(import.meta.url)('recheck/package.json') as { readonly version: string }
  const known = readKnown(path)
  const asked: Record<string, Judgement> = {}
  return {
    async judge(pattern, flags) {
      const key = `${version} /${pattern}/${flags}`
      const judgement = known[key] ?? (await judgeExpression(pattern, flags))
      asked[key] = judgement
      return judgement
    },
    save() {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, `${JSON.stringify(asked, null, 1)}\n`)
    },
  }
}

function readKnown(path: string): Readonly<Record<string, Judgement>> {
  try {
    // Only `save` writes this file.
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, Judgement>
  } catch {
    return {}
  }
}
