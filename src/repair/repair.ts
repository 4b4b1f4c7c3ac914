import type { Block } from '../core/block.js'
import { type Document, revise, type ScoredSpan } from '../core/document.js'
import type { Edit } from '../core/edit.js'
import type { Finding } from '../core/finding.js'
import type { Nomination } from '../core/nomination.js'
import { chooseEdits } from './choose-edits.js'
import type { ParagraphEvidence } from './gate.js'
import { type Judgement, judgeBest } from './judge.js'
import { MAX_DECODED, MAX_SAMPLE, openPage, type Page, type SentenceInPlace } from './page.js'
import { type Family, type RepairResources, readTogether } from './reading.js'
import type { RepairSettings } from './settings.js'

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
  const page = openPage(document, resources.parser, MAX_DECODED)
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
  const after = best ? restore(document, page, best, resources, settings) : document
  const nominated = new Set(nominations.flatMap(({ blocks }) => blocks))
  return withUnread(after, best ? page.beyond : page.beyond.filter((index) => nominated.has(index)))
}

/** The document with a finding on the stretch of blocks that were too many to be decoded. */
function withUnread(document: Document, unread: readonly number[]): Document {
  if (unread.length === 0) return document
  const { start } = document.blocks[unread[0]!]!
  const { end } = document.blocks[unread.at(-1)!]!
  const finding = { start, end, stage: 'repair', ruleId: WORK_LIMIT, reason: UNREAD, suggestions: [] }
  return { ...document, findings: [...document.findings, finding] }
}

const WORK_LIMIT = 'repair/work-limit'
const UNREAD = `not looked at for scrambled words: more than ${MAX_DECODED} characters of prose in one document`

/** The family without the rules that a first look can do without: those of a spinner of single words only add to it. */
function samplingFamily(family: Family): Family {
  return family.channel.profile.multiword ? family : { ...family, propose: () => [] }
}

/** Of a page of which more than this is suspected, all is judged at once. */
const PART = 0.5

function total(paragraphs: readonly Block[]): number {
  return paragraphs.reduce((sum, { start, end }) => sum + end - start, 0)
}

function restore(
  document: Document,
  { paragraphs }: Page,
  { family, sentences, decoded, decode, paragraphs: evidence, spun }: Judgement,
  resources: RepairResources,
  settings: RepairSettings,
): Document {
  const isSpun = ({ paragraph }: SentenceInPlace) => spun[paragraph]! >= 0.5
  const kept = sentences.filter(isSpun)
  const repaired = readTogether(
    decoded.filter((_, index) => isSpun(sentences[index]!)),
    decode,
    resources,
    settings,
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
