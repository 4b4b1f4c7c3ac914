import { type CleanText, missingData, readBodies, readMascTexts, windowsOf } from '../clean-texts.js'
import { type Figure, faultFigure, rateFigure, type SectionReport, under } from '../figure.js'
import { readClean } from '../kept-aside.js'
import { type RepairedText, repairText } from '../repair-text.js'
import type { Bench } from '../section.js'

const WINDOW = 60

/** A clean text, or a piece of one, with what became of it. */
interface Judged {
  readonly id: string
  readonly part: string
  readonly paragraphs: readonly string[]
  readonly repaired: RepairedText
}

/** All clean texts: how many the scan nominates, how many the gate opens, how many edits are made. */
export function clean(bench: Bench): SectionReport {
  const texts = readCleanTexts()
  if (!texts) return { figures: [], notes: [missingData('data')] }
  const judged = judge(everyNth(texts, bench.samples.cleanStep), bench)
  return {
    figures: under('clean', [
      ...figuresOf(judged, 'texts'),
      ...partsOf(judged).flatMap((part) => under(part, figuresOf(ofPart(judged, part), 'texts'))),
    ]),
    notes: openedNotes(judged, bench),
  }
}

/** Windows of 60 words of the clean texts, each a document of its own. */
export function windows(bench: Bench): SectionReport {
  const texts = readCleanTexts()
  if (!texts) return { figures: [], notes: [missingData('data')] }
  const pieces = texts.flatMap((text) =>
    windowsOf(text, WINDOW).map(({ textId, ...rest }, index) => ({ id: `${textId}#${index}`, ...rest })),
  )
  const judged = judge(everyNth(pieces, bench.samples.windowStep), bench)
  return {
    figures: under('windows', [
      ...figuresOf(judged, 'windows'),
      ...partsOf(judged).flatMap((part) => under(part, figuresOf(ofPart(judged, part), 'windows'))),
    ]),
    notes: openedNotes(judged, bench),
  }
}

/** Clean articles that were written to look scrambled, and ordinary ones beside them. */
export function traps(bench: Bench): SectionReport {
  const figures: Figure[] = []
  const notes: string[] = []
  for (const folder of ['traps', 'clean-wire']) {
    const judged = judge(
      readClean(folder).map((article) => ({ ...article, part: folder })),
      bench,
    )
    figures.push(...under(folder, figuresOf(judged, 'articles')))
    const opened = judged.filter(({ repaired }) => repaired.opened)
    for (const { id, repaired } of opened)
      notes.push(`opened: ${id} as ${repaired.family}, ${repaired.edits.flat().length} edits`)
  }
  return { figures, notes }
}

function readCleanTexts(): CleanText[] | null {
  const bodies = readBodies()
  const masc = readMascTexts()
  return bodies && masc && [...bodies, ...masc]
}

function everyNth<T>(items: readonly T[], step: number): readonly T[] {
  return step === 1 ? items : items.filter((_, index) => index % step === 0)
}

function judge(texts: readonly Omit<Judged, 'repaired'>[], bench: Bench): Judged[] {
  const resources = bench.resources()
  return texts.map((text) => ({ ...text, repaired: repairText(text.paragraphs, resources, bench.settings) }))
}

function partsOf(judged: readonly Judged[]): string[] {
  return [...new Set(judged.map(({ part }) => part))].sort()
}

function ofPart(judged: readonly Judged[], part: string): Judged[] {
  return judged.filter((text) => text.part === part)
}

function figuresOf(judged: readonly Judged[], noun: string): Figure[] {
  const words = judged.reduce((sum, { paragraphs }) => sum + wordCount(paragraphs), 0)
  const edits = judged.reduce((sum, { repaired }) => sum + repaired.edits.flat().length, 0)
  const opened = judged.filter(({ repaired }) => repaired.opened).length
  const nominated = judged.filter(({ repaired }) => repaired.nominated.length > 0).length
  return [
    faultFigure(`${noun} opened`, opened, judged.length),
    rateFigure('edits', edits, words),
    faultFigure(`${noun} nominated by the scan`, nominated, judged.length),
  ]
}

function wordCount(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.split(/\s+/).length, 0)
}

/** What was opened: of the training side, with the text, since it may be tuned on; of the others the number alone. */
function openedNotes(judged: readonly Judged[], { samples }: Bench): string[] {
  const opened = judged.filter(({ repaired }) => repaired.opened)
  return opened
    .filter(({ part }) => part === 'train')
    .flatMap(({ id, paragraphs, repaired }) => [
      `opened: ${id} as ${repaired.family}, paragraphs ${repaired.spunParagraphs.join(', ')}, ${repaired.edits.flat().length} edits`,
      ...(samples.listMisses
        ? repaired.spunParagraphs.map((index) => marked(paragraphs, repaired, index))
        : []),
    ])
}

/** A paragraph with its edits marked, `[seen→written]`. */
function marked(paragraphs: readonly string[], { edits }: RepairedText, index: number): string {
  const paragraph = paragraphs[index]!
  let text = ''
  let at = 0
  for (const { start, end, replacement } of edits[index]!) {
    text += `${paragraph.slice(at, start)}[${paragraph.slice(start, end)}→${replacement}]`
    at = end
  }
  return `    ${text}${paragraph.slice(at)}`
}
