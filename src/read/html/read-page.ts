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

/** The page that `html` describes, however broken. One pass of a tokenizer, without a tree; linear in its length. */
export function readPage(html: string): HtmlPage {
  const facts = createFactReader()
  const lines = createLineMaker()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        facts.open(name, attributes)
        lines.open(name, attributes)
      },
      ontext: (text) => {
        facts.text(text)
        lines.text(text)
      },
      onclosetag: (name) => {
        facts.close(name)
        lines.close(name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(html)
  const { text, marked } = lines.finish()
  return { text, markup: { lines: marked, facts: facts.finish() } }
}
