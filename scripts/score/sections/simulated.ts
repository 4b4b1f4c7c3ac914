import type { Edit } from '../../../src/core/edit.js'
import type { Resources } from '../../../src/pipeline.js'
import type { SpinnerProfile } from '../../../src/rules/spinner-profile.js'
import { openSpinner } from '../../simulate/open-spinner.js'
import { uniform } from '../../simulate/uniform.js'
import { type CleanText, missingData, readBodies } from '../clean-texts.js'
import { countFigure, type Figure, type SectionReport, shareFigure, under } from '../figure.js'
import { repairText } from '../repair-text.js'
import { type EditScore, sumScores } from '../score-edits.js'
import { type Bench, profileOf } from '../section.js'
import { calibration, frequentMisses, scoreSpun, spunFigures } from '../spun-figures.js'

const FAMILY = 'mythes-first-synonym'
/** Bodies shorter than this hold too little to tell a spinner's habits by. */
const MIN_CHARACTERS = 1500
const MAX_PARAGRAPHS = 25
const MISSES = 20
const PARTS = ['train', 'held-out'] as const

/**
 * Bodies of real articles, spun by the seed's family. The simulator shares the decoder's assumptions, so the figures
 * flatter; with the table closed they show what the walk alone is worth.
 */
export function simulated(bench: Bench): SectionReport {
  const bodies = readBodies()
  if (!bodies) return { figures: [], notes: [missingData('data', 'wcxb-dev')] }
  const { documents, seeds, listMisses } = bench.samples
  const figures: Figure[] = []
  const notes: string[] = []
  for (const part of PARTS) {
    const texts = chooseBodies(bodies, part, documents)
    const profile = profileOf(bench, FAMILY)
    const shipped = spinAndRepair(texts, FAMILY, seeds, bench, bench.resources())
    const closed = spinAndRepair(
      texts,
      FAMILY,
      seeds.slice(0, 1),
      bench,
      bench.resources({ tableClosed: true }),
    )
    figures.push(
      ...under(part, figuresOf(shipped, profile)),
      ...under(`${part}/table closed`, figuresOf(closed, profile)),
    )
    notes.push(`${part}, shipped profile:`, ...calibration(shipped.score))
    if (listMisses && part === 'train') {
      notes.push(`most frequent misses, ${part}:`, ...frequentMisses(shipped.score.misses, MISSES))
      notes.push(
        `most frequent misses, ${part}, table closed:`,
        ...frequentMisses(closed.score.misses, MISSES),
      )
    }
  }
  return { figures: under('simulated', figures), notes }
}

/** The same for the other families, on fewer bodies. */
export function simulatedFamilies(bench: Bench): SectionReport {
  const bodies = readBodies()
  if (!bodies) return { figures: [], notes: [missingData('data', 'wcxb-dev')] }
  const { documents, seeds, listMisses } = bench.samples
  const figures: Figure[] = []
  const notes: string[] = []
  for (const { value: profile } of bench.rules.load('spinners')) {
    if (profile.id === FAMILY) continue
    for (const part of PARTS) {
      const texts = chooseBodies(bodies, part, Math.ceil(documents / 3))
      const measured = spinAndRepair(texts, profile.id, seeds.slice(0, 1), bench, bench.resources())
      figures.push(...under(`${profile.id}/${part}`, figuresOf(measured, profile)))
      if (listMisses && part === 'train') {
        notes.push(
          `most frequent misses, ${profile.id}, ${part}:`,
          ...frequentMisses(measured.score.misses, MISSES),
        )
      }
    }
  }
  return { figures: under('simulated-families', figures), notes }
}

interface Measured {
  readonly score: EditScore<Edit>
  readonly documents: number
  readonly opened: number
}

function spinAndRepair(
  texts: readonly CleanText[],
  family: string,
  seeds: readonly string[],
  { rules, settings }: Bench,
  resources: Resources,
): Measured {
  const scores: EditScore<Edit>[] = []
  let opened = 0
  for (const seed of seeds) {
    const spin = openSpinner(family, rules, { seed, density: 1 })
    for (const { id, paragraphs } of texts) {
      const spun = paragraphs.slice(0, MAX_PARAGRAPHS).map((paragraph) => spin(paragraph, id))
      const repaired = repairText(
        spun.map(({ text }) => text),
        resources,
        settings,
      )
      if (repaired.opened) opened++
      scores.push(scoreSpun(spun, repaired))
    }
  }
  return { score: sumScores(scores), documents: scores.length, opened }
}

function figuresOf({ score, documents, opened }: Measured, profile: SpinnerProfile): Figure[] {
  return [
    ...spunFigures(score, profile),
    shareFigure('scrambled', score.scrambled, score.words),
    countFigure('opened', opened, documents),
  ]
}

/** `count` English bodies of one side, drawn by a hash of their ids. */
export function chooseBodies(
  bodies: readonly CleanText[],
  part: CleanText['part'],
  count: number,
): CleanText[] {
  return bodies
    .filter(
      (body) => body.part === part && body.isEnglish && body.paragraphs.join('\n').length >= MIN_CHARACTERS,
    )
    .sort((a, b) => uniform('body', a.id) - uniform('body', b.id))
    .slice(0, count)
}
