import type { CleanOptions } from './clean-options.js'
import type { Outcome } from './core/outcome.js'
import type { SourceRecord } from './core/record.js'
import { clean, type Resources } from './pipeline.js'
import type { Input } from './read/input.js'
import { type ReadFailure, readFailure } from './read/reader.js'
import type { ArticleRecord } from './record/article-record.js'
import { type RecordOptions, toRecord } from './record/to-record.js'

/** What became of a document, and its record; null when the outcome is no article. */
export interface Settled {
  readonly outcome: Outcome
  readonly article: ArticleRecord | null
}

/** A record cleaned; failed when it breaks our code. */
export async function settleRecord(
  record: SourceRecord,
  resources: Resources,
  options: { readonly clean: CleanOptions; readonly record: RecordOptions },
): Promise<Settled> {
  const settled = await orFailure(record, 'clean', (): Settled => {
    const outcome = clean(record, resources, options.clean)
    return {
      outcome,
      article: outcome.status === 'cleaned' ? toRecord(outcome.document, options.record) : null,
    }
  })
  return 'status' in settled ? { outcome: settled, article: null } : settled
}

/** What `action` gives, or a failed outcome when it throws: the one place where a broken document is caught. */
export async function orFailure<T>(
  input: Pick<Input, 'id' | 'filePath'>,
  stage: string,
  action: () => T | Promise<T>,
): Promise<T | ReadFailure> {
  try {
    return await action()
  } catch (error) {
    return failureAt(input, stage, error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  }
}

/** The failed outcome of a document that a stage could not be finished with. */
export function failureAt(
  { id, filePath }: Pick<Input, 'id' | 'filePath'>,
  stage: string,
  reason: string,
): ReadFailure {
  return { ...readFailure({ id, filePath }, reason), stage }
}
