import type { ArticleRecord } from '../record/article-record.js'

/**
 * An article as Markdown (CommonMark): front matter in YAML with what is known of it, the headline as `#`, the body
 * with its subheads and quotations, and the pictures' captions as a list at the end. What Markdown would read as marks
 * is escaped, so that the words come out as they stand.
 */
export function articleMarkdown(record: ArticleRecord): string {
  const { title, captions } = record.metadata
  const parts = [frontMatter(record)]
  if (title !== null) parts.push(`# ${escapeInline(title)}`)
  if (record.text !== '') parts.push(body(record.text))
  if (captions.length > 0) parts.push(captions.map(captionItem).join('\n'))
  return `${parts.join('\n\n')}\n`
}

function frontMatter({ id, metadata }: ArticleRecord): string {
  const { url, description, authors, date, publisher, sections, tags } = metadata
  const entries = Object.entries({ id, description, authors, date, publisher, url, sections, tags })
  const known = entries.filter(([, value]) => value !== null && (!Array.isArray(value) || value.length > 0))
  // A JSON value is a YAML value, and needs no rules of quoting of its own.
  return ['---', ...known.map(([key, value]) => `${key}: ${JSON.stringify(value)}`), '---'].join('\n')
}

function body(text: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, index) => {
      const mark = /^(## |> )/.exec(line)?.[0] ?? ''
      // Inside a quotation, Markdown would read a bare line end as a space.
      const isBroken = mark === '> ' && lines[index + 1]?.startsWith('> ')
      return `${mark}${escapeStart(escapeInline(line.slice(mark.length)))}${isBroken ? '\\' : ''}`
    })
    .join('\n')
}

function captionItem({ text, credit }: ArticleRecord['metadata']['captions'][number]): string {
  const words = [text, credit === null ? null : `(${credit})`].filter((part) => part !== null).join(' ')
  return `- ${escapeStart(escapeInline(words))}`
}

function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<]|&(?=#?\w+;)|~(?=~)/g, '\\$&')
}

/** Escapes what would make a heading, a quotation, a list item or a rule of a line that begins with it. */
function escapeStart(line: string): string {
  return line.replace(/^[#>=+-]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
