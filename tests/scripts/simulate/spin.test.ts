import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FOREIGN_SPINNERS, openSpinner } from '../../../scripts/simulate/open-spinner.js'
import { type Consistency, createSpinner, type SpinnerSources } from '../../../scripts/simulate/spin.js'
import type { Spun } from '../../../scripts/simulate/spun.js'
import type { Thesaurus } from '../../../src/language/thesaurus.js'
import { openRules } from '../../../src/load/rules.js'
import type { SpinnerProfile } from '../../../src/rules/spinner-profile.js'

const LISTS: Readonly<Record<string, readonly string[]>> = {
  alter: ['change'],
  change: ['alter', 'shift'],
  discipline: ['branch', 'subject'],
  find: ['discover', 'come upon'],
  military: ['discipline'],
  order: ['command', 'bid'],
}

/** A thesaurus of the lists above; its numbers follow the alphabet, phrases behind words. */
function smallThesaurus(): Thesaurus {
  const all = new Set([...Object.keys(LISTS), ...Object.values(LISTS).flat()])
  const words = [...all].filter((text) => !text.includes(' ')).sort()
  const entries = [...words, ...[...all].filter((text) => text.includes(' ')).sort()]
  return {
    size: entries.length,
    wordCount: words.length,
    find: (text) => entries.indexOf(text),
    text: (entry) => entries[entry]!,
    synonyms: (entry) =>
      Uint32Array.from(LISTS[entries[entry]!] ?? [], (synonym) => entries.indexOf(synonym)),
    heads: () => new Uint32Array(),
  }
}

const FIRST_ONLY = [1, 0, 0, 0, 0, 0, 0]

/** A spinner that takes the first synonym of every word that it has, whatever the seed. */
const profile: SpinnerProfile = {
  id: 'small',
  summary: 'First synonyms.',
  tokens: { casing: 'lower', boundaries: 'white_space' },
  inflection: 'none',
  spins_lightly: false,
  multiword: false,
  share: { words: 1, eligible: 1 },
  walk: {
    thesaurus: 'mythes',
    candidates: { hyphenated: false, ing: 'any', last_with_ending: [] },
    hops: [1, 0, 0],
    ranks: FIRST_ONLY,
  },
  coverage: {
    listed: 1,
    ceiling: 0,
    half_rank: 1,
    slope: 1,
    past: 0,
    plural: 0,
    ing: 0,
    hyphenated: 0,
    skipped: 0,
  },
  table_confidence: { seed: 1, known: 1, thesaurus_rank0: 1, learned: 1, walk: 0.001, identity: 0.001 },
  skip: [],
  vocabulary: ['change', 'discipline', 'find', 'military', 'order'],
  scan_threshold: 1,
  signature: ['bid'],
  table: [],
  examples: [{ from: 'a', to: 'b' }, { keep: 'a' }],
}
/** Takes the second synonym wherever there are two. */
const secondFirst = { ...profile.walk, ranks: [1e-9, 1, 0, 0, 0, 0, 0] }
const cascading: SpinnerProfile = {
  ...profile,
  walk: { ...profile.walk, cascade: { weight: 1, order: 'descending', ranks: FIRST_ONLY } },
}

const sources: SpinnerSources = { thesaurus: smallThesaurus(), news: { rank: () => 5 }, phrases: new Map() }

function spin(text: string, changed: Partial<SpinnerProfile> = {}, others: Partial<SpinnerSources> = {}) {
  const spinner = createSpinner(
    { ...profile, ...changed },
    { ...sources, ...others },
    { seed: 's', density: 1 },
    'pile',
  )
  return spinner(text, 'page').text
}

/** The author's text, from what the spinner says that it changed. */
function undo({ text, scrambled }: Spun): string {
  let original = ''
  let at = 0
  for (const { start, end, original: word } of scrambled) {
    original += text.slice(at, start) + word
    at = end
  }
  return original + text.slice(at)
}

