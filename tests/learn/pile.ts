import type { PilePage } from '../../src/learn/observe.js'
import { loadEnglishParser } from '../../src/load/english-parser.js'
import { openPage } from '../../src/repair/page.js'

/** A page of these paragraphs. */
export function pileOf(paragraphs: readonly string[]): PilePage {
  const text = paragraphs.join('\n\n')
  let at = 0
  const blocks = paragraphs.map((paragraph) => {
    const start = at
    at += paragraph.length + 2
    return { start, end: start + paragraph.length, role: 'body', ruleId: 'test' } as const
  })
  const page = openPage({ text, blocks }, loadEnglishParser)
  return { page, sentences: page.sentencesOf(page.paragraphs) }
}
