import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { packFile } from '../../src/language/packed-file.js'
import { openRewriteTable, packRewriteTable, type Rewritings } from '../../src/language/rewrite-table.js'

const ARSENIC: Rewritings = {
  originals: (seen) =>
    seen === 'arsenic'
      ? [
          { word: 'as', logRewrite: -0.0315, source: 'table' },
          { word: 'poison', logRewrite: -3.25, source: 'walk' },
        ]
      : [],
  logIdentity: (word) => (word === 'as' ? -1.398 : 0),
}
const DIGITS: Rewritings = {
  originals: (seen) => (seen === '2' ? [{ word: 'two', logRewrite: -20, source: 'digits' }] : []),
  logIdentity: () => -0.5,
}

function table() {
  const spinners = new Map([
    ['arsenic 01', ARSENIC],
    ['digits 02', DIGITS],
  ])
  const contents = packRewriteTable(spinners, ['arsenic', 'as', '2'], [])
  const bytes = packFile(contents, (body) => createHash('sha256').update(body).digest('hex'))
  return openRewriteTable(bytes.slice().buffer)
}

it('gives the originals of each spinner in their order, to a thousandth', () => {
  const arsenic = table().open('arsenic 01')!
  expect(arsenic.originals('Arsenic').map(({ word, source }) => [word, source])).toEqual([
    ['as', 'table'],
    ['poison', 'walk'],
  ])
  const [as, poison] = arsenic.originals('arsenic')
  expect(as!.logRewrite).toBeCloseTo(-0.0315, 2)
  expect(poison!.logRewrite).toBeCloseTo(-3.25, 3)
  expect(arsenic.originals('2')).toEqual([])
  expect(arsenic.originals('never packed')).toEqual([])
})

it('keeps what is too unlikely for its unit as unlikely as it can', () => {
  const [two] = table().open('digits 02')!.originals('2')
  expect(two!.logRewrite).toBeLessThan(-8)
})

it('gives how likely words stay, and 0 for words that it does not know', () => {
  const arsenic = table().open('arsenic 01')!
  expect(arsenic.logIdentity('as')).toBeCloseTo(-1.398, 3)
  expect(arsenic.logIdentity('unknown')).toBe(0)
})

it('has nothing under the key of another profile', () => {
  expect(table().open('arsenic 02')).toBeNull()
})
