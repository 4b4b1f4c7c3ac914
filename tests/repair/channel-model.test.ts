import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { packThesaurus, type SynonymLists } from '../../scripts/thesaurus/pack-thesaurus.js'
import { packFile } from '../../src/language/packed-file.js'
import { openThesaurus } from '../../src/language/thesaurus.js'
import { type ChannelModel, type ChannelOptions, createChannelModel } from '../../src/repair/channel-model.js'
import { type SpinnerProfile, spinnerProfileSchema } from '../../src/rules/spinner-profile.js'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const PROFILE = {
  id: 'small',
  summary: 'A spinner for these tests.',
  tokens: { casing: 'lower', boundaries: 'white_space' },
  inflection: 'none',
  multiword: false,
  share: { words: 0.2, eligible: 0.3 },
  walk: {
    candidates: { hyphenated: false, ing: 'same', last_with_ending: ['tion'] },
    hops: [0.8, 0.15, 0.05],
    ranks: [0.9, 0.06, 0.01, 0.01, 0.01, 0.005, 0.005],
    cascade: { weight: 0.9, order: 'descending', ranks: [0.96, 0.02, 0.01, 0.0025, 0.0025, 0.0025, 0.0025] },
  },
  coverage: {
    listed: 0.9,
    ceiling: 0.9,
    half_rank: 1000,
    slope: 2,
    past: 0.03,
    plural: 0.03,
    ing: 0.25,
    hyphenated: 0.01,
    skipped: 0.01,
  },
  table_confidence: { seed: 0.93, known: 0.9, thesaurus_rank0: 0.8, walk: 0.03, identity: 0.04 },
  scan_threshold: 2.5,
  skip: ['off'],
  signature: ['nary'],
  table: [],
  examples: [{ from: 'nary', to: 'no' }, { keep: 'no' }],
} as const

function channelOf(
  lists: SynonymLists,
  changes: Partial<Record<keyof SpinnerProfile, unknown>> = {},
  options: ChannelOptions = {},
): ChannelModel {
  const bytes = packFile(packThesaurus(lists, []), digest)
  const profile = spinnerProfileSchema.parse({ ...PROFILE, ...changes })
  // Every word is as common as the hundredth of a news corpus, but for those that begin with x.
  const news = { rank: (word: string) => (word.startsWith('x') ? Number.POSITIVE_INFINITY : 100) }
  return createChannelModel(profile, openThesaurus(bytes.slice().buffer), news, options)
}

function words(channel: ChannelModel, seen: string): string[] {
  return channel.originals(seen).map(({ word }) => word)
}

describe('originals', () => {
  it('puts words that list the seen word first before words that list it later', () => {
    const channel = channelOf({ gift: ['present', 'talent'], flair: ['talent', 'present'] })
    expect(words(channel, 'talent')).toEqual(['flair', 'gift'])
    expect(words(channel, 'present')).toEqual(['gift', 'flair'])
  })

  it('follows replacements that are replaced when their own turn comes', () => {
    const channel = channelOf({ order: ['command'], command: ['bid'], zeal: ['order'] })
    expect(words(channel, 'bid').toSorted()).toEqual(['command', 'order', 'zeal'])
    expect(channel.originals('bid')[0]!.logRewrite).toBeGreaterThan(Math.log10(0.7))
  })

  it('stops at a replacement whose turn is over', () => {
    // When "attend" becomes "be", every "be" of the text has had its turn.
    const channel = channelOf({ attend: ['be'], be: ['beryllium'] })
    expect(words(channel, 'be')).toEqual(['attend'])
    expect(channel.logRewrite('attend', 'be')).toBeGreaterThan(Math.log10(0.8))
    expect(channel.logRewrite('attend', 'beryllium')).toBeLessThan(Math.log10(0.02))
  })

  it('expects words in -ing only for words in -ing', () => {
    const channel = channelOf({
      fight: ['fighting', 'combat'],
      test: ['probing'],
      testing: ['trial', 'probing'],
    })
    expect(channel.logRewrite('fight', 'combat')).toBeGreaterThan(channel.logRewrite('fight', 'fighting') + 1)
    expect(channel.logRewrite('testing', 'probing')).toBeGreaterThan(
      channel.logRewrite('testing', 'trial') + 1,
    )
  })

  it('takes the last synonym with the ending of the word where the profile says so', () => {
    const channel = channelOf({ nation: ['country', 'station', 'ration', 'land'] })
    expect(channel.logRewrite('nation', 'ration')).toBeGreaterThan(Math.log10(0.7))
    expect(channel.logRewrite('nation', 'country')).toBeLessThan(Math.log10(0.1))
  })

  it('leaves out words that news never uses', () => {
    expect(words(channelOf({ xyster: ['tool'], saw: ['tool'] }), 'tool')).toEqual(['saw'])
  })

  it('never names the seen word, and gives nothing for words without a way back', () => {
    const channel = channelOf({ start: ['begin'], begin: ['start'] })
    expect(words(channel, 'begin')).toEqual(['start'])
    expect(channel.originals('zebra')).toEqual([])
  })

  it('gives at most twenty, the same ones each time', () => {
    const lists = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`w${n}`, ['thing']]))
    const first = channelOf(lists).originals('thing')
    expect(first).toHaveLength(20)
    expect(channelOf(lists).originals('thing')).toEqual(first)
  })
})

