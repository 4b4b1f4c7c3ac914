import type { LanguageModel } from '../language/language-model.js'
import type { NewsUnigrams } from '../language/news-unigrams.js'
import type { SpinnerPair } from '../rules/spinner-profile.js'
import type { PilePage, PileReading } from './observe.js'

/** What is asked of a pair that no thesaurus has; gains and fits in log10. */
export interface DiscoverySettings {
  /** Places where the output must stand. */
  readonly minPlaces: number
  /** How much better the original must fit all of them together, and each on average. */
  readonly minGain: number
  readonly minMeanGain: number
  /** The output must fit its places worse than chance would have it, by this on average. */
  readonly maxFit: number
  /** Probability, 0 to 1, of the original among all frequent words. */
  readonly minPosterior: number
}

export const DEFAULT_DISCOVERY: DiscoverySettings = {
  minPlaces: 4,
  minGain: 12,
  minMeanGain: 1.5,
  maxFit: -0.8,
  minPosterior: 0.8,
}

/** Words among which originals are sought: the most frequent ones of news. */
const VOCABULARY = 6000
/** Exponent on the language model, since the words around are scrambled themselves. */
const LANGUAGE_WEIGHT = 0.7
/** Places of one word that are looked at; more say little more. */
const MOST_PLACES = 12

/** A place by the model's ids of the words around it, as they have been read. */
type Place = readonly [left2: number, left1: number, right1: number, right2: number]

/**
 * Pairs of the pile that no thesaurus links: a word that fits none of its places, and another that fits them all. The
 * gains of one word are pooled over all its places, since a spinner does to a word what it did before. Ordered by word.
 */
export function discoverPairs(
  pile: readonly PilePage[],
  { best }: PileReading,
  isKnown: (seen: string) => boolean,
  languageModel: LanguageModel,
  news: NewsUnigrams,
  settings: DiscoverySettings,
): SpinnerPair[] {
  const vocabulary = frequentWords(languageModel, news)
  const found: SpinnerPair[] = []
  const places = unexplainedPlaces(pile, best, isKnown, languageModel)
  const written = countWritten(best)
  const byPlaces = [...places].sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
  for (const [seen, all] of byPlaces) {
    if (all.length < settings.minPlaces) break
    const some = all.slice(0, MOST_PLACES)
    const word = languageModel.id(seen)
    // Of a word that it does not know the model cannot say how badly it fits.
    if (word === languageModel.unknown) continue
    if (mean(some, (place) => fitOf(languageModel, place, word)) > settings.maxFit) continue
    // P(this output | original) if all its places were the original's, beside those where that is read already.
    const logShare = (original: string): number =>
      Math.log10(all.length / (all.length + (written.get(original) ?? 0)))
    const pair = bestOriginal(seen, some, vocabulary, logShare, languageModel, settings)
    if (!pair) continue
    found.push({ ...pair, count: all.length })
    written.set(pair.from, (written.get(pair.from) ?? 0) + all.length)
  }
  return found.sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** How often each word is read in the pile, replaced or not. */
function countWritten(best: PileReading['best']): Map<string, number> {
  const counts = new Map<string, number>()
  for (const page of best) {
    for (const words of page) {
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return counts
}

interface VocabularyWord {
  readonly text: string
  readonly id: number
}

function frequentWords(languageModel: LanguageModel, news: NewsUnigrams): VocabularyWord[] {
  const words: VocabularyWord[] = []
  for (let id = 0; id < languageModel.size; id++) {
    const text = languageModel.word(id)
    if (!/^[a-z]{2,}$/.test(text) || id === languageModel.unknown || news.rank(text) >= VOCABULARY) continue
    words.push({ text, id })
  }
  return words
}

/** The places of each lower-case word that is read as it stands, by the word. */
function unexplainedPlaces(
  pile: readonly PilePage[],
  best: PileReading['best'],
  isKnown: (seen: string) => boolean,
  languageModel: LanguageModel,
): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const [number, { sentences }] of pile.entries()) {
    for (const [index, { tokens }] of sentences.entries()) {
      const words = best[number]![index]!
      const spoken = tokens.flatMap(({ kind }, at) => (kind === 'word' || kind === 'number' ? [at] : []))
      const ids = spoken.map((at) => languageModel.id(words[at]!))
      for (const [order, at] of spoken.entries()) {
        const { key, lowerCase, kind } = tokens[at]!
        if (kind !== 'word' || !lowerCase || words[at] !== key || isKnown(key)) continue
        const place: Place = [
          ids[order - 2] ?? languageModel.sentenceStart,
          ids[order - 1] ?? languageModel.sentenceStart,
          ids[order + 1] ?? languageModel.sentenceEnd,
          ids[order + 2] ?? languageModel.unknown,
        ]
        const known = places.get(key)
        if (known) known.push(place)
        else places.set(key, [place])
      }
    }
  }
  return places
}

/** log10 of how much likelier the place makes the word than its frequency does. */
function fitOf(languageModel: LanguageModel, [left2, left1, right1]: Place, word: number): number {
  return (
    languageModel.logProb(left2, left1, word) -
    languageModel.logUnigram(word) +
    languageModel.logProb(left1, word, right1) -
    languageModel.logUnigram(right1)
  )
}

function bestOriginal(
  seen: string,
  places: readonly Place[],
  vocabulary: readonly VocabularyWord[],
  logShare: (original: string) => number,
  languageModel: LanguageModel,
  settings: DiscoverySettings,
): SpinnerPair | null {
  const score = ([left2, left1, right1, right2]: Place, word: number): number =>
    languageModel.logProb(left2, left1, word) +
    languageModel.logProb(left1, word, right1) +
    (right2 === languageModel.unknown ? 0 : languageModel.logProb(word, right1, right2))
  const standing = languageModel.id(seen)
  const base = places.map((place) => score(place, standing))
  let total = 0
  let best: { readonly word: VocabularyWord; readonly gain: number; readonly weight: number } | null = null
  for (const word of vocabulary) {
    if (word.id === standing) continue
    let gain = places.length * logShare(word.text)
    for (const [index, place] of places.entries()) gain += score(place, word.id) - base[index]!
    const weight = 10 ** Math.min(200, LANGUAGE_WEIGHT * gain - Math.log10(VOCABULARY))
    total += weight
    if (!best || weight > best.weight) best = { word, gain, weight }
  }
  if (!best || best.gain < settings.minGain || best.gain < settings.minMeanGain * places.length) return null
  const confidence = best.weight / (total + 1)
  if (confidence < settings.minPosterior) return null
  return {
    from: best.word.text,
    to: seen,
    evidence: ['learned'],
    confidence: Math.floor(100 * confidence) / 100,
  }
}

function mean(places: readonly Place[], of: (place: Place) => number): number {
  return places.reduce((sum, place) => sum + of(place), 0) / places.length
}
