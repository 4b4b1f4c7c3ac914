import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outputNames } from '../../src/write/output-names.js'

describe('outputNames', () => {
  it.each(['a', 'news/2024/a', 'naïve — 2025′s', '名前', 'v1.2 (final)', '🙂'])(
    'leaves %j as it is',
    (id) => {
      expect(outputNames()(id)).toBe(id)
    },
  )

  it.each([
    ['..', /^-[0-9a-f]{8}$/],
    ['../../etc/passwd', /^-[0-9a-f]{8}\/-[0-9a-f]{8}\/etc\/passwd$/],
    ['/root', /^-[0-9a-f]{8}\/root$/],
    ['a:b?', /^a_b_-[0-9a-f]{8}$/],
    ['C:\\news', /^C__news-[0-9a-f]{8}$/],
    ['line\nbreak\u202e', /^line_break_-[0-9a-f]{8}$/],
    ['CON', /^_CON-[0-9a-f]{8}$/],
    ['com1.backup', /^_com1\.backup-[0-9a-f]{8}$/],
    ['ends. ', /^ends-[0-9a-f]{8}$/],
    ['a.txt/b', /^a\.txt-[0-9a-f]{8}\/b$/],
  ])('makes a safe name of %j', (id, expected) => {
    expect(outputNames()(id)).toMatch(expected)
  })

  it('cuts a long name between characters', () => {
    const name = outputNames()('é'.repeat(300))
    expect(name).toMatch(/^é{100}-[0-9a-f]{8}$/)
  })

  it('tells names apart that differ in case or composition alone', () => {
    const name = outputNames()
    expect(name('News/a')).toBe('News/a')
    expect(name('news/A')).toMatch(/^news\/A-[0-9a-f]{8}$/)
    expect(name('caf\u00e9')).toBe('caf\u00e9')
    expect(name('cafe\u0301')).toMatch(/-[0-9a-f]{8}$/)
  })

  it('stays in the folder and never gives a name twice', () => {
    const ids = fc.array(fc.stringMatching(/^[aAbB./\\ :é\t]{0,12}$/), { maxLength: 30 })
    fc.assert(
      fc.property(ids, (ids) => {
        const name = outputNames()
        const names = ids.map(name)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length)
        for (const segment of names.flatMap((name) => name.split('/'))) {
          expect(segment).toMatch(/^[^ <>:"\\|?*\t]([^<>:"\\|?*\t]*[^. <>:"\\|?*\t])?$/)
        }
      }),
    )
  })
})
