import { once } from '../core/once.js'
import type { LanguageModel } from '../language/language-model.js'
import type { NameNeighbours } from '../language/name-neighbours.js'
import type { NewsUnigrams } from '../language/news-unigrams.js'
import type { EnglishParser } from '../language/parse.js'
import type { WordVectors } from '../language/word-vectors.js'
import { type Candidate, createCandidateFinder, type Proposal } from './candidates.js'
import type { ChannelModel } from './channel-model.js'
import { createContextWeight, type NewsLead } from './context-weight.js'
import { createDecoder, type Decoding } from './decode.js'
import { type DecodedSentence, decodeSentences } from './decode-document.js'
import { createUseDiscount } from './evidence.js'
import { type GateSettings, type ParagraphEvidence, spunProbabilities, surcharged } from './gate.js'
import type { Lattice } from './lattice.js'
import type { Page, SentenceInPlace } from './page.js'
import type { RepairSettings } from './settings.js'

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
  readonly newsLead: NewsLead
  readonly nameNeighbours: NameNeighbours
  /** Families by profile id. */
  readonly families: ReadonlyMap<string, Family>
}

/**
 * The best explanation of the sentences by the family; null when none of them counts as spun. `isDense` says that most
 * of them are suspected, so that they are judged as spun throughout before anything else.
 */
export function judgeBest(
  { text, paragraphs }: Page,
  sentences: readonly SentenceInPlace[],
  isDense: boolean,
  family: Family,
  { languageModel, newsLead, nameNeighbours }: RepairResources,
  settings: RepairSettings,
): Judgement | null {
  const { channel } = family
  const decode = createDecoder(languageModel, settings.decode)
  const findCandidates = createCandidateFinder(
    text,
    channel,
    languageModel,
    createContextWeight(certainWords(text, sentences, channel), newsLead, settings.context),
    (word, isAfter) =>
      settings.context.nameWeight * (isAfter ? nameNeighbours.after(word) : nameNeighbours.before(word)),
  )
  const proposals = sentences.map(({ tokens }) => family.propose(tokens.map(({ key }) => key)))
  const judgeAs = (density: number): Judgement => {
    const lattices = sentences.map(({ tokens }, index) => findCandidates(tokens, proposals[index]!, density))
    return judge(family, sentences, lattices, paragraphs.length, decode, settings.gate)
  }
  const judgeThroughout = once(() => judgeAs(1))
  if (isDense || !channel.profile.spins_lightly) {
    const throughout = judgeThroughout()
    const positions = throughout.paragraphs.reduce((sum, paragraph) => sum + paragraph.positions, 0)
    const isPlain = throughout.evidence >= PLAIN * positions
    if (isPlain || !channel.profile.spins_lightly) return throughout.evidence > 0 ? throughout : null
  }
  let best: Judgement | null = null
  for (const density of settings.densities) {
    const judgement = density === 1 ? judgeThroughout() : judgeAs(density)
    // A text that is not even thinly spun is not spun throughout.
    if (judgement.evidence <= 0) break
    if (!best || judgement.evidence > best.evidence) best = judgement
  }
  return best
}

/** Evidence by position, in log10, beyond which a text is spun throughout and need not be judged as lightly spun. */
const PLAIN = 0.3

/** What one family's model makes of the document. */
export interface Judgement {
  readonly family: Family
  readonly sentences: readonly SentenceInPlace[]
  readonly decoded: readonly DecodedSentence[]
  readonly decode: (lattice: Lattice) => Decoding
  readonly paragraphs: readonly ParagraphEvidence[]
  /** Probability that each paragraph is spun. */
  readonly spun: readonly number[]
  /** log10 evidence of all paragraphs that count as spun. */
  readonly evidence: number
}

function judge(
  family: Family,
  sentences: readonly SentenceInPlace[],
  lattices: readonly Lattice<Candidate>[],
  paragraphCount: number,
  decode: (lattice: Lattice) => Decoding,
  gate: GateSettings,
): Judgement {
  const decoded = decodeSentences(lattices, decode)
  const evidence = Array.from({ length: paragraphCount }, () => ({ logRatio: 0, positions: 0 }))
  const countedShare = createUseDiscount()
  for (const [index, sentence] of decoded.entries()) {
    const paragraph = evidence[sentences[index]!.paragraph]!
    const positions = openPositions(sentence.lattice)
    if (positions === 0) continue
    const logRatio = sentence.logEvidence - decode(asWritten(sentence.lattice)).logEvidence
    paragraph.logRatio += logRatio > 0 ? logRatio * countedShare(sentence) : logRatio
    paragraph.positions += positions
  }
  const spun = spunProbabilities(evidence, surcharged(gate, family.channel.profile))
  const isSpun = (index: number) => spun[index]! >= 0.5
  return {
    family,
    sentences,
    decoded,
    decode,
    paragraphs: evidence,
    spun,
    evidence: evidence.reduce((sum, { logRatio }, index) => sum + (isSpun(index) ? logRatio : 0), 0),
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

/** The lattice of a writer who is never rewritten: the tokens as they stand, at no cost but their context's. */
function asWritten({ length, arcs }: Lattice<Candidate>): Lattice {
  return {
    length,
    arcs: arcs.filter(({ isIdentity }) => isIdentity).map((arc) => ({ ...arc, logWeight: arc.logContext })),
  }
}

/** Tokens with a candidate beside themselves; arcs are ordered by token. */
function openPositions({ arcs }: Lattice<Candidate>): number {
  let count = 0
  let last = -1
  for (const { isIdentity, from } of arcs) {
    if (isIdentity || from === last) continue
    last = from
    count++
  }
  return count
}
