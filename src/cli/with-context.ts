import type { Resources } from '../pipeline.js'
import { withStories } from '../resources.js'
import { proseOf, readArticles } from './read-articles.js'

/** Resources that know the clean articles of a folder, and how many those are. */
export interface WithContext {
  readonly resources: Resources
  readonly articles: number
}

/**
 * `resources` with the articles of `folder` at hand; as they are where it is null. Articles that are spun themselves
 * would speak for what the spinner wrote, and are left out.
 * @throws UsageError when the folder holds no article.
 */
export async function withContext(
  resources: Resources,
  folder: string | null,
  maxBytes: number,
  tell = (message: string): void => void process.stderr.write(`${message}\n`),
): Promise<WithContext> {
  if (folder === null) return { resources, articles: 0 }
  const options = { maxBytes, most: Number.POSITIVE_INFINITY, repair: 'report' } as const
  const read = await readArticles([folder], options, resources, tell)
  const texts = read.flatMap(({ document }) =>
    document.scrambled.length > 0 ? [] : [proseOf(document).join('\n')],
  )
  return { resources: withStories(resources, texts), articles: texts.length }
}
