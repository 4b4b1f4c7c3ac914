import { describe, expect, test } from 'vitest'
import { countFigure, shareFigure } from '../../../scripts/score/figure.js'
import { brokenFloors, readFloors } from '../../../scripts/score/floors.js'

describe('pinned floors', () => {
  const figures = [countFigure('seed/restored', 97, 98), shareFigure('kept-aside/restored', 93, 100)]

  test('a figure below its floor or above its ceiling is named with both numbers', () => {
    const floors = { 'seed/restored': { floor: 98 }, 'kept-aside/restored': { ceiling: 0.9 } }
    expect(brokenFloors(figures, floors, ['seed', 'kept-aside'])).toEqual([
      'seed/restored is 97, below its floor 98',
      'kept-aside/restored is 0.93, above its ceiling 0.9',
    ])
  })

  test('figures at their pins pass', () => {
    const floors = { 'seed/restored': { floor: 97 }, 'kept-aside/restored': { ceiling: 0.93 } }
    expect(brokenFloors(figures, floors, ['seed', 'kept-aside'])).toEqual([])
  })

  test('a pin without a figure is an error where its section ran, and nothing where it did not', () => {
    const floors = { 'seed/gone': { floor: 1 } }
    expect(brokenFloors(figures, floors, ['seed'])).toEqual(['seed/gone is pinned but was not measured'])
    expect(brokenFloors(figures, floors, ['clean'])).toEqual([])
  })

  test('the pinned file can be read', () => {
    expect(() => readFloors()).not.toThrow()
  })
})
