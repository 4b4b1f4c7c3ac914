import { describe, expect, it } from 'vitest'
import type { PageStatus } from '../../src/core/page-status.js'
import { clean } from '../../src/pipeline.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import { toHtmlRecord } from '../../src/read/html/from-html.js'
import { toRecord } from '../../src/record/to-record.js'
import { loadResources } from '../../src/resources.js'
import { HEADLINES } from '../headlines.js'

const resources = await loadResources()

const TITLE = 'Ferry company cancels winter sailings to the outer islands'
const STORY = [
  'The ferry company that serves the outer islands has cancelled all sailings between December and March, its managers said on Tuesday.',
  'Islanders learned of the decision from a notice at the harbour office, and several of them said that the ferry is their only way to the hospital.',
  'The company lost two captains in the autumn, and the managers said that no ferry may leave the harbour without one.',
  'The council of the islands will meet the company on Friday to ask for at least one sailing a week through the winter.',
]
const TEASERS = [
  'Farmers blame the wet spring.',
  'Visitors may see it in both cities.',
  'A keeper explains the tradition.',
  'Forty pupils sang for the jury.',
  'Buses leave twice an hour.',
  'Prices rose by a fifth last year.',
  'Nobody was hurt, the mayor said.',
  'Readers had asked for it.',
  'The mayor is not convinced.',
  'The first of them start in June.',
]

function statusOf(text: string): PageStatus {
  const outcome = clean(toSourceRecord('page', text), resources)
  if (outcome.status === 'failed') throw new Error(outcome.reason)
  return outcome.status === 'rejected' ? outcome.page : toRecord(outcome.document).metadata.status
}

function statusOfHtml(html: string): PageStatus {
  const outcome = clean(toHtmlRecord('page', html), resources)
  if (outcome.status === 'failed') throw new Error(outcome.reason)
  return outcome.status === 'rejected' ? outcome.page : outcome.document.page.status
}

const lines = (...parts: readonly (string | readonly string[])[]) => parts.flat().join('\n\n')

describe('the status of a page', () => {
  it('is article for a whole one, alone and among links to others', () => {
    expect(statusOf(lines(TITLE, STORY))).toBe('article')
    expect(statusOf(lines(HEADLINES, TITLE, STORY, 'Related stories', HEADLINES))).toBe('article')
  })

  it('is article for one paragraph that stands alone', () => {
    expect(statusOf(STORY[0]!)).toBe('article')
  })

  it('is index_page for headlines with a teaser each', () => {
    expect(statusOf(HEADLINES.map((headline, i) => `${headline}\n${TEASERS[i]}`).join('\n\n'))).toBe(
      'index_page',
    )
  })

  it('is index_page for linked headlines alone', () => {
    const items = HEADLINES.map((headline) => `<li><a href="/x">${headline}</a></li>`).join('')
    expect(statusOfHtml(`<html><body><h1>News</h1><ul>${items}</ul></body></html>`)).toBe('index_page')
  })

  it('is no_article for an error page', () => {
    expect(
      statusOf(lines('Page not found', 'Sorry, we could not find the page you were looking for.', 'Home')),
    ).toBe('no_article')
  })

  it('is paywalled where an offer to subscribe cuts the text off', () => {
    expect(
      statusOf(
        lines(TITLE, STORY.slice(0, 2), 'Subscribe to continue reading', 'Already a subscriber? Log in'),
      ),
    ).toBe('paywalled')
    expect(statusOf(lines(TITLE, STORY[0]!, 'Become a member today to unlock the full story.'))).toBe(
      'paywalled',
    )
  })

  it('stays article where an offer to subscribe stands under a long text', () => {
    const long = Array.from({ length: 5 }, (_, n) =>
      STORY.map((text) => `${text} It was said on day ${n + 1}.`),
    ).flat()
    expect(statusOf(lines(TITLE, long, 'Subscribe to continue reading'))).toBe('article')
  })

  it('is paywalled where the page says that it is not free and gives the beginning alone', () => {
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, isAccessibleForFree: 'False' })
    const body = `<h1>${TITLE}</h1><p>${STORY[0]}</p>`
    const page = (head: string) => `<html><head>${head}</head><body><article>${body}</article></body></html>`
    expect(statusOfHtml(page(`<script type="application/ld+json">${data}</script>`))).toBe('paywalled')
    expect(statusOfHtml(page(''))).toBe('article')
  })

  it('is truncated for a text that ends in dots, or is followed by a prompt to read on or by further pages', () => {
    expect(statusOf(lines(TITLE, STORY[0]!, `${STORY[1]!.slice(0, 70)}…`))).toBe('truncated')
    expect(statusOf(lines(TITLE, STORY.slice(0, 2), 'Continue reading'))).toBe('truncated')
    expect(statusOf(lines(TITLE, STORY, 'Page 1 of 3'))).toBe('truncated')
    expect(statusOf(lines(TITLE, STORY, '1', '2', '3', 'Next'))).toBe('truncated')
  })

  it('is live_blog for posts with a time each', () => {
    const posts = STORY.map((text, i) => `${10 + i}:3${i} GMT\n${text}`)
    expect(statusOf(lines('Ferry crisis on the islands: live updates', posts))).toBe('live_blog')
    expect(statusOf(lines(TITLE, STORY))).toBe('article')
  })

  it('is gallery for captions with a number each', () => {
    const pictures = STORY.concat(STORY.map((text) => text.replace('islands', 'villages'))).map(
      (text, i) => `${i + 1} of 8\n${text.slice(0, 90)}.`,
    )
    expect(statusOf(lines('The islands in winter, in pictures', pictures))).toBe('gallery')
  })

  it('comes with what speaks for it', () => {
    const outcome = clean(toSourceRecord('page', lines(TITLE, STORY, 'Page 1 of 3')), resources)
    if (outcome.status !== 'cleaned') throw new Error('rejected')
    expect(toRecord(outcome.document).metadata.status_evidence).toEqual([
      { rule_id: 'boilerplate/more-pages', reason: 'the page says "Page 1 of 3"' },
    ])
  })
})
