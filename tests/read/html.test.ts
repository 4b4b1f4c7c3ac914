import { describe, expect, it } from 'vitest'
import { LINE_TAGS, ZONES } from '../../src/core/markup.js'
import { htmlReader, isHtml } from '../../src/read/html/html.js'
import { type HtmlPage, readPage } from '../../src/read/html/read-page.js'
import { isFailure } from '../../src/read/reader.js'

function pageOf(html: string): HtmlPage {
  const page = readPage(html)
  if (!page) throw new Error('expected a page')
  return page
}

function linesOf(html: string): string[] {
  const { text, markup } = pageOf(html)
  return markup.lines.map(({ start, end }) => text.slice(start, end))
}

function lineOf(html: string, words: string) {
  const { text, markup } = pageOf(html)
  const line = markup.lines.find(({ start, end }) => text.slice(start, end) === words)
  if (!line) throw new Error(`no line ${JSON.stringify(words)} in ${JSON.stringify(text)}`)
  return { ...line, zones: ZONES.filter((_, zone) => (line.zones & (1 << zone)) !== 0) }
}

describe('the text of an HTML page', () => {
  it('has a line for each block and a blank line round paragraphs', () => {
    expect(pageOf('<div>One<div>two</div></div><p>Three</p><p>four').text).toBe('One\ntwo\n\nThree\n\nfour\n')
  })

  it('joins what stands inside a line, with the spaces that the page has', () => {
    expect(linesOf('<p>The <b>new</b>\n <a href="/b">bridge</a>, it said.</p>')).toEqual([
      'The new bridge, it said.',
    ])
  })

  it('leaves out what no reader sees', () => {
    expect(
      linesOf(
        '<head><title>T</title></head><script>let a = "<p>no</p>"</script><style>p{}</style><p>Yes</p>',
      ),
    ).toEqual(['Yes'])
  })

  it('breaks lines where the page does', () => {
    expect(linesOf('one<br>two<br/>three')).toEqual(['one', 'two', 'three'])
    expect(linesOf('<pre>a  b\nc</pre>')).toEqual(['a b', 'c'])
  })

  it('decodes characters that are written by name', () => {
    expect(linesOf('<p>Fish &amp; chips&nbsp;&mdash; &#8364;5</p>')).toEqual(['Fish & chips — €5'])
  })

  it('is whole though elements are never closed or closed twice', () => {
    expect(linesOf('<div><p>One<p>Two</b></div></div></p><ul><li>Three<li>Four')).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
    ])
  })

  it('is empty for an empty page', () => {
    expect(pageOf('').text).toBe('')
  })

  it('is read where elements are nested deeper than any browser follows them', () => {
    expect(linesOf(`${'<div>'.repeat(4000)}End`)).toEqual(['End'])
  })

  it('is not read where they are nested without end', () => {
    expect(readPage(`${'<div>'.repeat(1_000_000)}End`)).toBeNull()
  })
})

describe('the markup of a line', () => {
  it('says in which element it stands', () => {
    const tags = ['<p>x</p>', '<h2>x</h2>', '<ul><li>x</li></ul>', '<td>x</td>', '<div>x</div>'].map(
      (html) => lineOf(html, 'x').tag,
    )
    expect(tags).toEqual(['paragraph', 'heading', 'item', 'cell', 'other'])
    for (const tag of tags) expect(LINE_TAGS).toContain(tag)
  })

  it.each([
    ['<nav><ul><li>Home</li></ul></nav>', 'Home', 'navigation'],
    ['<footer><p>Imprint</p></footer>', 'Imprint', 'footer'],
    ['<div role="complementary">Aside</div>', 'Aside', 'aside'],
    ['<div class="related-posts"><p>More</p></div>', 'More', 'furniture-class'],
    ['<section id="comments">Nice!</section>', 'Nice!', 'comment-class'],
    ['<div class="article-body">Text</div>', 'Text', 'text-class'],
    ['<div style="display: none">Gone</div>', 'Gone', 'hidden'],
  ])('of %s says that %s stands in %s', (html, words, zone) => {
    expect(lineOf(html, words).zones).toContain(zone)
  })

  it('says nothing of a line whose classes mean nothing', () => {
    expect(lineOf('<div class="x7-relative sharpness">Text</div>', 'Text').zones).toEqual([])
  })

  it('says how much of it is links', () => {
    expect(lineOf('<p><a href="/a">abc</a> def</p>', 'abc def').linkShare).toBeCloseTo(3 / 7)
    expect(lineOf('<p><a name="a">abc</a></p>', 'abc').linkShare).toBe(0)
  })

  it('says how much prose stands beside it', () => {
    const html = `<div><p>${'a'.repeat(500)}</p><p>b</p></div><div><p>c</p></div>`
    expect(lineOf(html, 'b').siblings).toBeGreaterThan(2.6)
    expect(lineOf(html, 'c').siblings).toBeLessThan(1)
  })
})

