import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { packThesaurus, type SynonymLists } from '../../scripts/thesaurus/pack-thesaurus.js'
import { packFile } from '../../src/language/packed-file.js'
import { openThesaurus } from '../../src/language/thesaurus.js'
import type { BasePair } from '../../src/learn/base-pairs.js'
import { countUses, estimateCoverage, sortWords } from '../../src/learn/estimate-coverage.js'
import { estimateWalk } from '../../src/learn/estimate-walk.js'
import { FLAT_HABITS } from '../../src/learn/flat-profile.js'

function thesaurusOf(lists: SynonymLists) {
  const bytes = packFile(packThesaurus(lists, []), (body) => createHash('sha256').update(body).digest('hex'))
  const buffer = new ArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return openThesaurus(buffer)
}

function pair(from: string, to: string, weight: number): BasePair {
  return { from, to, weight, places: [] }
}

describe('the walk that is learned', () => {
  /** Heads h0 to h99, each with three synonyms of its own, and what those lead to. */
  const heads = Array.from({ length: 100 }, (_, index) => `h${index}`)
  const thesaurus = thesaurusOf(
    Object.fromEntries(
      heads.flatMap((head) => [
        [head, [`${head}a`, `${head}b`, `${head}c`]],
        [`${head}a`, [`${head}z`]],
      ]),
    ),
  )

  it('has the ranks that the pairs show', () => {
    const pairs = heads.map((head, index) => pair(head, `${head}${index < 60 ? 'a' : 'b'}`, 3))
    const { ranks, hops } = estimateWalk(FLAT_HABITS.walk, pairs, thesaurus)
    expect(ranks[0]).toBeCloseTo(0.6, 1)
    expect(ranks[1]).toBeCloseTo(0.4, 1)
    expect(hops[0]).toBeGreaterThan(0.95)
  })

  it('has the number of steps that the pairs show', () => {
    const pairs = heads.map((head, index) => pair(head, `${head}${index < 70 ? 'a' : 'z'}`, 3))
    expect(estimateWalk(FLAT_HABITS.walk, pairs, thesaurus).hops[1]).toBeCloseTo(0.3, 1)
  })

  it('stays what is believed of any spinner where no pair follows from the thesaurus', () => {
    const { hops, ranks } = estimateWalk(FLAT_HABITS.walk, [pair('h1', 'h2', 50)], thesaurus)
    for (const [index, mass] of hops.entries()) expect(mass).toBeCloseTo(FLAT_HABITS.walk.hops[index]!, 6)
    for (const [index, mass] of ranks.entries()) expect(mass).toBeCloseTo(FLAT_HABITS.walk.ranks[index]!, 6)
  })
})

describe('the coverage that is learned', () => {
  /** Word w<n> is the n-th most frequent. */
  const news = { rank: (word: string) => Number(word.slice(1)) }

  it('follows how many of the words of each frequency were replaced', () => {
    const words = Array.from({ length: 3000 }, (_, rank) => `w${rank}`)
    const pairs = words.flatMap((word, rank) => {
      const isReplaced = rank < 1500 ? rank % 5 > 0 : rank % 10 === 0
      return [pair(word, isReplaced ? 'x' : word, 2)]
    })
    const coverage = estimateCoverage(FLAT_HABITS.coverage, countUses(pairs), news)
    const at = (rank: number) => coverage.ceiling / (1 + ((rank + 1) / coverage.half_rank) ** coverage.slope)
    expect(at(300)).toBeGreaterThan(0.7)
    expect(at(2800)).toBeLessThan(0.25)
  })

  it('lists words that stay, and words that are replaced, apart', () => {
    const uses = countUses([
      pair('been', 'been', 9),
      pair('life', 'beingness', 4),
      pair('life', 'life', 1),
      pair('rare', 'rare', 1),
    ])
    expect(sortWords(uses)).toEqual({ skip: ['been'], vocabulary: ['life'] })
  })
})
