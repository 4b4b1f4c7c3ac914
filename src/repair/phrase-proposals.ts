import { analyse, INFLECTIONS, inflect } from '../language/inflection.js'
import type { Thesaurus } from '../language/thesaurus.js'
import type { SpinnerProfile } from '../rules/spinner-profile.js'
import type { Proposal } from './candidates.js'
import type { ChannelModel, NewsRanks } from './channel.js'

/** The longest entry of the thesaurus that a spinner was seen to put in has five words. */
const MAX_WORDS = 6
/** Originals proposed for one phrase, before forms are told apart. */
const MAX_ORIGINALS = 12

/**
 * What the thesaurus's entries of several words may stand for, for spinners that put such entries in for single
 * words: a function from a sentence's look-up keys to proposals, ordered by `from`. None for other spinners.
 */
export function createPhraseProposals(
  channel: ChannelModel,
  thesaurus: () => Thesaurus,
  news: NewsRanks,
): (keys: readonly string[]) => Proposal[] {
  const { profile } = channel
  if (!profile.walk.candidates.phrases) return () => []
  const cache = new Map<string, readonly PhraseOriginal[]>()
  const originals = (phrase: string): readonly PhraseOriginal[] => {
    let known = cache.get(phrase)
    if (!known) {
      known = findOriginals(phrase, channel, thesaurus(), news)
      cache.set(phrase, known)
    }
    return known
  }
  return (keys) => {
    const proposals: Proposal[] = []
    for (let from = 0; from < keys.length; from++) {
      let phrase = keys[from]!
      for (let to = from + 2; to <= Math.min(keys.length, from + MAX_WORDS); to++) {
        phrase += ` ${keys[to - 1]}`
        for (const { text, logWeight } of originals(phrase)) {
          proposals.push({ from, to, text, ruleId: ruleId(profile), logWeight, minMargin: 0 })
        }
      }
    }
    return proposals
  }
}

function ruleId({ id }: SpinnerProfile): string {
  return `spinner/${id}/phrase`
}

interface PhraseOriginal {
  readonly text: string
  /** log10 P(phrase | text). */
  readonly logWeight: number
}

function findOriginals(
  phrase: string,
  channel: ChannelModel,
  thesaurus: Thesaurus,
  news: NewsRanks,
): PhraseOriginal[] {
  const asListed = listedOriginals(phrase, channel, thesaurus, news)
  switch (channel.profile.inflection) {
    case 'none':
      return asListed
    case 'lost':
      return asListed.flatMap((original) => forms(original, news))
    case 'kept':
      return [...asListed, ...inflectedOriginals(phrase, channel, thesaurus, news)]
  }
}

/** What the thesaurus's entry `phrase` may stand for, likeliest first. */
function listedOriginals(
  phrase: string,
  channel: ChannelModel,
  thesaurus: Thesaurus,
  news: NewsRanks,
): PhraseOriginal[] {
  const entry = thesaurus.find(phrase)
  if (entry < thesaurus.wordCount) return []
  const found: PhraseOriginal[] = []
  for (const head of thesaurus.heads(entry)) {
    if (head >= thesaurus.wordCount) break
    const word = thesaurus.text(head)
    const replaced = 1 - 10 ** channel.logIdentity(word)
    if (replaced === 0 || news.rank(word) === Number.POSITIVE_INFINITY) continue
    // Nothing is known of such a spinner's taste among the entries that it finds.
    const logWeight = Math.log10(replaced / thesaurus.synonyms(head).length)
    found.push({ text: word, logWeight })
  }
  return found.sort((a, b) => b.logWeight - a.logWeight || (a.text < b.text ? -1 : 1)).slice(0, MAX_ORIGINALS)
}

/** The originals with the ending that the phrase bears on its first word ("makes use of") or its last ("old men"). */
function inflectedOriginals(
  phrase: string,
  channel: ChannelModel,
  thesaurus: Thesaurus,
  news: NewsRanks,
): PhraseOriginal[] {
  const words = phrase.split(' ')
  return [0, words.length - 1].flatMap((at) =>
    analyse(words[at]!).flatMap(({ base, inflection }) =>
      listedOriginals(words.with(at, base).join(' '), channel, thesaurus, news)
        .map(({ text, logWeight }) => ({ text: inflect(text, inflection), logWeight }))
        .filter(({ text }) => news.rank(text) !== Number.POSITIVE_INFINITY),
    ),
  )
}

/** The original and those of its inflected forms that news uses. */
function forms({ text, logWeight }: PhraseOriginal, news: NewsRanks): PhraseOriginal[] {
  const inflected = INFLECTIONS.map((inflection) => inflect(text, inflection))
  const words = new Set([text, ...inflected.filter((form) => news.rank(form) !== Number.POSITIVE_INFINITY)])
  return [...words].map((form) => ({ text: form, logWeight }))
}
