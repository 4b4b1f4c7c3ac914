import { describe, expect, it } from 'vitest'
import { ARTICLE, got, put, report, SAMPLES, unspin } from './command.js'

describe('clean --context', () => {
  it('says in the report how many clean articles it took', async () => {
    put('in/a.txt', ARTICLE)
    put('stories/b.txt', ARTICLE)
    const { code } = await unspin(['clean', 'in', '--output', 'out', '--context', 'stories'])
    expect(code).toBe(0)
    expect(report().options).toMatchObject({ context_articles: 1 })
  })

  it('leaves spun articles out', async () => {
    put('in/a.txt', ARTICLE)
    const { code } = await unspin(['clean', 'in', '--output', 'out', '--context', SAMPLES])
    expect(code).toBe(0)
    expect(report().options).toMatchObject({ context_articles: 4 })
  })

  it('changes nothing in an article that is clean', async () => {
    put('in/a.txt', ARTICLE)
    await unspin(['clean', 'in', '--output', 'out'])
    await unspin(['clean', 'in', '--output', 'with', '--context', SAMPLES])
    expect(got('with/articles.jsonl')).toBe(got('out/articles.jsonl'))
  })

  it('says where it found no article', async () => {
    put('in/a.txt', ARTICLE)
    const { code, err } = await unspin(['clean', 'in', '--output', 'out', '--context', 'nowhere'])
    expect(code).toBe(2)
    expect(err).toContain('nowhere')
  })
})
