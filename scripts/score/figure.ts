import { lowerBound, upperBound } from './bounds.js'

/** A measured number. Its name is a path, such as `seed/shipped/restored`, by which a floor may be pinned to it. */
export interface Figure {
  readonly name: string
  /** What floors compare: a share from 0 to 1, a rate, or a bare count. */
  readonly value: number
  readonly count: number
  /** What `count` is out of; null for a bare count, and for a measure that is no share of things counted. */
  readonly total: number | null
  readonly unit: 'share' | 'per 10,000 words' | 'count'
  /** 95 % bound on the side that matters, in the unit of `value`; null where it says nothing. */
  readonly bound: { readonly side: 'upper' | 'lower'; readonly value: number } | null
}

/** What one section of the score found. */
export interface SectionReport {
  readonly figures: readonly Figure[]
  /** Lines for people: tables, misses, what was skipped and why. */
  readonly notes: readonly string[]
}

/** A share where more is better. */
export function shareFigure(name: string, count: number, total: number): Figure {
  const bound = { side: 'lower', value: lowerBound(count, total) } as const
  return { name, value: ratio(count, total), count, total, unit: 'share', bound: total > 0 ? bound : null }
}

/** A share where less is better, down to none. */
export function faultFigure(name: string, count: number, total: number): Figure {
  const bound = { side: 'upper', value: upperBound(count, total) } as const
  return { name, value: ratio(count, total), count, total, unit: 'share', bound: total > 0 ? bound : null }
}

/** Faults per 10,000 words. */
export function rateFigure(name: string, count: number, words: number): Figure {
  const value = 10_000 * ratio(count, words)
  const bound = { side: 'upper', value: 10_000 * upperBound(count, words) } as const
  return {
    name,
    value,
    count,
    total: words,
    unit: 'per 10,000 words',
    bound: words > 0 ? bound : null,
  }
}

/** A bare number. */
export function countFigure(name: string, count: number, total: number | null = null): Figure {
  return { name, value: count, count, total, unit: 'count', bound: null }
}

/** A measure from 0 to 1, such as F1, that is no share of things counted. */
export function measureFigure(name: string, value: number): Figure {
  return { name, value, count: 0, total: null, unit: 'share', bound: null }
}

/** The figures with `prefix/` before their names. */
export function under(prefix: string, figures: readonly Figure[]): Figure[] {
  return figures.map((figure) => ({ ...figure, name: `${prefix}/${figure.name}` }))
}

/** One line of a table: name, value, the counts behind it, and its bound. */
export function formatFigure({ name, value, count, total, unit, bound }: Figure): string {
  const of = total === null || unit === 'count' ? '' : `${count} of ${total}`
  const counts = unit === 'count' && total !== null ? `of ${total}` : of
  const limit = bound ? `${bound.side === 'upper' ? '≤' : '≥'} ${formatValue(bound.value, unit)}` : ''
  return `${name.padEnd(56)} ${formatValue(value, unit).padStart(12)}  ${counts.padEnd(20)} ${limit}`.trimEnd()
}

/** A number as people read it. */
export function formatValue(value: number, unit: Figure['unit']): string {
  switch (unit) {
    case 'count':
      return `${value}`
    case 'per 10,000 words':
      return `${value.toFixed(2)} /10k`
    case 'share':
      return value > 0 && value < 0.001 ? value.toExponential(1) : value.toFixed(4)
  }
}

function ratio(count: number, total: number): number {
  return total === 0 ? 0 : count / total
}
