import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/core/document.js'
import { loadResources, withProfile } from '../../src/resources.js'
import { siteProfileSchema } from '../../src/rules/site-profile.js'
import { formatProfile } from '../../src/survey/format-profile.js'
import { createSurvey } from '../../src/survey/survey.js'
import { articleText, cleanedText, extracted, SITE_SENTENCE } from './page.js'

const resources = await loadResources()

function profileOf(documents: readonly Document[]) {
  const survey = createSurvey()
  for (const document of documents) survey.add(document)
  return survey.profile()
}

function pages(count: number, extra: readonly string[] = []): Document[] {
  return Array.from({ length: count }, (_, n) => extracted(`page-${n}`, articleText(n, extra), resources))
}

function countOf(template: string, documents: readonly Document[]): number {
  const lines = profileOf(documents).sites.flatMap(({ lines }) => lines)
  return lines.find((line) => line.template === template)?.pages ?? 0
}

describe('a survey', () => {
  it('counts the pages on which a line stands, whatever its numbers and dates', () => {
    const documents = [3, 12, 105].map((comments, n) =>
      extracted(`page-${n}`, articleText(n, [`Read ${comments} comments of Nov. ${n + 1}, 2024`]), resources),
    )
    expect(countOf('read # comments of #', documents)).toBe(3)
  })

  it('counts a page once, however often the line stands on it', () => {
    const twice = ['Support the paper of the two capes', 'Support the paper of the two capes']
    expect(countOf('support the paper of the two capes', pages(3, twice))).toBe(3)
  })

  it('counts an article that was scraped five times once', () => {
    const scraped = Array.from({ length: 5 }, (_, n) =>
      extracted(`copy-${n}`, `${articleText(1)}\n\nShare\n${n} views`, resources),
    )
    const [paragraph] = scraped[0]!.blocks.filter(({ role }) => role === 'body')
    expect(paragraph).toBeDefined()
    expect(profileOf(scraped).sites).toEqual([])
  })

  it('counts by site, and pages without an address by their collection', () => {
    const at = (document: Document, hostname: string | null) => ({
      ...document,
      metadata: { ...document.metadata, hostname },
    })
    const documents = pages(6, [SITE_SENTENCE]).map((page, n) => at(page, n < 3 ? 'a.example' : null))
    expect(profileOf(documents).sites.map(({ site, pages }) => [site, pages])).toEqual([
      ['a.example', 3],
      ['text', 3],
    ])
  })

  it('names pages that repeat each other, and how much', () => {
    const copy = extracted('z-copy', articleText(2).replace('nobody would', 'somebody would'), resources)
    const [group, ...others] = profileOf([...pages(4), copy]).near_duplicates
    expect(others).toEqual([])
    expect(group!.pages.map(({ id }) => id)).toEqual(['page-2', 'z-copy'])
    expect(group!.similarity).toBeGreaterThan(0.8)
    expect(group!.similarity).toBeLessThan(1)
  })

  it('gives the same bytes for any order of the pages', () => {
    const documents = [
      ...pages(8, [SITE_SENTENCE, 'Read 4 comments']),
      extracted('copy', articleText(3, [SITE_SENTENCE]), resources),
    ]
    const expected = formatProfile(profileOf(documents))
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
        expect(formatProfile(profileOf(shuffled))).toBe(expected)
      }),
      { numRuns: 20 },
    )
  })

  it('writes what its schema says', () => {
    const copy = extracted('copy', articleText(1, [SITE_SENTENCE]), resources)
    const text = formatProfile(profileOf([...pages(4, [SITE_SENTENCE]), copy]))
    const profile = siteProfileSchema.parse(JSON.parse(text))
    expect(profile.sites[0]!.lines.length).toBeGreaterThan(0)
    expect(profile.near_duplicates).toHaveLength(1)
  })
})

describe('with the profile of its site', () => {
  const informed = (count: number) => withProfile(resources, profileOf(pages(count, [SITE_SENTENCE])))
  const page = articleText(9, [SITE_SENTENCE])

  it('a sentence of the site leaves the article', () => {
    expect(cleanedText('page-9', page, resources)).toContain(SITE_SENTENCE)
    const text = cleanedText('page-9', page, informed(5))
    expect(text).toBe(cleanedText('page-9', articleText(9), resources))
  })

  it('the removed line says why', () => {
    const { blocks, text } = extracted('page-9', page, informed(5))
    const block = blocks.find(({ start, end }) => text.slice(start, end) === SITE_SENTENCE)
    expect(block).toMatchObject({ role: 'boilerplate', ruleId: 'profile/site-line' })
  })

  it('a sentence on two pages stays', () => {
    expect(cleanedText('page-9', page, informed(2))).toContain(SITE_SENTENCE)
  })

  it('a short line of the site may be a subhead, and stays', () => {
    const subhead = articleText(9, ['What happens next'])
    const known = withProfile(resources, profileOf(pages(5, ['What happens next'])))
    expect(cleanedText('page-9', subhead, known)).toBe(cleanedText('page-9', subhead, resources))
    expect(cleanedText('page-9', subhead, known)).toContain('What happens next')
  })

  it('a page of another site is as without', () => {
    const profile = profileOf(pages(5, [SITE_SENTENCE]))
    const foreign = { ...profile, sites: profile.sites.map((site) => ({ ...site, site: 'b.example' })) }
    expect(cleanedText('page-9', page, withProfile(resources, foreign))).toContain(SITE_SENTENCE)
  })
})
