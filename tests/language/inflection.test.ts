import { describe, expect, it } from 'vitest'
import { analyse, INFLECTIONS, inflect } from '../../src/language/inflection.js'

describe('inflect', () => {
  it.each([
    ['company', 's', 'companies'],
    ['day', 's', 'days'],
    ['attack', 's', 'attacks'],
    ['watch', 's', 'watches'],
    ['echo', 's', 'echoes'],
    ['state', 'past', 'stated'],
    ['carry', 'past', 'carried'],
    ['play', 'past', 'played'],
    ['stop', 'past', 'stopped'],
    ['visit', 'past', 'visited'],
    ['admit', 'participle', 'admitted'],
    ['say', 'past', 'said'],
    ['write', 'participle', 'written'],
    ['make', 'ing', 'making'],
    ['see', 'ing', 'seeing'],
    ['die', 'ing', 'dying'],
    ['run', 'ing', 'running'],
    ['open', 'ing', 'opening'],
    ['offer', 'past', 'offered'],
    ['show', 'ing', 'showing'],
    ['child', 's', 'children'],
    ['big', 'superlative', 'biggest'],
    ['easy', 'comparative', 'easier'],
    ['good', 'superlative', 'best'],
    ['do', 's', 'does'],
  ] as const)('gives %s with %s: %s', (base, inflection, form) => {
    expect(inflect(base, inflection)).toBe(form)
  })
})

describe('analyse', () => {
  it('finds the bases of irregular forms', () => {
    expect(analyse('left')).toEqual([
      { base: 'leave', inflection: 'past' },
      { base: 'leave', inflection: 'participle' },
    ])
  })

  it('guesses the bases of regular forms', () => {
    expect(analyse('stated')).toContainEqual({ base: 'state', inflection: 'past' })
    expect(analyse('bases')).toContainEqual({ base: 'basis', inflection: 's' })
    expect(analyse('bases')).toContainEqual({ base: 'base', inflection: 's' })
    expect(analyse('stopping')).toContainEqual({ base: 'stop', inflection: 'ing' })
    expect(analyse('dying')).toContainEqual({ base: 'die', inflection: 'ing' })
  })

  it('takes back what inflect does', () => {
    for (const base of [
      'agency',
      'hope',
      'hop',
      'tie',
      'go',
      'fix',
      'panic',
      'transfer',
      'cover',
      'quiz',
      'free',
    ]) {
      for (const inflection of INFLECTIONS) {
        expect(analyse(inflect(base, inflection))).toContainEqual({ base, inflection })
      }
    }
  })

  it('finds nothing in a word without an ending', () => {
    expect(analyse('house')).toEqual([])
  })
})
