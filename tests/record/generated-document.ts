import fc from 'fast-check'
import { ASIDE_ROLES, type Block, type BlockRole, BODY_ROLES } from '../../src/core/block.js'
import { type Document, revise, toDocument } from '../../src/core/document.js'
import type { Edit, Stage } from '../../src/core/edit.js'
import type { SourceRecord } from '../../src/core/record.js'

/** A source record for a text, everything else plain. */
export function sourceRecord(text: string): SourceRecord {
  return {
    id: 'a',
    filePath: 'a.txt',
    source: 'input',
    text,
    format: 'text',
    markup: null,
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    encoding: 'utf-8',
    supplied: { url: null, added: null },
    findings: [],
  }
}

/** A document whose lines are blocks of the given roles, by `role: text`, in the order given. */
export function documentOf(source: string, roles: readonly (readonly [BlockRole, string])[]): Document {
  let at = 0
  const blocks = roles.map(([role, text]): Block => {
    const start = source.indexOf(text, at)
    if (start < 0) throw new Error(`no ${JSON.stringify(text)} behind ${at} in ${JSON.stringify(source)}`)
    at = start + text.length
    return { role, start, end: at, ruleId: `test/${role}` }
  })
  return { ...toDocument(sourceRecord(source)), blocks }
}

export function edit(start: number, end: number, replacement: string, stage: Stage = 'normalise'): Edit {
  const confidence = stage === 'repair' ? 0.9 : null
  return { start, end, replacement, provenance: { stage, ruleId: `${stage}/test`, confidence } }
}

const characters = fc.constantFrom('a', 'b', 'c', ' ', '\n', '\n\n', 'é', '😀', '𝒳')
const replacements = fc.constantFrom('', '', 'x', 'yz', ' ', '\n', '😀', 'longer 𝒳')
/** How many characters to skip, how many to take, and what to write there. */
const seeds = fc.array(fc.tuple(fc.nat(4), fc.nat(3), replacements), { maxLength: 8 })
const blockSeeds = fc.array(
  fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 6 }), fc.constantFrom(...BODY_ROLES, ...ASIDE_ROLES)),
  { maxLength: 8 },
)

/** Any document before repair, with any repairs inside its blocks: any text, normalised anyhow, cut into any blocks. */
export const repairableDocuments: fc.Arbitrary<{ judged: Document; repairs: Edit[] }> = fc
  .tuple(fc.array(characters, { maxLength: 40 }), seeds, blockSeeds, seeds, fc.boolean())
  .map(([text, normaliseSeeds, blocks, repairSeeds, isSpun]) => {
    const read = toDocument(sourceRecord(text.join('')))
    const normalised = revise(read, 'normalise', seededEdits(read.text, normaliseSeeds, 'normalise'))
    const extracted = { ...normalised, blocks: seededBlocks(normalised.text, blocks) }
    const scrambled = isSpun ? extracted.blocks.map(({ start, end }) => ({ start, end, score: 1 })) : []
    return { judged: { ...extracted, scrambled }, repairs: repairEdits(extracted, repairSeeds) }
  })

/** Any document, repaired. */
export const documents: fc.Arbitrary<Document> = repairableDocuments.map(({ judged, repairs }) =>
  revise(judged, 'repair', repairs),
)

function seededEdits(
  text: string,
  seeds: readonly (readonly [number, number, string])[],
  stage: Stage,
  from = 0,
): Edit[] {
  const offsets = characterOffsets(text)
  const edits: Edit[] = []
  let at = 0
  for (const [skip, take, replacement] of seeds) {
    const start = at + skip
    const end = start + take
    if (end >= offsets.length) break
    edits.push(edit(from + offsets[start]!, from + offsets[end]!, replacement, stage))
    at = end
  }
  return edits
}

function seededBlocks(text: string, seeds: readonly (readonly [number, number, BlockRole])[]): Block[] {
  const offsets = characterOffsets(text)
  const blocks: Block[] = []
  let at = 0
  for (const [skip, take, role] of seeds) {
    if (at + skip + take >= offsets.length) break
    let start = offsets[at + skip]!
    let end = offsets[at + skip + take]!
    while (start < end && /\s/.test(text[start]!)) start++
    while (end > start && /\s/.test(text[end - 1]!)) end--
    if (start < end) blocks.push({ role, start, end, ruleId: `test/${role}` })
    at += skip + take
  }
  return blocks
}

/**
 * Edits inside the lines of the blocks, one list of seeds dealt out to all of them. As in running text, none writes a
 * new line, and at the edge of a block words only give way to words.
 */
function repairEdits(
  { text, blocks }: Document,
  seeds: readonly (readonly [number, number, string])[],
): Edit[] {
  return blocks.flatMap((block, index) => {
    const own = seeds.filter((_, seed) => seed % blocks.length === index)
    return seededEdits(text.slice(block.start, block.end), own, 'repair', block.start).filter(
      ({ start, end, replacement }) =>
        !`${text.slice(start, end)}${replacement}`.includes('\n') &&
        ((replacement !== '' && start < end) || (start > block.start && end < block.end)),
    )
  })
}

/** Offsets between characters, never inside a surrogate pair. */
function characterOffsets(text: string): number[] {
  const offsets = [0]
  for (const character of text) offsets.push(offsets.at(-1)! + character.length)
  return offsets
}
