import { describe, expect, it } from 'vitest'
import { leadDateline, lineDateline } from '../../src/extract/dateline.js'
import { compileAgencies } from '../../src/rules/known-names.js'

const agencies = compileAgencies(['Reuters', 'AP', 'Xinhua'].map((name) => ({ name, also: [] })))
const TEXT = 'Ministers from nine countries agreed on Monday to cut fishing quotas for cod.'
const lead = (start: string) => leadDateline(`${start} ${TEXT}`, agencies)?.dateline ?? null

describe('a dateline before a paragraph', () => {
  it.each([
    ['NAIROBI, Kenya (AP) —', { raw: 'NAIROBI, Kenya (AP)', place: 'NAIROBI, Kenya', agency: 'AP' }],
    ['Jan. 14 (Xinhua) --', { raw: 'Jan. 14 (Xinhua)', place: null, agency: 'Xinhua' }],
    ['KYIV, Ukraine —', { raw: 'KYIV, Ukraine', place: 'KYIV, Ukraine', agency: null }],
    ['(Reuters) -', { raw: '(Reuters)', place: null, agency: 'Reuters' }],
    ['GENEVA (Harbour News) –', { raw: 'GENEVA (Harbour News)', place: 'GENEVA', agency: 'Harbour News' }],
  ])('is read from %s', (start, expected) => {
    expect(lead(start)).toMatchObject(expected)
  })

  it.each([
    'WHO (World Health Organization) -',
    'Lagos (Vanguard) —',
    '(Harbour News) -',
    'GENEVA (from our own correspondent, by telephone) and',
    'GENEVA (Harbour News) and',
  ])('is not read from %s', (start) => {
    expect(lead(start)).toBeNull()
  })

  it('gives the day only where the year is known', () => {
    expect(lead('BRUSSELS, 12 Dec 2023 (AP) -')).toMatchObject({ date: '2023-12-12' })
    expect(lead('BRUSSELS, Dec 12 (AP) -')).toMatchObject({ date: null })
  })
})

describe('a dateline on its own line', () => {
  it('needs an agency that is listed, or a medium behind a dot', () => {
    expect(lineDateline('PARIS (Reuters)', agencies)?.dateline.agency).toBe('Reuters')
    expect(lineDateline('Odesa • UNN', agencies)?.publisher).toBe('UNN')
    expect(lineDateline('REVIEW (Four Stars)', agencies)).toBeNull()
  })
})
