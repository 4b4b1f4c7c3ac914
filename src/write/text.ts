import type { ArticleRecord } from '../record/article-record.js'

/** An article as plain text: the headline where there is one, a blank line, then the body; ends with a new line. */
export function articleText({ text, metadata }: ArticleRecord): string {
  return `${[metadata.title, text].filter(Boolean).join('\n\n')}\n`
}
