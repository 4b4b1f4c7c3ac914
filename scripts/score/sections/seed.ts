import { readdirSync, readFileSync } from 'node:fs'
import { DEFAULT_CLEAN_OPTIONS } from '../../../src/clean-options.js'
import type { BlockRole } from '../../../src/core/block.js'
import { isBodyRole } from '../../../src/core/block.js'
import type { Document } from '../../../src/core/document.js'
import type { Edit } from '../../../src/core/edit.js'
import { clean, type Resources } from '../../../src/pipeline.js'
import { toSourceRecord } from '../../../src/read/from-text.js'
import type { ChannelOptions } from '../../../src/repair/channel-model.js'
import { countFigure, type Figure, type SectionReport, under } from '../figure.js'
import { type EditScore, scoreEdits, sumScores } from '../score-edits.js'
import { type Bench, profileOf } from '../section.js'
import { calibration } from '../spun-figures.js'

/** The gold record of a seed article, as far as it is read here. */
interface Gold {
  readonly id: string
  readonly title: string | null
  readonly captions: readonly { readonly text: string | null }[]
  readonly paragraphs: readonly string[]
  readonly scrambled: boolean
}

const VARIANTS: readonly (readonly [name: string, options: ChannelOptions])[] = [
  ['shipped', {}],
  ['seed evidence withheld', { withholdEvidence: 'seed' }],
  ['table closed', { tableClosed: true }],
]

/** The sample articles through the whole product: the spun one against its gold record, and edits of the clean ones. */
export function seed(bench: Bench): SectionReport {
  const seeds = readSeeds()
  const spun = seeds.filter(({ gold }) => gold.scrambled)
  const figures: Figure[] = []
  const notes: string[] = []
  for (const [name, options] of VARIANTS) {
    const score = sumScores(spun.map(({ text, gold }) => scoreSeed(text, gold, bench.resources(options))))
    figures.push(
      ...under(name, [
        countFigure('restored', score.restored, score.scrambled),
        countFigure('wrong edits', score.wrongEdits, score.edits),
        countFigure('scrambled words edited wrongly', score.missedEdits, score.edits),
      ]),
    )
    notes.push(...score.misses.map((miss) => `${name}: ${miss.seen} -> ${miss.found} | ${miss.expected}`))
    if (name === 'shipped') notes.push(...calibration(score))
  }
  const untouched = seeds.filter(({ gold }) => !gold.scrambled)
  const edits = untouched.flatMap(({ text }) => repairEdits(cleanSeed(text, bench.resources(), 'apply')))
  figures.push(countFigure('edits of the clean seeds', edits.length))
  figures.push(countFigure('pairs of the table', profileOf(bench, 'mythes-first-synonym').table.length))
  return { figures: under('seed', figures), notes }
}

interface Seed {
  readonly text: string
  readonly gold: Gold
}

const ARTICLES = new URL('../../../input/', import.meta.url)
const GOLD = new URL('../../../tests/golden/seeds/', import.meta.url)

/** The sample articles with their gold records, ordered by name. */
function readSeeds(): Seed[] {
  return readdirSync(GOLD)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      text: readFileSync(new URL(name.replace(/\.json$/, '.txt'), ARTICLES), 'utf8'),
      gold: JSON.parse(readFileSync(new URL(name, GOLD), 'utf8')) as Gold, // the tests check their form
    }))
}

function cleanSeed(text: string, resources: Resources, repair: 'apply' | 'off'): Document {
  const outcome = clean(toSourceRecord('seed', text), resources, { ...DEFAULT_CLEAN_OPTIONS, repair })
  if (outcome.status !== 'cleaned')
    throw new Error(`a sample article was ${outcome.status}: ${outcome.reason}`)
  return outcome.document
}

function repairEdits({ revisions }: Document): Edit[] {
  return revisions.filter(({ stage }) => stage === 'repair').flatMap(({ edits }) => edits)
}

/** Title, captions and body compared with the gold record, each by its words. */
function scoreSeed(text: string, gold: Gold, resources: Resources): EditScore<Edit> {
  const extracted = cleanSeed(text, resources, 'off')
  // Repair alone changes text after extraction, in one revision; its spans count in the extracted text.
  const edits = repairEdits(cleanSeed(text, resources, 'apply'))
  const compare = (role: (role: BlockRole) => boolean, expected: string) => {
    const field = readField(extracted, role, edits)
    return scoreEdits(field.text, expected, field.edits)
  }
  return sumScores([
    compare((role) => role === 'headline', gold.title ?? ''),
    compare((role) => role === 'caption', gold.captions.map(({ text }) => text ?? '').join('\n')),
    compare(isBodyRole, gold.paragraphs.map((paragraph) => paragraph.replace(/^(?:##|>) /, '')).join('\n')),
  ])
}

/** The blocks of some roles as one text, a line for each, with the edits that fall in them. */
function readField(
  { text, blocks }: Document,
  role: (role: BlockRole) => boolean,
  edits: readonly Edit[],
): { readonly text: string; readonly edits: Edit[] } {
  let joined = ''
  const moved: Edit[] = []
  for (const block of blocks.filter((block) => role(block.role))) {
    if (joined !== '') joined += '\n'
    const shift = joined.length - block.start
    joined += text.slice(block.start, block.end)
    for (const edit of edits) {
      if (edit.start < block.start || edit.end > block.end) continue
      moved.push({ ...edit, start: edit.start + shift, end: edit.end + shift })
    }
  }
  return { text: joined, edits: moved }
}
