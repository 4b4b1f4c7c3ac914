import { expect, test } from 'vitest'
import { findExpressions } from '../../../scripts/regular-expressions/find-expressions.js'

const find = (text: string) => findExpressions('a.ts', text)

test('literals are found with their line, flags and slashes', () => {
  expect(find('const a = 1\nconst b = /a[/]b\\/c/giu')).toEqual([
    { line: 2, pattern: 'a[/]b\\/c', flags: 'giu', bound: null },
  ])
})

test('calls of RegExp are put together from the constants of the file', () => {
  const found = find(`const MAX = 9
const END = String.raw\`\\d{\${MAX}}\` + 'x'
const a = new RegExp(String.raw\`a\${END}\\.\`, 'g')`)
  expect(found).toEqual([{ line: 3, pattern: 'a\\d{9}x\\.', flags: 'g', bound: null }])
})

test('a pattern that only a run knows is found without one', () => {
  expect(find('export const f = (word: string) => new RegExp(word)')).toEqual([
    { line: 1, pattern: null, flags: '', bound: null },
  ])
})

test.each([
  '// Bounded input: 40 characters.\nconst a = /b+$/',
  '/** The end. Bounded input: 40 characters. */\nconst a = /b+$/',
  '/**\n * The end. Bounded\n * input: 40 characters.\n */\nconst a = /b+$/',
  '// Bounded input: 40 characters.\nconst a =\n  /b+$/',
])('a comment above it says what bounds the input: %j', (text) => {
  expect(find(text)[0]!.bound).toBe('40 characters.')
})

test('a comment above another statement says nothing of it', () => {
  expect(find('// Bounded input: 40 characters.\nconst a = /b/\nconst c = /d/')[1]!.bound).toBeNull()
})
