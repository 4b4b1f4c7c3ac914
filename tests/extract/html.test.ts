import { describe, expect, it } from 'vitest'
import { clean } from '../../src/pipeline.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import { readPage } from '../../src/read/html/read-page.js'
import { toRecord } from '../../src/record/to-record.js'
import { loadResources } from '../../src/resources.js'

const resources = await loadResources()

const PARAGRAPHS = [
  'The council opened the new bridge across the river on Monday, two years after the old one was closed to traffic.',
  'Residents of both banks walked across it in the morning, and the first buses followed at noon, officials said.',
  'It cost 40 million euros, a third more than had been planned, and carries two lanes of traffic and a cycle path.',
]

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Bridge opens after two years - The Daily</title>${head}</head><body>
    <nav><a href="/">Home</a> <a href="/news">News</a></nav>${body}
    <footer><p>The council of this paper is made up of readers who meet on Mondays, and reports to the publisher.</p></footer>
  </body></html>`
}

function cleaned(html: string) {
  const { text, markup } = readPage(html)!
  const outcome = clean({ ...toSourceRecord('page', text), format: 'html', markup }, resources)
  if (outcome.status !== 'cleaned') throw new Error(outcome.reason)
  return toRecord(outcome.document)
}

describe('an article in HTML', () => {
  const article = `<article><h1>Bridge opens after two years</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>`

  it('is its paragraphs, without the frame round them', () => {
    const { text, metadata } = cleaned(page(article))
    expect(text).toBe(PARAGRAPHS.join('\n\n'))
    expect(metadata.title).toBe('Bridge opens after two years')
  })

  it('leaves out sentences of a footer, which words alone do not tell', () => {
    expect(cleaned(page(article)).text).not.toContain('made up of readers')
  })

  it('takes its date and authors from where machines look', () => {
    const head = `<meta name="author" content="By Ann Lee"><meta property="article:published_time" content="2025-03-04T05:06:07Z">`
    const { metadata, created } = cleaned(page(article, head))
    expect(metadata.authors).toEqual(['Ann Lee'])
    expect([metadata.date, created]).toEqual(['2025-03-04T05:06:07Z', '2025-03-04T05:06:07Z'])
  })

  it('has the title of its head where no line is the headline', () => {
    const bare = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
    const head = '<meta property="og:title" content="Bridge opens after two years">'
    expect(cleaned(page(`<main>${bare}</main>`, head)).metadata.title).toBe('Bridge opens after two years')
  })
})
