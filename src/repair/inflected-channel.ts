import { analyse, INFLECTIONS, inflect } from '../language/inflection.js'
import { type ChannelModel, type NewsRanks, type Original, zipf } from './channel.js'

/** Most originals of a word when forms are told apart. */
const MAX_FORMS = 40

/**
 * `plain`, which knows base forms, for a spinner that keeps the ending of what it replaces ("attacks" to "assaults")
 * or loses it ("attacked" to "assault"), as the profile says. Forms that news never uses are left out.
 */
export function inflectChannel(plain: ChannelModel, news: NewsRanks): ChannelModel {
  const isKept = plain.profile.inflection === 'kept'
  const isWord = (word: string): boolean => news.rank(word) !== Number.POSITIVE_INFINITY
  const cache = new Map<string, readonly Original[]>()

  const findOriginals = (seen: string): Original[] => {
    const best = new Map<string, Original>()
    const add = (original: Original, word: string): void => {
      const known = best.get(word)
      if (word === seen || (known && known.logRewrite >= original.logRewrite)) return
      best.set(word, { ...original, word })
    }
    for (const original of plain.originals(seen)) {
      add(original, original.word)
      if (isKept) continue
      for (const inflection of INFLECTIONS) {
        const form = inflect(original.word, inflection)
        if (isWord(form)) add(original, form)
      }
    }
    if (isKept) {
      for (const { base, inflection } of analyse(seen)) {
        for (const original of plain.originals(base)) {
          const form = inflect(original.word, inflection)
          if (isWord(form)) add(original, form)
        }
      }
    }
    const byRewrite = (a: Original, b: Original): number =>
      b.logRewrite - a.logRewrite || (a.word < b.word ? -1 : 1)
    return [...best.values()]
      .map((original) => ({
        original,
        most: original.logRewrite + Math.log10(zipf(news.rank(original.word))),
      }))
      .sort((a, b) => b.most - a.most || byRewrite(a.original, b.original))
      .slice(0, MAX_FORMS)
      .map(({ original }) => original)
      .sort(byRewrite)
  }

  return {
    profile: plain.profile,
    originals: (seen) => {
      let known = cache.get(seen)
      if (!known) {
        known = findOriginals(seen)
        cache.set(seen, known)
      }
      return known
    },
    logIdentity: (word) => Math.min(...[word, ...bases(word, isWord)].map(plain.logIdentity)),
    logRewrite: (original, seen) => {
      let best = plain.logRewrite(original, seen)
      for (const { base, inflection } of analyse(original)) {
        const counterparts = isKept
          ? analyse(seen).flatMap((other) => (other.inflection === inflection ? [other.base] : []))
          : [seen]
        for (const counterpart of counterparts) best = Math.max(best, plain.logRewrite(base, counterpart))
      }
      return best
    },
    isEligible: plain.isEligible,
  }
}

function bases(word: string, isWord: (word: string) => boolean): string[] {
  return analyse(word).flatMap(({ base }) => (isWord(base) ? [base] : []))
}
