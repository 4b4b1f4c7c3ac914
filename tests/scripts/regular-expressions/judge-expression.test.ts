import { expect, test } from 'vitest'
import { judgeExpression } from '../../../scripts/regular-expressions/judge-expression.js'
import { problemOf } from '../../../scripts/regular-expressions/problem-of.js'

test.each([
  ['(a+)+$', ''],
  ['^(a|a)*$', ''],
  ['\\s+$', ''],
  ['<[^>]*>', 'g'],
  ['^\\s*a*\\s*$', ''],
  ['(?<=x*)y', ''],
])('/%s/%s is super-linear', async (pattern, flags) => {
  expect(await judgeExpression(pattern, flags)).toMatchObject({ verdict: 'super-linear' })
})

test.each([
  ['^\\s+', '', 'proved'],
  ['<[^<>]*>', 'g', 'proved'],
  ['\\s+$', 'y', 'proved'],
  ['(?<!\\s)\\s+$', '', 'attacked'],
])('/%s/%s is linear: %s', async (pattern, flags, verdict) => {
  expect(await judgeExpression(pattern, flags)).toEqual({ verdict, reason: '' })
})

const SUPER_LINEAR = { verdict: 'super-linear', reason: '2nd degree polynomial' } as const
const LINEAR = { verdict: 'proved', reason: '' } as const
const expression = { line: 1, pattern: 'a+$', flags: '' }

test('what is super-linear is a problem unless its input is bounded', () => {
  expect(problemOf({ ...expression, bound: null }, SUPER_LINEAR)).toBe('2nd degree polynomial: /a+$/')
  expect(problemOf({ ...expression, bound: '40 characters' }, SUPER_LINEAR)).toBeNull()
})

test('what is not decided is a problem', () => {
  expect(problemOf({ ...expression, bound: null }, { verdict: 'undecided', reason: 'timeout' })).toContain(
    'timeout',
  )
})

test('a bound that is not needed is a problem', () => {
  expect(problemOf({ ...expression, bound: null }, LINEAR)).toBeNull()
  expect(problemOf({ ...expression, bound: '40 characters' }, LINEAR)).toContain('not needed')
})

test('a pattern that only a run knows is a problem unless its input is bounded', () => {
  expect(problemOf({ ...expression, pattern: null, bound: null }, null)).toContain('put together in the run')
})
