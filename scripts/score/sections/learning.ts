import { JUDGED_SPUN } from '../../../src/check-rules.js'
import type { Edit } from '../../../src/core/edit.js'
import { FLAT_HABITS, type Habits } from '../../../src/learn/flat-profile.js'
import { familyOf, type LearnPage, type LearnResources, learn } from '../../../src/learn/learn.js'
import { openPage } from '../../../src/repair/page.js'
import { repair } from '../../../src/repair/repair.js'
import { openThesauri } from '../../../src/resources.js'
import { openSpinner } from '../../simulate/open-spinner.js'
import type { Spun } from '../../simulate/spun.js'
import { missingData, readBodies } from '../clean-texts.js'
import { type Figure, rateFigure, type SectionReport, shareFigure, under } from '../figure.js'
import { bodyDocument, editsWithin } from '../repair-text.js'
import { type EditScore, scorePlaces, sumScores } from '../score-edits.js'
import type { Bench } from '../section.js'
import { chooseBodies } from './simulated.js'

/** The seed's family, and three spinners built unlike the decoder. */
const SPINNERS = ['mythes-first-synonym', 'other-source', 'inflecting', 'contextual'] as const
/** Articles learned from, rising. */
const PILES = [5, 10, 30] as const
/** Articles repaired by what was learned, of other sites. */
const REPAIRED = 15
const MAX_PARAGRAPHS = 25

/**
 * Learning curves: spinners' profiles learned from their output alone, against those learned from the same articles with
 * their originals, each by what it restores in articles of other web sites that the same spinner has spun.
 */
export function learning(bench: Bench): SectionReport {
  const bodies = readBodies()
  if (!bodies) return { figures: [], notes: [missingData('data', 'wcxb-dev')] }
  const known: LearnResources = { repair: bench.resources().repair(), thesauri: openThesauri() }
  const seed = bench.samples.seeds[0]!
  const figures: Figure[] = []
  for (const id of SPINNERS) {
    const spin = openSpinner(id, bench.rules, { seed, density: 1 })
    const spun = (part: 'train' | 'held-out', count: number) =>
      chooseBodies(bodies, part, count).map(({ id, paragraphs }) => {
        const original = paragraphs.slice(0, MAX_PARAGRAPHS)
        return { original, spun: original.map((paragraph) => spin(paragraph, id)) }
      })
    const pile = spun('train', PILES.at(-1)!)
    const others = spun('held-out', REPAIRED)
    const measure = (name: string, habits: Habits, resources: LearnResources) =>
      under(name, figuresOf(others.map(({ spun }) => repairAs(habits, spun, resources, bench))))
    const learnFrom = (count: number, isParallel: boolean, resources: LearnResources): Habits => {
      const pages = pile.slice(0, count).map((article) => toLearnPage(article, isParallel, resources))
      return learn(pages, resources, bench.settings).habits
    }
    figures.push(
      ...under(id, [
        ...measure('nothing known', FLAT_HABITS, known),
        ...PILES.flatMap((count) => measure(`learned from ${count}`, learnFrom(count, false, known), known)),
        ...measure(
          `learned from ${PILES.at(-1)} with originals`,
          learnFrom(PILES.at(-1)!, true, known),
          known,
        ),
      ]),
    )
    if (id !== 'other-source') continue
    // As a spinner would be met whose synonyms stand in no thesaurus here: what is found comes from discovery alone.
    const { mythes } = known.thesauri
    const withheld: LearnResources = { ...known, thesauri: { mythes, moby: mythes } }
    figures.push(
      ...under(
        `${id}, its thesaurus withheld`,
        measure(`learned from ${PILES.at(-1)}`, learnFrom(PILES.at(-1)!, false, withheld), withheld),
      ),
    )
  }
  return { figures: under('learning', figures), notes: [] }
}

interface Article {
  readonly original: readonly string[]
  readonly spun: readonly Spun[]
}

function toLearnPage(
  { original, spun }: Article,
  isParallel: boolean,
  { repair }: LearnResources,
): LearnPage {
  const page = openPage(bodyDocument(spun.map(({ text }) => text)), repair.parser)
  return { page, sentences: page.sentencesOf(page.paragraphs), original: isParallel ? original : null }
}

/** The score of one article, taken to be of the family that has `habits`. */
function repairAs(
  habits: Habits,
  spun: readonly Spun[],
  resources: LearnResources,
  { settings }: Bench,
): EditScore<Edit> {
  const family = familyOf(habits, resources)
  const document = bodyDocument(spun.map(({ text }) => text))
  const { id } = family.channel.profile
  const repaired = repair(
    document,
    [{ family: id, blocks: [...document.blocks.keys()] }],
    { ...resources.repair, families: new Map([[id, family]]) },
    {
      ...settings,
      gate: JUDGED_SPUN.gate,
    },
  )
  const edits = repaired.revisions.flatMap((revision) => revision.edits)
  return sumScores(
    spun.map(({ text, scrambled }, index) =>
      scorePlaces(text, scrambled, editsWithin(edits, document.blocks[index]!)),
    ),
  )
}

function figuresOf(scores: readonly EditScore<Edit>[]): Figure[] {
  const score = sumScores(scores)
  return [
    shareFigure('restored', score.restored, score.scrambled),
    rateFigure('wrong edits', score.wrongEdits, score.words),
    shareFigure('precision', score.verdicts.filter(({ verdict }) => verdict === 'right').length, score.edits),
  ]
}
