import { describe, expect, it } from 'vitest'
import { SiteSample } from '../../src/survey/site-sample.js'

const COUNT = 1500

/** Pages with a line of their own and one that every second has; hashes that are in no order. */
const PAGES = Array.from({ length: COUNT }, (_, n) => ({
  id: `page-${n}`,
  hash: (n * 7919) % COUNT,
  signature: null,
  keys: Float64Array.from(n % 2 === 0 ? [n + 10, 1] : [n + 10]),
}))

function surveyed(pages: typeof PAGES) {
  const sample = new SiteSample('a.example')
  for (const page of pages) sample.add(page, (key) => `line ${key}`)
  return sample.survey()
}

describe('the sample of a large site', () => {
  it('holds the thousand pages with the least hashes, whatever their order', () => {
    const counted = PAGES.filter(({ hash, keys }) => hash < 1000 && keys.includes(1)).length
    const expected = { site: 'a.example', pages: 1000, lines: [{ template: 'line 1', pages: counted }] }
    expect(surveyed(PAGES)).toEqual(expected)
    expect(surveyed(PAGES.toReversed())).toEqual(expected)
  })

  it('counts pages of the same content once', () => {
    expect(surveyed([PAGES[0]!, { ...PAGES[0]!, id: 'copy' }])).toBeNull()
  })
})
