import { describe, expect, it } from 'vitest'
import { HEADLINES } from '../headlines.js'
import { ARTICLE, put, records, report, unspin } from './command.js'

const STORY = [
  'The ferry company that serves the outer islands has cancelled all sailings until March, its managers said on Tuesday.',
  'Islanders learned of the decision from a notice at the harbour office, and said that the ferry is their only way out.',
]
const WALLED = `Ferry company cancels winter sailings\n\n${STORY.join('\n\n')}\n\nSubscribe to continue reading\n`
const LISTING = HEADLINES.slice(0, 9).join('\n\n')

describe('what pages hold', () => {
  it('stands in the records, the report and the messages', async () => {
    put('in/article.txt', ARTICLE)
    put('in/listing.txt', LISTING)
    put('in/walled.txt', WALLED)
    const { code, err } = await unspin(['clean', 'in', '--output', 'out'])
    expect(code).toBe(0)
    expect(records().map(({ id, metadata }) => [id, metadata.status])).toEqual([
      ['article', 'article'],
      ['walled', 'paywalled'],
    ])
    expect(report().statuses).toEqual({ article: 1, index_page: 1, paywalled: 1 })
    expect(report().rejected).toMatchObject([{ id: 'listing', stage: 'extract', status: 'index_page' }])
    expect(err).toMatch(/^rejected {2}listing\.txt: index_page: 9 lines like headlines/m)
  })

  it('is explained', async () => {
    put('walled.txt', WALLED)
    put('listing.txt', LISTING)
    const walled = await unspin(['explain', 'walled.txt'])
    expect(walled.out).toContain('status         paywalled: the page says "Subscribe to continue reading"')
    const listing = await unspin(['explain', 'listing.txt'])
    expect([listing.code, listing.out]).toEqual([
      0,
      expect.stringMatching(/^listing\.txt {2}rejected by extract: index_page: 9 lines/),
    ])
  })
})
