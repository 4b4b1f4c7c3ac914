import type { Block } from '../../src/core/block.js'
import { type Document, toDocument } from '../../src/core/document.js'
import type { Edit } from '../../src/core/edit.js'
import { detect } from '../../src/detect/detect.js'
import { normalise } from '../../src/normalise/normalise.js'
import type { Resources } from '../../src/pipeline.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import { repair } from '../../src/repair/repair.js'
import type { RepairSettings } from '../../src/repair/settings.js'

/** What detection and repair made of a text whose paragraphs are known to be an article's body. */
export interface RepairedText {
  /** Families that the scan nominated. */
  readonly nominated: readonly string[]
  /** Whether the gate judged any paragraph to be spun. */
  readonly opened: boolean
  /** The paragraphs judged to be spun, by number. */
  readonly spunParagraphs: readonly number[]
  /** The family that the text was judged to be of; null where nothing was edited. */
  readonly family: string | null
  /** Edits of each paragraph, with spans in that paragraph. */
  readonly edits: readonly (readonly Edit[])[]
}

/** The paragraphs of a text in normal form: its lines after the product's own normalisation, the empty ones dropped. */
export function normalParagraphs(text: string): string[] {
  return normalise(toDocument(toSourceRecord('text', text)))
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The stages from detection on, on `paragraphs` in normal form. */
export function repairText(
  paragraphs: readonly string[],
  resources: Pick<Resources, 'scan' | 'repair'>,
  settings: RepairSettings,
): RepairedText {
  const document = bodyDocument(paragraphs)
  const nominations = detect(document, resources.scan)
  const nominated = nominations.map(({ family }) => family)
  const edits = paragraphs.map(() => [])
  const none = { nominated, opened: false, spunParagraphs: [], family: null, edits }
  if (nominated.length === 0) return none
  const repaired = repair(document, nominations, resources.repair(), settings)
  if (repaired.scrambled.length === 0) return none
  const made = repaired.revisions.flatMap((revision) => revision.edits)
  // Blocks keep their number; the spans of `scrambled` have moved with the edits, as those of the blocks have.
  const spunParagraphs = repaired.blocks.flatMap(({ start }, index) =>
    repaired.scrambled.some((spun) => spun.start <= start && start < spun.end) ? [index] : [],
  )
  return {
    nominated,
    opened: true,
    spunParagraphs,
    family: familyOf(made),
    edits: document.blocks.map((block) => editsWithin(made, block)),
  }
}

/** Edits by the channel name their family; those by rules do not. */
function familyOf(edits: readonly Edit[]): string | null {
  for (const { provenance } of edits) {
    const family = /^spinner\/([^/]+)/.exec(provenance.ruleId)
    if (family) return family[1]!
  }
  return null
}

/** Those of `edits` inside a block, with spans in it. */
export function editsWithin(edits: readonly Edit[], { start, end }: Block): Edit[] {
  return edits
    .filter((edit) => edit.start >= start && edit.end <= end)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
}

/** A document as it would come from extraction, with nothing but body blocks. */
export function bodyDocument(paragraphs: readonly string[]): Document {
  let at = 0
  const blocks = paragraphs.map((paragraph): Block => {
    const block = { start: at, end: at + paragraph.length, role: 'body', ruleId: 'body' } as const
    at = block.end + 2
    return block
  })
  return { ...toDocument(toSourceRecord('body', paragraphs.join('\n\n'))), blocks }
}
