import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toDocument } from '../../src/core/document.js'
import { detect } from '../../src/detect/detect.js'
import { packFile } from '../../src/language/packed-file.js'
import { type FamilyRatios, openScanTable, packScanTable } from '../../src/language/scan-table.js'
import { toSourceRecord } from '../../src/read/from-text.js'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const ARSENIC: FamilyRatios = {
  family: 'arsenic',
  freeLowerCaseOnly: true,
  threshold: 2.5,
  logRatios: new Map([
    ['arsenic', 1],
    ['helium', 1],
    ['tin', 1],
    ['nary', 1],
  ]),
}
const NOISE: FamilyRatios = {
  family: 'noise',
  freeLowerCaseOnly: false,
  threshold: 1.5,
  logRatios: new Map([
    ['oregon', 1],
    ['tin', 0.9],
    ['nary', 0.9],
    ['helium', 0.2],
  ]),
}

function nominated(text: string, ...families: FamilyRatios[]): string[] {
  const bytes = packFile(packScanTable(families, []), digest)
  const block = { start: 0, end: text.length, role: 'body', ruleId: 'test' } as const
  const document = { ...toDocument(toSourceRecord('test', text)), blocks: [block] }
  return detect(document, openScanTable(bytes.slice().buffer)).map(({ family }) => family)
}

describe('detect', () => {
  it('names the blocks of the windows that gave the suspicion', () => {
    const far = Array.from({ length: 70 }, () => 'word').join(' ')
    const paragraphs = [far, 'it was arsenic good', 'arsenic tin and nary 1', far, 'arsenic and no more']
    const starts = paragraphs.map(
      (_, index) => paragraphs.slice(0, index).join('\n').length + Number(index > 0),
    )
    const blocks = paragraphs.map(
      ({ length }, index) =>
        ({ start: starts[index]!, end: starts[index]! + length, role: 'body', ruleId: 'test' }) as const,
    )
    const bytes = packFile(packScanTable([ARSENIC], []), digest)
    const document = { ...toDocument(toSourceRecord('test', paragraphs.join('\n'))), blocks }
    // The window of 60 words before the third block's last begins in the first.
    expect(detect(document, openScanTable(bytes.slice().buffer))).toEqual([
      { family: 'arsenic', blocks: [0, 1, 2, 3] },
    ])
  })

  it('nominates a family whose words gather enough weight', () => {
    expect(nominated('it was arsenic good arsenic tin and nary 1', ARSENIC)).toEqual(['arsenic'])
    expect(nominated('it was arsenic good as can be', ARSENIC)).toEqual([])
  })

  it('counts only free lower-case words where the spinner leaves others alone', () => {
    expect(nominated('Arsenic, helium, tin, nary a one', ARSENIC)).toEqual([])
    expect(nominated('Oregon, tin.', NOISE)).toEqual(['noise'])
  })

  it('does not count a word that the topic repeats as often as it stands', () => {
    expect(nominated('arsenic arsenic arsenic arsenic', ARSENIC)).toEqual(['arsenic'])
    expect(nominated('arsenic arsenic arsenic or', ARSENIC)).toEqual([])
  })

  it('gathers within a window, not over the whole page', () => {
    const far = Array.from({ length: 60 }, () => 'word').join(' ')
    expect(nominated(`arsenic helium ${far} tin nary`, ARSENIC)).toEqual([])
  })

  it('counts pairs of words with one space between them', () => {
    const family = { ...NOISE, logRatios: new Map([['international locations', 2]]) }
    expect(nominated('in International locations', family)).toEqual(['noise'])
    expect(nominated('international, locations', family)).toEqual([])
    expect(nominated('locations international', family)).toEqual([])
  })

  it('puts the likelier family first', () => {
    expect(nominated('tin nary oregon arsenic helium', ARSENIC, NOISE)).toEqual(['arsenic', 'noise'])
    expect(nominated('tin nary Oregon', ARSENIC, NOISE)).toEqual(['noise'])
    expect(nominated('tin nary Oregon arsenic', ARSENIC, { ...NOISE, threshold: 9 })).toEqual(['arsenic'])
  })

  it('drops families far behind one that gathers plenty', () => {
    const heavy = (weight: number) => ({
      ...ARSENIC,
      logRatios: new Map([...ARSENIC.logRatios.keys()].map((word) => [word, weight] as const)),
    })
    const text = 'arsenic helium tin nary nary helium tin arsenic oregon'
    expect(nominated(text, heavy(1.5), NOISE)).toEqual(['arsenic', 'noise'])
    expect(nominated(text, heavy(2), NOISE)).toEqual(['arsenic'])
  })
})
