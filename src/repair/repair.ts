import { type Block, isProseRole } from '../core/block.js'
import { type Document, revise, type ScoredSpan } from '../core/document.js'
import type { Edit } from '../core/edit.js'
import type { Finding } from '../core/finding.js'
import type { Nomination } from '../core/nomination.js'
import type { LanguageModel } from '../language/language-model.js'
import type { NameNeighbours } from '../language/name-neighbours.js'
import type { NewsUnigrams } from '../language/news-unigrams.js'
import { type EnglishParser, parse } from '../language/parse.js'
import type { Token } from '../language/token.js'
import { tokeniseSpan } from '../language/tokenise.js'
import type { WordVectors } from '../language/word-vectors.js'
import { type Candidate, createCandidateFinder, type Proposal } from './candidates.js'
import type { ChannelModel } from './channel-model.js'
import { chooseEdits } from './choose-edits.js'
import { createContextWeight, type NewsLead } from './context-weight.js'
import { createDecoder, type Decoding } from './decode.js'
import { type DecodedSentence, decodeSentences, decodeTogether } from './decode-document.js'
import { createUseDiscount } from './evidence.js'
import { type GateSettings, type ParagraphEvidence, spunProbabilities, surcharged } from './gate.js'
import type { Lattice } from './lattice.js'
import { weighPhrases } from './phrases.js'
import type { RepairSettings } from './settings.js'
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
  readonly newsLead: NewsLead
  readonly nameNeighbours: NameNeighbours
  /** Families by profile id. */
  readonly families: ReadonlyMap<string, Family>
}

/** A sentence of the document; its tokens' spans count in the document's text. */
interface SentenceInPlace {
  readonly paragraph: number
  readonly tokens: readonly Token[]
}

/**
 * The document with the words restored that a spinner took, where they can be told: the families that the scan
 * nominated are judged by full decoding, first by the blocks that it suspects, and only paragraphs that the gate finds
 * spun are changed.
 */
export function repair(
  document: Document,
  nominations: readonly Nomination[],
  resources: RepairResources,
  settings: RepairSettings,
): Document {
  const page = openPage(document, resources.parser)
  let best: Judgement | null = null
  for (const { family: id, blocks } of nominations) {
    const family = resources.families.get(id)
    if (!family) continue
    const isSuspected = new Set(blocks)
    const suspected = page.paragraphs.filter((_, index) => isSuspected.has(page.blocks[index]!))
    const isPart = total(suspected) < PART * total(page.paragraphs) || total(suspected) > MAX_SAMPLE
    if (
      isPart &&
      !judgeBest(page, page.sample(suspected), false, samplingFamily(family), resources, settings)
    )
      continue
    const judgement = judgeBest(page, page.sentencesOf(page.paragraphs), !isPart, family, resources, settings)
    if (judgement && !(best && best.evidence >= judgement.evidence)) best = judgement
  }
  return best ? restore(document, page, best, resources, settings) : document
}

/** The family without the rules that a first look can do without: those of a spinner of single words only add to it. */
function samplingFamily(family: Family): Family {
  return family.channel.profile.multiword ? family : { ...family, propose: () => [] }
}

/** Of a page of which more than this is suspected, all is judged at once. */
const PART = 0.5
/** What of the suspected blocks is judged first at most, in UTF-16 code units: much more than most pages have. */
const MAX_SAMPLE = 100_000