describe('the facts of a page', () => {
  const factsOf = (html: string) => pageOf(html).markup.facts

  it('come from structured data, also where it is nested and escaped', () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: 'Daily' },
        {
          '@type': ['NewsArticle'],
          headline: 'Fish &amp; chips',
          author: [{ '@type': 'Person', name: 'Ann Lee' }, 'Jo Roe'],
          datePublished: '2025-03-04T05:06:07Z',
          dateModified: '2025-03-05',
          publisher: { name: 'Daily' },
          keywords: 'fish, chips',
        },
      ],
    }
    expect(factsOf(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toMatchObject({
      titles: ['Fish & chips'],
      authors: ['Ann Lee', 'Jo Roe'],
      published: '2025-03-04T05:06:07Z',
      modified: '2025-03-05',
      publisher: 'Daily',
      tags: ['fish', 'chips'],
    })
  })

  it('come from meta elements, links, times and the root', () => {
    expect(
      factsOf(`<html lang="en-GB"><head><title>Bridge opens | Daily</title>
        <meta property="og:title" content="Bridge opens"><meta name="author" content="Ann Lee">
        <meta property="article:published_time" content="2025-03-04T05:06+0100">
        <link rel="canonical" href="https://daily.example/bridge"></head>
        <body><h1>The bridge opens</h1><time datetime="2024-01-01">old</time></body></html>`),
    ).toMatchObject({
      titles: ['The bridge opens', 'Bridge opens', 'Bridge opens | Daily'],
      authors: ['Ann Lee'],
      published: '2025-03-04T05:06:00+01:00',
      url: 'https://daily.example/bridge',
      language: 'en',
    })
  })

  it.each([
    ['not a date', null],
    ['0001-01-01T00:00:00Z', null],
    ['2025-13-40', null],
    ['20250304', '2025-03-04'],
    ['4 March 2025', '2025-03-04'],
    ['Mar 4, 2025', '2025-03-04'],
    ['2025-03-04T10:00:00', '2025-03-04'],
  ])('of the date %s are %s', (written, date) => {
    expect(factsOf(`<meta name="pubdate" content="${written}">`).published).toBe(date)
  })

  it('are none where structured data is broken', () => {
    expect(factsOf('<script type="application/ld+json">{"@type": "Article", </script>').titles).toEqual([])
  })

  it('leave out addresses and handles that stand for authors', () => {
    expect(
      factsOf('<meta property="article:author" content="https://www.facebook.com/daily">').authors,
    ).toEqual([])
  })
})

describe('reading HTML', () => {
  async function read(bytes: Uint8Array) {
    const content = {
      id: 'a',
      filePath: 'a.html',
      source: 's',
      path: 'a.html',
      bytes,
      sha256: '',
      supplied: { url: null, added: null },
    }
    for await (const record of htmlReader.read(content)) return record
    throw new Error('no record')
  }

  it('follows the encoding that the page declares', async () => {
    const html = '<meta charset="iso-8859-2"><p>żółw</p>'
    const bytes = Uint8Array.from(
      [...html].map((character) => ({ ż: 0xbf, ó: 0xf3, ł: 0xb3 })[character] ?? character.charCodeAt(0)),
    )
    const record = await read(bytes)
    expect(isFailure(record) ? record.reason : [record.text, record.encoding]).toEqual([
      'żółw\n',
      'iso-8859-2',
    ])
  })

  it('takes UTF-8 for what it is though the page declares something else', async () => {
    const record = await read(new TextEncoder().encode('<meta charset="windows-1252"><p>żółw</p>'))
    expect(isFailure(record) ? record.reason : record.text).toBe('żółw\n')
  })

  it('takes a page that is nested without end for text with tags, and says so', async () => {
    const record = await read(new TextEncoder().encode(`${'<div>'.repeat(6000)}End`))
    expect(isFailure(record) ? record.reason : [record.markup, record.findings[0]?.ruleId]).toEqual([
      null,
      'read/nested-too-deep',
    ])
  })

  it.each([
    ['<!DOCTYPE html><p>a', true],
    ['\ufeff\n<html lang="en">', true],
    ['<?xml version="1.0"?>\n<!-- saved page -->\n<html>', true],
    ['<p>A fragment that a scraper left.</p>', false],
    ['The tag <html> opens a page.', false],
    ['', false],
  ])('knows by how %j begins whether it is a page', (text, is) => {
    expect(isHtml(new TextEncoder().encode(text))).toBe(is)
  })
})
