import { createStories } from '../../../src/repair/stories.js'
import { withStories } from '../../../src/resources.js'
import { openSpinner } from '../../simulate/open-spinner.js'
import { type CleanText, missingData, readBodies } from '../clean-texts.js'
import { type Figure, type SectionReport, shareFigure, under } from '../figure.js'
import { repairText } from '../repair-text.js'
import { sumScores } from '../score-edits.js'
import { type Bench, profileOf } from '../section.js'
import { scoreSpun, spunFigures } from '../spun-figures.js'
import { chooseBodies } from './simulated.js'

const FAMILY = 'mythes-first-synonym'
const MAX_PARAGRAPHS = 50

/**
 * What clean articles on the same story are worth. Two such articles on one event are hard to come by, so each body is
 * cut in two: its even paragraphs are spun, its odd ones stand among the clean articles, beside those of all other
 * bodies. It flatters, since one author wrote both; `strangers` has the other bodies alone.
 */
export function context(bench: Bench): SectionReport {
  const bodies = readBodies()
  if (!bodies) return { figures: [], notes: [missingData('data', 'wcxb-dev')] }
  const figures: Figure[] = []
  const resources = bench.resources()
  const { news } = resources.repair()
  const spin = openSpinner(FAMILY, bench.rules, { seed: bench.samples.seeds[0]!, density: 1 })
  const profile = profileOf(bench, FAMILY)
  for (const part of ['train', 'held-out'] as const) {
    const chosen = chooseBodies(bodies, part, bench.samples.documents)
    const own = new Set(chosen.map(({ id }) => id))
    const others = bodies.filter(({ id }) => !own.has(id)).map(textOf)
    const halves = chosen.map((body) => half(body, 1).join('\n'))
    const measure = (name: string, texts: readonly string[] | null) => {
      const scores = chosen.map((body) => {
        const spun = half(body, 0).map((paragraph) => spin(paragraph, body.id))
        const repaired = repairText(
          spun.map(({ text }) => text),
          texts === null ? resources : withStories(resources, texts),
          bench.settings,
        )
        return scoreSpun(spun, repaired)
      })
      figures.push(...under(`${part}/${name}`, spunFigures(sumScores(scores), profile)))
    }
    measure('without', null)
    measure('strangers', others)
    measure('with', [...others, ...halves])
    const stories = createStories([...others, ...halves], news)
    const told = chosen.filter(
      (body) =>
        stories.about(
          textOf(body)
            .toLowerCase()
            .split(/[^a-z]+/),
        ) !== null,
    )
    figures.push(...under(part, [shareFigure('stories found', told.length, chosen.length)]))
  }
  return { figures: under('context', figures), notes: [] }
}

function textOf({ paragraphs }: CleanText): string {
  return paragraphs.join('\n')
}

/** Every second paragraph, from the first or the second on. */
function half({ paragraphs }: CleanText, first: 0 | 1): string[] {
  return paragraphs.slice(0, MAX_PARAGRAPHS).filter((_, index) => index % 2 === first)
}
