import { DEFAULT_CLEAN_OPTIONS, type RepairMode } from '../clean-options.js'
import { isProseRole } from '../core/block.js'
import type { Document } from '../core/document.js'
import { slice } from '../core/span.js'
import { clean, type Resources } from '../pipeline.js'
import { findInputs } from '../read/find-inputs.js'
import { DEFAULT_READ_OPTIONS, read } from '../read/read.js'
import { isFailure } from '../read/reader.js'
import { UsageError } from './usage-error.js'

/** An article that a command reads beside, or instead of, those that it cleans. */
export interface Article {
  /** The relative path without its extension. */
  readonly id: string
  readonly document: Document
}

/** How such articles are read. */
export interface ArticleOptions {
  readonly maxBytes: number
  /** At most so many, taken evenly from all. */
  readonly most: number
  /** Whether spun text is looked for. */
  readonly repair: RepairMode
}

/**
 * The articles under `paths`, cleaned; what cannot be read is told and left out.
 * @throws UsageError when none is left.
 */
export async function readArticles(
  paths: readonly string[],
  { maxBytes, most, repair }: ArticleOptions,
  resources: Resources,
  tell: (message: string) => void,
): Promise<Article[]> {
  const { inputs, failures } = await findInputs(paths, { outputFolder: null, source: null })
  const [failure] = failures
  if (failure && inputs.length === 0) throw new UsageError(`${failure.filePath}: ${failure.reason}`)
  const share = Math.min(1, most / inputs.length)
  const chosen = inputs.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share))
  const articles: Article[] = []
  for (const input of chosen) {
    for await (const record of read(input, { ...DEFAULT_READ_OPTIONS, maxBytes })) {
      if (articles.length >= most) break
      const outcome = isFailure(record)
        ? record
        : clean(record, resources, { ...DEFAULT_CLEAN_OPTIONS, repair, spelling: 'off' })
      if (outcome.status === 'cleaned') articles.push({ id: input.id, document: outcome.document })
      else tell(`${input.path}: left out, ${outcome.reason}`)
    }
  }
  if (articles.length === 0) {
    throw new UsageError(`${paths.join(' ')}: found no article that can be read, expected at least one`)
  }
  return articles
}

/** The paragraphs of an article that hold prose, its headline and captions included. */
export function proseOf({ text, blocks }: Document): string[] {
  return blocks.filter(({ role }) => isProseRole(role)).map((block) => slice(text, block))
}
