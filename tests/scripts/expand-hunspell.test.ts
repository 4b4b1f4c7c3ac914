import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import nspell from 'nspell'
import { expect, test } from 'vitest'
import { expandHunspell } from '../../scripts/dictionary/expand-hunspell.js'
import { installedForms } from '../../scripts/dictionary/installed.js'

const AFFIXES = `
ONLYINCOMPOUND c
PFX U Y 1
PFX U 0 un .
SFX D Y 2
SFX D y ied [^aeiou]y
SFX D 0 ed [^y]
SFX N N 1
SFX N 0 er .
`

test('suffixes apply where the stem meets their condition', () => {
  expect([...expandHunspell(AFFIXES, '2\ncarry/D\ntalk/D\nplay/D\n')]).toEqual([
    'carry',
    'carried',
    'talk',
    'talked',
    'play',
  ])
})

test('prefixes and suffixes combine where both classes allow it', () => {
  expect([...expandHunspell(AFFIXES, '1\nlock/UDN\n')]).toEqual([
    'lock',
    'locked',
    'locker',
    'unlock',
    'unlocked',
  ])
})

test('forms that only compounds use are left out', () => {
  expect([...expandHunspell(AFFIXES, '2\n1th/c\nword\n')]).toEqual(['word'])
})

test('nspell finds every tenth form of the American dictionary right', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'))
  const read = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8')
  const speller = nspell({ aff: read('index.aff'), dic: read('index.dic') })
  const forms = [...installedForms('dictionary-en')].filter((_, i) => i % 10 === 0)
  expect(forms.length).toBeGreaterThan(12_000)
  expect(forms.filter((form) => !speller.correct(form))).toEqual([])
})
