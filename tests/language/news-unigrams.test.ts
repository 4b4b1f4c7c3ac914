import { expect, test } from 'vitest'
import { loadNewsUnigrams } from '../../src/load/models.js'

const news = loadNewsUnigrams()

test('frequent words of news rank before those of talk and of books', () => {
  const ranks = ['the', 'said', 'government', 'yeah', 'arsenic', 'beingness'].map(news.rank)
  expect(ranks[0]).toBe(0)
  expect(ranks[1]).toBeLessThan(50)
  expect(news.rank('government')).toBeLessThan(news.rank('guy'))
  expect(news.rank('government')).toBeLessThan(news.rank('arsenic'))
})

test('rank follows probability', () => {
  const words = ['of', 'war', 'enactment', 'instrumentality', 'minister', 'police']
  const byRank = [...words].sort((a, b) => news.rank(a) - news.rank(b))
  const byProbability = [...words].sort((a, b) => news.logProb(b) - news.logProb(a))
  expect(byRank).toEqual(byProbability)
})

test('case and the variety of spelling make no difference', () => {
  expect(news.rank('Government')).toBe(news.rank('government'))
  expect(news.logProb('organised')).toBe(news.logProb('organized'))
  expect(news.logProb('colour')).toBe(news.logProb('color'))
})

test('a word never met has no rank and less than the least probability', () => {
  expect(news.rank('qxzzk')).toBe(Number.POSITIVE_INFINITY)
  expect(news.logProb('qxzzk')).toBeLessThan(news.logProb('instrumentality'))
})

test('the known words share all the probability', () => {
  expect(10 ** news.logProb('the')).toBeGreaterThan(0.04)
  expect(10 ** news.logProb('the')).toBeLessThan(0.08)
  expect(news.size).toBeGreaterThan(70_000)
})
