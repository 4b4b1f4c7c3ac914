import { describe, expect, it } from 'vitest'
import { articleText, SITE_SENTENCE } from '../survey/page.js'
import { folder, got, put, records, report, unspin } from './command.js'

/** Pages of one site in `pages/`, and a copy of one with another word. */
function putPages(): void {
  for (let n = 0; n < 5; n++) put(`pages/page-${n}.txt`, articleText(n, [SITE_SENTENCE]))
  put('pages/copy.txt', articleText(2, [SITE_SENTENCE]).replace('nobody would', 'somebody would'))
}

describe('unspin survey', () => {
  it('writes a profile for people and for clean, and says what it holds', async () => {
    putPages()
    const { code, out } = await unspin(['survey', 'pages', '--output', 'profile.json'])
    expect(code).toBe(0)
    expect(out).toBe('profile.json: 1 line on several pages of 1 site; 1 page repeats another\n')
    const sentence = SITE_SENTENCE.toLowerCase().replaceAll(/[.,]/g, '')
    expect(got('profile.json').replaceAll(/"[0-9a-f]{12}"/g, '"<sha256>"')).toBe(`{
  "version": 1,
  "sites": [
    {
      "site": "pages",
      "pages": 5,
      "lines": [
        { "template": "${sentence}", "pages": 5 }
      ]
    }
  ],
  "near_duplicates": [
    {
      "similarity": ${JSON.parse(got('profile.json')).near_duplicates[0].similarity},
      "pages": [
        { "id": "copy", "sha256": "<sha256>" },
        { "id": "page-2", "sha256": "<sha256>" }
      ]
    }
  ]
}
`)
  })

  it('counts what cannot be read, and goes on', async () => {
    putPages()
    put('pages/bad.txt.gz', 'no gzip')
    const { code, err } = await unspin(['survey', 'pages', '--output', 'profile.json'])
    expect(code).toBe(1)
    expect(err).toContain('bad.txt.gz: damaged gzip data')
    expect(err).toContain('7 documents read: 6 cleaned, 0 rejected, 1 failed')
    expect(JSON.parse(got('profile.json')).sites).toHaveLength(1)
  })

  it('never writes over a file', async () => {
    putPages()
    put('profile.json', 'edited')
    const { code, err } = await unspin(['survey', 'pages', '--output', 'profile.json'])
    expect(code).toBe(2)
    expect(err).toContain('--output profile.json: found a file, which may have been edited')
    expect(got('profile.json')).toBe('edited')
  })

  it('says that it needs a place for the profile', async () => {
    const { code, err } = await unspin(['survey', folder])
    expect(code).toBe(2)
    expect(err).toContain('no --output')
  })
})

describe('unspin clean --profile', () => {
  it('leaves out what the site repeats, and reports pages that repeat another', async () => {
    putPages()
    await unspin(['survey', 'pages', '--output', 'profile.json'])
    await unspin(['clean', 'pages', '--output', 'without'])
    const { code } = await unspin(['clean', 'pages', '--profile', 'profile.json', '--output', 'out'])
    expect(code).toBe(0)
    expect(records('without').filter(({ text }) => text.includes(SITE_SENTENCE))).toHaveLength(6)
    expect(records().filter(({ text }) => text.includes(SITE_SENTENCE))).toEqual([])
    expect(report().removed.rules['profile/site-line']).toBe(6)
    expect(report().profile?.near_duplicates).toEqual([
      { id: 'page-2', file_path: 'page-2.txt', reason: expect.stringMatching(/^repeats copy: 9\d % /) },
    ])
    expect(report('without')).not.toHaveProperty('profile')
  })

  it('rejects pages that repeat another when it is asked to', async () => {
    putPages()
    await unspin(['survey', 'pages', '--output', 'profile.json'])
    const flags = ['--profile', 'profile.json', '--duplicates', 'reject', '--output', 'out']
    await unspin(['clean', 'pages', ...flags])
    expect(report().rejected.map(({ id, stage }) => [id, stage])).toEqual([['page-2', 'profile']])
    expect(records()).toHaveLength(5)
  })

  it('keeps a page of the same name that is not the one surveyed', async () => {
    putPages()
    await unspin(['survey', 'pages', '--output', 'profile.json'])
    put('pages/page-2.txt', articleText(8))
    const flags = ['--profile', 'profile.json', '--duplicates', 'reject', '--output', 'out']
    await unspin(['clean', 'pages', ...flags])
    expect(report().rejected).toEqual([])
  })

  it.each([
    ['{ "version": 2, "sites": [], "near_duplicates": [] }', 'profile.json:1:3 version: found 2, expected 1'],
    [
      '{\n  "version": 1,\n  "sites": [\n    { "site": "a", "pages": "5", "lines": [] }\n  ],\n  "near_duplicates": []\n}',
      'profile.json:4:20 sites.0.pages: Invalid input: expected',
    ],
    ['[1, 2]', 'profile.json:1:1 Invalid input: expected object, received array'],
    ['{ "version": ', 'profile.json:1:'],
  ])('says before the first document what is wrong with %j', async (profile, message) => {
    putPages()
    put('profile.json', profile)
    const { code, err } = await unspin(['clean', 'pages', '--profile', 'profile.json', '--output', 'out'])
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(err).not.toContain('documents read')
  })

  it('says that the profile is not there', async () => {
    putPages()
    const { code, err } = await unspin(['clean', 'pages', '--profile', 'none.json', '--output', 'out'])
    expect(code).toBe(2)
    expect(err).toContain('--profile none.json: ENOENT')
  })
})
