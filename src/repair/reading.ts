import type { LanguageModel } from '../language/language-model.js'
import type { NameNeighbours } from '../language/name-neighbours.js'
import type { NewsUnigrams } from '../language/news-unigrams.js'
import type { EnglishParser } from '../language/parse.js'
import type { WordVectors } from '../language/word-vectors.js'
import { type Candidate, createCandidateFinder, type Proposal } from './candidates.js'
import type { ChannelModel } from './channel-model.js'
import { createContextWeight, type WordBook } from './context-weight.js'
import { createDecoder, type Decoding } from './decode.js'
import { type DecodedSentence, decodeTogether } from './decode-document.js'
import type { Lattice } from './lattice.js'
import type { Page, SentenceInPlace } from './page.js'
import { weighPhrases } from './phrases.js'
import type { RepairSettings } from './settings.js'
import type { Stories } from './stories.js'
import { weighTopics } from './topic.js'

/** One family of spun text that repair can judge and undo. */
export interface Family {
  readonly channel: ChannelModel
  /** What the family's substitution rules propose for a sentence, given by its look-up keys. */
  readonly propose: (keys: readonly string[]) => readonly Proposal[]
}

/** What repair knows; loaded when the first document is nominated. */
export interface RepairResources {
  /** Loaded for the first document that is worth it. */
  readonly parser: () => EnglishParser
  readonly languageModel: LanguageModel
  readonly news: NewsUnigrams
  readonly wordVectors: WordVectors
  readonly book: WordBook
  readonly nameNeighbours: NameNeighbours
  /** Clean articles that may tell the same stories; null where there are none at hand. */
  readonly stories: Stories | null
  /** Families by profile id. */
  readonly families: ReadonlyMap<string, Family>
}

/** Sentences of one page, to be read as spun by one family. */
export interface Reading {
  readonly decode: (lattice: Lattice) => Decoding
  /** What each sentence may have been, where `density`, above 0 to 1, of the replacements are made. */
  latticesAt(density: number): Lattice<Candidate>[]
}

/** The reading of `sentences`, which stand on `page`, by `family`. */
export function openReading(
  { text }: Page,
  sentences: readonly SentenceInPlace[],
  { channel, propose }: Family,
  { languageModel, book, nameNeighbours, stories }: RepairResources,
  settings: RepairSettings,
): Reading {
  const certain = [...certainWords(text, sentences, channel)]
  const story = stories?.about(certain) ?? null
  const findCandidates = createCandidateFinder(
    text,
    channel,
    languageModel.unknown,
    book,
    createContextWeight(certain, book, story, settings.context),
    (word, isAfter) =>
      settings.context.nameWeight * (isAfter ? nameNeighbours.after(word) : nameNeighbours.before(word)),
  )
  const proposals = sentences.map(({ tokens }) => propose(tokens.map(({ key }) => key)))
  return {
    decode: createDecoder(languageModel, settings.decode),
    latticesAt: (density) =>
      sentences.map(({ tokens }, index) => findCandidates(tokens, proposals[index]!, density)),
  }
}

/** Decodes again, as one document, what `first` decoded sentence by sentence: with its topic, phrases and habits. */
export function readTogether(
  first: readonly DecodedSentence[],
  decode: Reading['decode'],
  { wordVectors, news }: Pick<RepairResources, 'wordVectors' | 'news'>,
  settings: RepairSettings,
): DecodedSentence[] {
  return decodeTogether(
    first,
    decode,
    (sentences) => {
      const page = sentences.map(({ lattice, posteriors }) => ({
        length: lattice.length,
        candidates: lattice.arcs,
        posteriors,
      }))
      for (const { candidates } of page) for (const candidate of candidates) candidate.logPage = 0
      weighTopics(page, wordVectors, news, settings.topic)
      weighPhrases(page, news, settings.phrases)
    },
    settings.sweeps,
  )
}

/** log10 evidence that a sentence was spun: of all its readings against that of its words as they stand. */
export function evidenceOf({ lattice, logEvidence }: DecodedSentence, decode: Reading['decode']): number {
  return logEvidence - decode(asWritten(lattice)).logEvidence
}

/** The lattice of a writer who is never rewritten: the tokens as they stand, at no cost but their context's. */
function asWritten({ length, arcs }: Lattice<Candidate>): Lattice {
  return {
    length,
    arcs: arcs.filter(({ isIdentity }) => isIdentity).map((arc) => ({ ...arc, logWeight: arc.logContext })),
  }
}

/** Look-up forms of the words that no spinner of this family can have put in. */
function* certainWords(
  text: string,
  sentences: readonly SentenceInPlace[],
  channel: ChannelModel,
): Iterable<string> {
  for (const { tokens } of sentences) {
    for (const { kind, key, text: surface, start, end } of tokens) {
      if (kind !== 'word') continue
      const isOpen = channel.isEligible(surface, text.slice(start - 1, start), text.slice(end, end + 1))
      if (!isOpen || channel.originals(key).length === 0) yield key
    }
  }
}
