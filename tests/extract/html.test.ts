import { describe, expect, it } from 'vitest'
import { clean } from '../../src/pipeline.js'
import { toHtmlRecord } from '../../src/read/html/from-html.js'
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
  const outcome = clean(toHtmlRecord('page', html), resources)
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

  const data = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
  const under = (markup: string) => article.replace('</h1>', `</h1>${markup}`)

  it('takes the author from the element that the markup calls so', () => {
    const byline = '<div class="post-author">Written by <a href="/x">Ann Lee</a> Senior Editor</div>'
    expect(cleaned(page(under(byline))).metadata.authors).toEqual(['Ann Lee'])
    expect(cleaned(page(under('<span rel="author">The Daily Team</span>'))).metadata.authors).toEqual([
      'The Daily Team',
    ])
  })

  it('takes the author who is shown before an account that stands nowhere on the page', () => {
    const head = '<meta name="author" content="Jo Roe">'
    const byline = (name: string) => under(`<p class="byline">By ${name}</p>`)
    expect(cleaned(page(byline('Ann Lee'), head)).metadata.authors).toEqual(['Ann Lee'])
    expect(cleaned(page(byline('Jo Roe'), head)).metadata.authors).toEqual(['Jo Roe'])
  })

  it('takes no author from comments', () => {
    const comments = '<div class="comments"><p class="comment-author">Sam Poe</p><p>Well done.</p></div>'
    expect(cleaned(page(article + comments)).metadata.authors).toEqual([])
  })

  it('takes its date from what describes the page, from an element called a date, and from its address', () => {
    const dated = (html: string) => cleaned(html).metadata.date
    expect(dated(page(article, data({ '@type': 'WebPage', datePublished: '2025-03-04' })))).toBe('2025-03-04')
    expect(dated(page(under('<span class="entry-date">4 March 2025</span>')))).toBe('2025-03-04')
    const address = '<link rel="canonical" href="https://daily.example/2025/03/04/bridge">'
    expect(dated(page(article, address))).toBe('2025-03-04')
    expect(dated(page(article))).toBe(null)
  })

  it('tells publication from change, and gives the change where that is all it has', () => {
    const head = data({ '@type': 'NewsArticle', datePublished: '2025-03-04', dateModified: '2025-03-06' })
    const { date, modified } = cleaned(page(article, head)).metadata
    expect([date, modified]).toEqual(['2025-03-04', '2025-03-06'])
    const changed = cleaned(
      page(article, data({ '@type': 'NewsArticle', dateModified: '2025-03-06' })),
    ).metadata
    expect([changed.date, changed.modified]).toEqual(['2025-03-06', '2025-03-06'])
  })

  it('has no date after the day on which it was collected', () => {
    const html = page(
      under('<span class="entry-date">4 March 2025</span>'),
      data({ '@type': 'Article', datePublished: '2037-01-01' }),
    )
    const record = toHtmlRecord('page', html)
    const dated = (added: string | null) => {
      const outcome = clean({ ...record, supplied: { url: null, added } }, resources)
      return outcome.status === 'cleaned' ? outcome.document.metadata.date : outcome.reason
    }
    expect(dated('2025-03-05T08:00:00Z')).toBe('2025-03-04')
    expect(dated(null)).toBe('2037-01-01')
  })

  it('gives the picture that stands for it', () => {
    const image = 'https://daily.example/bridge.jpg'
    expect(cleaned(page(article, `<meta property="og:image" content="${image}">`)).metadata.image).toBe(image)
    expect(
      cleaned(page(article, data({ '@type': 'NewsArticle', image: { url: image } }))).metadata.image,
    ).toBe(image)
  })

  it('has the title of its head where no line is the headline', () => {
    const bare = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
    const head = '<meta property="og:title" content="Bridge opens after two years">'
    expect(cleaned(page(`<main>${bare}</main>`, head)).metadata.title).toBe('Bridge opens after two years')
  })
})