function total(paragraphs: readonly Block[]): number {
  return paragraphs.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The prose of a document; sentences are parsed when they are first asked for. */
interface Page {
  readonly text: string
  readonly paragraphs: readonly Block[]
  /** Index of each paragraph among the document's blocks. */
  readonly blocks: readonly number[]
  /** Those of some of the paragraphs, in order. */
  sentencesOf(paragraphs: readonly Block[]): SentenceInPlace[]
  /**
   * The same without the parser, which clean documents never load: each paragraph as one sentence, and nothing beyond
   * `MAX_SAMPLE` code units in all.
   */
  sample(paragraphs: readonly Block[]): SentenceInPlace[]
}

function openPage(document: Document, parser: () => EnglishParser): Page {
  const { text } = document
  const blocks = [...document.blocks.keys()].filter((index) => isProseRole(document.blocks[index]!.role))
  const paragraphs = blocks.map((index) => document.blocks[index]!)
  const numbers = new Map(paragraphs.map((paragraph, index) => [paragraph, index]))
  const known = new Map<Block, readonly SentenceInPlace[]>()
  const parsed = (paragraph: Block): readonly SentenceInPlace[] => {
    const sentences = known.get(paragraph) ?? parseBlock(text, paragraph, numbers.get(paragraph)!, parser())
    known.set(paragraph, sentences)
    return sentences
  }
  const sample = (some: readonly Block[]): SentenceInPlace[] => {
    let left = MAX_SAMPLE
    return some.flatMap((paragraph) => {
      const length = Math.min(left, paragraph.end - paragraph.start)
      left -= length
      if (length === 0) return []
      const tokens = tokeniseSpan(text, paragraph.start, paragraph.start + length)
      return [{ paragraph: numbers.get(paragraph)!, tokens }]
    })
  }
  return { text, paragraphs, blocks, sentencesOf: (some) => some.flatMap(parsed), sample }
}

function parseBlock(
  text: string,
  { start, end }: Block,
  paragraph: number,
  parser: EnglishParser,
): SentenceInPlace[] {
  return parse(text.slice(start, end), parser).map(({ tokens }) => ({
    paragraph,
    tokens: tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start })),
  }))
}

/**
 * The best explanation of the sentences by the family; null when none of them counts as spun. `isDense` says that most
 * of them are suspected, so that they are judged as spun throughout before anything else.
 */
function judgeBest(
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
  if (isDense || !channel.profile.spins_lightly) {
    const throughout = judgeAs(1)
    const positions = throughout.paragraphs.reduce((sum, paragraph) => sum + paragraph.positions, 0)
    const isPlain = throughout.evidence >= PLAIN * positions
    if (isPlain || !channel.profile.spins_lightly) return throughout.evidence > 0 ? throughout : null
  }
  let best: Judgement | null = null
  for (const density of settings.densities) {
    const judgement = judgeAs(density)
    // A text that is not even thinly spun is not spun throughout.
    if (judgement.evidence <= 0) break
    if (!best || judgement.evidence > best.evidence) best = judgement
  }
  return best
}

/** Evidence by position, in log10, beyond which a text is spun throughout and need not be judged as lightly spun. */
const PLAIN = 0.3

/** What one family's model makes of the document. */
interface Judgement {
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

function restore(
  document: Document,
  { paragraphs }: Page,
  { family, sentences, decoded, decode, paragraphs: evidence, spun }: Judgement,
  { wordVectors, news }: RepairResources,
  settings: RepairSettings,
): Document {
  const isSpun = ({ paragraph }: SentenceInPlace) => spun[paragraph]! >= 0.5
  const kept = sentences.filter(isSpun)
  const repaired = decodeTogether(
    decoded.filter((_, index) => isSpun(sentences[index]!)),
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
  const rulePrefix = `spinner/${family.channel.profile.id}`
  const edits: Edit[] = []
  const findings: Finding[] = []
  for (const [index, { lattice, posteriors }] of repaired.entries()) {
    const choice = chooseEdits(kept[index]!.tokens, lattice.arcs, posteriors, rulePrefix, settings.caution)
    edits.push(...choice.edits)
    for (const { start, end, candidates } of choice.unsure) {
      findings.push({
        start,
        end,
        stage: 'repair',
        ruleId: `${rulePrefix}/unsure`,
        reason: 'this word looks scrambled, but no original is sure enough',
        suggestions: candidates.map(({ text }) => text),
      })
    }
  }
  const scrambled = paragraphs.flatMap(({ start, end }, index): ScoredSpan[] =>
    spun[index]! >= 0.5 ? [{ start, end, score: evidencePerPosition(evidence[index]!) }] : [],
  )
  const judged = { ...document, scrambled, findings: [...document.findings, ...findings] }
  return settings.mode === 'report' ? judged : revise(judged, 'repair', edits)
}

function evidencePerPosition({ logRatio, positions }: ParagraphEvidence): number {
  // To three decimals: what lies beyond them differs between machines.
  return positions === 0 ? 0 : Math.round((1e3 * logRatio) / positions) / 1e3
}
