import { beforeAll, describe, expect, it } from 'vitest'
import type { Block, BlockRole } from '../../src/core/block.js'
import { type Document, toDocument } from '../../src/core/document.js'
import { detect } from '../../src/detect/detect.js'
import type { Resources } from '../../src/pipeline.js'
import { MAX_DECODED } from '../../src/repair/page.js'
import { repair } from '../../src/repair/repair.js'
import { DEFAULT_REPAIR_SETTINGS } from '../../src/repair/settings.js'
import { loadResources } from '../../src/resources.js'

const SPUN =
  'The minister said connected Monday that helium had nary plans to permission the party, arsenic immoderate radical person suggested. ' +
  'Now helium volition beryllium successful London adjacent week, erstwhile the 2 leaders are owed to conscionable astatine the aforesaid edifice, helium said.'
const CLEAN =
  'The council approved the budget on Monday after a debate that lasted four hours. Members of the opposition said that the plan would raise costs for families, while the mayor argued that new buses were needed in the north of the city.'

let resources: Resources

beforeAll(async () => {
  resources = await loadResources()
})

function documentOf(...paragraphs: readonly (string | readonly [BlockRole, string])[]): Document {
  const blocks: Block[] = []
  let text = ''
  for (const paragraph of paragraphs) {
    const [role, words] = typeof paragraph === 'string' ? (['body', paragraph] as const) : paragraph
    blocks.push({ start: text.length, end: text.length + words.length, role, ruleId: 'test' })
    text += `${words}\n\n`
  }
  const record = {
    id: 'test',
    filePath: 'test.txt',
    source: 'test',
    text,
    format: 'text' as const,
    markup: null,
    sha256: '',
    encoding: 'utf-8',
    supplied: { url: null, added: null },
    findings: [],
  }
  return { ...toDocument(record), blocks }
}

function repaired(document: Document, settings = DEFAULT_REPAIR_SETTINGS): Document {
  return repair(document, detect(document, resources.scan), resources.repair(), settings)
}

describe('repair', () => {
  it('restores the words that a spinner took', () => {
    const { text } = repaired(documentOf(SPUN))
    expect(text).toContain('said on Monday that he had no plans to leave the party')
    expect(text).toContain('Now he will be in London next week, when the two leaders')
  })

  it('says what it did not look at because there is too much of it', () => {
    const long = CLEAN.replaceAll('\n', ' ').repeat(1 + MAX_DECODED / CLEAN.length)
    const { text, findings } = repaired(documentOf(SPUN, long, long, SPUN.replace('Monday', 'Tuesday')))
    expect(text).toContain('said on Monday that he had no plans to leave the party')
    expect(text).toContain('said connected Tuesday that helium had nary plans')
    const unread = findings.filter(({ ruleId }) => ruleId === 'repair/work-limit')
    expect(unread.map(({ start, end }) => text.slice(start, end))).toEqual([
      text.slice(text.indexOf(long), -2),
    ])
  })

  it('leaves a clean paragraph beside a spun one untouched', () => {
    const { text, scrambled } = repaired(documentOf(SPUN, CLEAN, CLEAN.replace('Monday', 'Tuesday')))
    expect(text).toContain(CLEAN)
    expect(scrambled).toHaveLength(1)
  })

  it('changes nothing in a clean document', () => {
    const document = documentOf(CLEAN)
    expect(repaired(document)).toEqual(document)
  })

  it('changes nothing in what it repaired', () => {
    const once = repaired(documentOf(SPUN))
    const again = repaired({ ...documentOf(SPUN), text: once.text, blocks: once.blocks })
    expect(again.text).toBe(once.text)
  })

  it('reads captions and headlines, and leaves related links as they are', () => {
    const { text } = repaired(
      documentOf(['headline', 'Leaders conscionable successful London arsenic talks statesman'], SPUN, [
        'related',
        'Has the combat successful the occidental failed?',
      ]),
    )
    expect(text).toContain('in London as talks')
    expect(text).toContain('Has the combat successful the occidental failed?')
  })

  it('only reports when told so', () => {
    const { text, scrambled } = repaired(documentOf(SPUN), { ...DEFAULT_REPAIR_SETTINGS, mode: 'report' })
    expect(text).toBe(documentOf(SPUN).text)
    expect(scrambled).toHaveLength(1)
  })

  it('turns what it is not sure of into findings', () => {
    const settings = { ...DEFAULT_REPAIR_SETTINGS, caution: { minConfidence: 1.01, maxIdentity: 0.5 } }
    const { revisions, findings } = repaired(documentOf(SPUN), settings)
    expect(revisions).toEqual([])
    expect(findings.map(({ ruleId }) => ruleId)).toContain('spinner/mythes-first-synonym/unsure')
  })

  it('leaves words alone that touch punctuation, begin with a capital or are inflected', () => {
    const { text } = repaired(documentOf(`${SPUN} "Arsenic," the chemist said, "is sold in tins."`))
    expect(text).toContain('"Arsenic," the chemist said, "is sold in tins."')
  })
})