describe('the table', () => {
  const lists = { no: ['none', 'nary'] }
  const table = [
    { from: 'no', to: 'nary', evidence: ['seed'] },
    { from: 'never', to: 'noway', evidence: ['seed', 'known'] },
  ]

  it('outweighs the walk', () => {
    const channel = channelOf(lists, { table })
    expect(channel.originals('nary')[0]).toMatchObject({ word: 'no', source: 'table' })
    expect(channel.logRewrite('no', 'nary')).toBeCloseTo(Math.log10(0.93), 10)
    expect(channel.logRewrite('no', 'none')).toBeLessThan(Math.log10(0.03))
    expect(channel.logIdentity('no')).toBeCloseTo(Math.log10(0.04), 10)
  })

  it('names words that the thesaurus does not link', () => {
    expect(words(channelOf(lists, { table }), 'noway')).toEqual(['never'])
  })

  it('may be used without the pairs that have no evidence but one kind', () => {
    const channel = channelOf(lists, { table }, { withholdEvidence: 'seed' })
    expect(channel.originals('nary')[0]).toMatchObject({ word: 'no', source: 'walk' })
    expect(channel.logRewrite('never', 'noway')).toBeCloseTo(Math.log10(0.9), 10)
  })

  it('may be closed', () => {
    expect(channelOf(lists, { table }, { tableClosed: true }).originals('noway')).toEqual([])
  })
})

describe('coverage', () => {
  const lists = { off: ['away'], wanted: ['sought'], want: ['wish'], well: ['good'] }

  it('leaves words of the skip list almost always as they are', () => {
    expect(channelOf(lists).logIdentity('off')).toBeCloseTo(Math.log10(0.99), 10)
  })

  it('expects inflected forms to stay', () => {
    const channel = channelOf(lists)
    expect(channel.logIdentity('wanted')).toBeGreaterThan(Math.log10(0.95))
    expect(channel.logIdentity('want')).toBeLessThan(Math.log10(0.2))
  })

  it('leaves words alone that head no entry', () => {
    expect(channelOf(lists).logIdentity('the')).toBe(0)
  })

  it('knows words that come back to themselves', () => {
    // "up" becomes "ahead", and "ahead", whose turn comes later, becomes "up".
    const channel = channelOf({ up: ['ahead'], ahead: ['up'], over: ['complete'] })
    expect(channel.logIdentity('up')).toBeGreaterThan(Math.log10(0.75))
    expect(channel.logIdentity('over')).toBeLessThan(Math.log10(0.2))
  })

  it('counts on words of the vocabulary', () => {
    const channel = channelOf(lists, { vocabulary: ['wanted'] })
    expect(channel.logIdentity('wanted')).toBeCloseTo(Math.log10(0.1), 10)
  })
})

describe('inflection', () => {
  const lists = { attack: ['assault'], say: ['state'], big: ['large'] }

  it('is looked for only where the profile says so', () => {
    expect(words(channelOf(lists), 'assaults')).toEqual([])
  })

  it('may be kept', () => {
    const channel = channelOf(lists, { inflection: 'kept' })
    expect(words(channel, 'assaults')).toEqual(['attacks'])
    expect(words(channel, 'stated')).toEqual(['said'])
    expect(channel.logRewrite('said', 'stated')).toBe(channel.logRewrite('say', 'state'))
    expect(channel.logRewrite('says', 'stated')).toBe(Number.NEGATIVE_INFINITY)
    expect(channel.logIdentity('attacks')).toBe(channel.logIdentity('attack'))
  })

  it('may be lost', () => {
    const channel = channelOf(lists, { inflection: 'lost' })
    expect(words(channel, 'state').toSorted()).toEqual(['said', 'say', 'sayer', 'sayest', 'saying', 'says'])
    expect(channel.logRewrite('attacked', 'assault')).toBe(channel.logRewrite('attack', 'assault'))
  })
})

describe('eligible tokens', () => {
  const channel = channelOf({})

  it('stand in lower case between spaces or at an edge', () => {
    expect(channel.isEligible('war', ' ', '\n')).toBe(true)
    expect(channel.isEligible('war', '', '')).toBe(true)
  })

  it('are digits only where the spinner writes number words as digits', () => {
    const digits = { words: ['two'], log_original: -1.7 }
    expect(channel.isEligible('2', ' ', ' ')).toBe(false)
    expect(channelOf({}, { digits }).isEligible('2', ' ', ' ')).toBe(true)
  })

  it('may be any word but one of capitals alone', () => {
    const open = channelOf({}, { tokens: { casing: 'any', boundaries: 'any' } })
    expect(open.isEligible('War', '"', ',')).toBe(true)
    expect(open.isEligible('CA', ' ', ' ')).toBe(false)
  })

  it('touch no punctuation and have no capital', () => {
    expect(channel.isEligible('war', ' ', ',')).toBe(false)
    expect(channel.isEligible('war', '“', ' ')).toBe(false)
    expect(channel.isEligible('War', ' ', ' ')).toBe(false)
  })
})
