import { Parser } from 'htmlparser2'
import type { Markup } from '../../core/markup.js'
import { createFactReader } from './facts.js'
import { createLineMaker } from './lines.js'

/** An HTML page as text with its markup. */
export interface HtmlPage {
  /** Its words as a browser shows them: block elements on lines of their own, blank lines round paragraphs. */
  readonly text: string
  readonly markup: Markup
}

/**
 * Elements in elements beyond which nothing is read as a page: browsers give up at 512, and the parser's time would grow
 * with the square of the depth.
 */
const MAX_DEPTH = 5000

/**
 * The page that `html` describes, however broken; null when its elements are nested too deep for any page. One pass of a
 * tokenizer, without a tree; linear in its length.
 */
export function readPage(html: string): HtmlPage | null {
  const facts = createFactReader()
  const lines = createLineMaker()
  let depth = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > MAX_DEPTH) parser.pause()
        facts.open(name, attributes)
        lines.open(name, attributes)
      },
      ontext: (text) => {
        facts.text(text)
        lines.text(text)
      },
      onclosetag: (name) => {
        if (depth <= MAX_DEPTH) depth--
        facts.close(name)
        lines.close(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(html)
  if (depth > MAX_DEPTH) return null
  const { text, marked } = lines.finish()
  return { text, markup: { lines: marked, facts: facts.finish() } }
}