describe('a spinner by profile', () => {
  test('replaces lower-case words with white space on both sides, and no others', () => {
    expect(spin('They order it. Order the order, they order')).toBe(
      'They command it. Order the order, they command',
    )
  })

  test('replaces words of any case beside punctuation where the profile says so', () => {
    expect(spin('Order, order!', { tokens: { casing: 'any', boundaries: 'any' } })).toBe('Command, command!')
  })

  test('replaces a replacement again when its turn comes later in falling order', () => {
    expect(spin('the military is here', cascading)).toBe('the branch is here')
    expect(spin('the military is here')).toBe('the discipline is here')
  })

  test('leaves a replacement whose turn has passed', () => {
    const backward = { ...cascading, vocabulary: ['alter', 'change'] }
    expect(spin('we alter it', backward)).toBe('we change it')
  })

  test('keeps the ending of an inflected word where the profile says so', () => {
    expect(spin('it changed and orders came', { inflection: 'kept' })).toBe('it altered and commands came')
    expect(spin('it changed and orders came')).toBe('it changed and orders came')
  })

  test('writes several words for one only where the profile says so', () => {
    const candidates = { ...profile.walk.candidates, phrases: true }
    expect(spin('they find it', { walk: { ...secondFirst, candidates } })).toBe('they come upon it')
    expect(spin('they find it', { walk: secondFirst })).toBe('they discover it')
  })

  test('inflects the verb of a phrase that it puts in', () => {
    const habits = { walk: { ...secondFirst, candidates: { ...profile.walk.candidates, phrases: true } } }
    expect(spin('she finds it', { ...habits, inflection: 'kept' })).toBe('she comes upon it')
  })

  test('follows its table before the thesaurus, and leaves what it skips', () => {
    const table = [{ from: 'order', to: 'bid', evidence: ['known' as const] }]
    expect(spin('they order it', { table })).toBe('they bid it')
    expect(spin('they order it', { skip: ['order'] })).toBe('they order it')
  })

  test('turns number words into digits', () => {
    const digits = { words: ['two'], log_original: -1 }
    expect(spin('they saw two men', { digits })).toBe('they saw 2 men')
  })

  test('loses endings and capitals where the profile says so', () => {
    const habits = { inflection: 'lost', tokens: { casing: 'any', boundaries: 'any' } } as const
    expect(spin('Orders, orders and ORDERS.', habits)).toBe('command, command and ORDERS.')
  })

  test('chooses anew for each page or place where it is not deterministic', () => {
    const either = { ...profile, walk: { ...profile.walk, ranks: [1, 1, 0, 0, 0, 0, 0] } }
    const written = (consistency: Consistency, page: string): Set<string> => {
      const spinner = createSpinner(either, sources, { seed: 's', density: 1 }, consistency)
      return new Set(spinner('discipline '.repeat(12).trim(), page).text.split(' '))
    }
    const pages = Array.from({ length: 12 }, (_, index) => `page ${index}`)
    const onAll = (consistency: Consistency) =>
      new Set(pages.flatMap((page) => [...written(consistency, page)]))
    expect(onAll('pile').size).toBe(1)
    expect(onAll('page')).toEqual(new Set(['branch', 'subject']))
    expect(pages.every((page) => written('page', page).size === 1)).toBe(true)
    expect(written('place', 'page')).toEqual(new Set(['branch', 'subject']))
  })

  test('replaces the longest phrase that it knows', () => {
    const phrases = new Map([['at least', ['a minimum of']]])
    expect(spin('they saw at least ten', {}, { phrases })).toBe('they saw a minimum of ten')
  })
})

describe('every spinner', async () => {
  const rules = await openRules()
  const ids = [...rules.load('spinners').map(({ value }) => value.id), ...FOREIGN_SPINNERS]
  const words = [
    'the',
    'city',
    'said',
    'officials',
    'support',
    'because',
    'One',
    'of',
    '2',
    'want',
    'to',
    'it,',
    '"we',
  ]
  const sentences = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((some) => some.join(' '))

  test.each(ids)('%s says truly what it changed, and does the same again', (id) => {
    const first = openSpinner(id, rules, { seed: 'a', density: 1 })
    const again = openSpinner(id, rules, { seed: 'a', density: 1 })
    fc.assert(
      fc.property(sentences, (text) => {
        const spun = first(text, 'p')
        expect(undo(spun)).toBe(text)
        expect(again(text, 'p')).toEqual(spun)
      }),
      { numRuns: 50 },
    )
  })

  test.each(ids)('%s changes a share of ordinary news', (id) => {
    const spinner = openSpinner(id, rules, { seed: 'a', density: 1 })
    const text =
      'the government said on monday that people in the city want more support for families while police are looking into the case'
    const { scrambled } = spinner(text, 'p')
    expect(scrambled.length).toBeGreaterThan(0)
    expect(scrambled.length).toBeLessThan(text.split(' ').length)
  })

  test('makes no change at density 0 and only changes of the full density below it', () => {
    const text = 'the government said that people in the city want more support for this and other work'
    const at = (density: number) =>
      openSpinner('mythes-first-synonym', rules, { seed: 'a', density })(text, 'p')
    expect(at(0).text).toBe(text)
    const originals = at(1).scrambled.map(({ original }) => original)
    const some = at(0.5).scrambled.map(({ original }) => original)
    expect(some.length).toBeLessThan(originals.length)
    expect(originals).toEqual(expect.arrayContaining(some))
  })
})
