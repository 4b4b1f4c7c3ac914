import { openSpinner } from '../../simulate/open-spinner.js'
import type { Spinner } from '../../simulate/spin.js'
import type { Spun } from '../../simulate/spun.js'
import { uniform } from '../../simulate/uniform.js'
import { type CleanText, missingData, readBodies, windowsOf } from '../clean-texts.js'
import { type Figure, type SectionReport, shareFigure, under } from '../figure.js'
import { repairText } from '../repair-text.js'
import type { Bench } from '../section.js'

const FAMILY = 'mythes-first-synonym'
const WORDS = 60
/** A fifth of the family's usual density: a page that is spun in part, or lightly. */
const DENSITY = 0.2
/** Excerpts with this many scrambled words or more are counted together. */
const MANY = 6

/** Short excerpts of the bodies, lightly spun: how many the gate opens, by the number of scrambled words. */
export function excerpts(bench: Bench): SectionReport {
  const bodies = readBodies()
  if (!bodies) return { figures: [], notes: [missingData('data', 'wcxb-dev')] }
  const [seed] = bench.samples.seeds
  const spin = openSpinner(FAMILY, bench.rules, { seed: seed!, density: DENSITY })
  const resources = bench.resources()
  const figures: Figure[] = []
  for (const part of ['train', 'held-out'] as const) {
    const drawn = drawExcerpts(bodies, part, bench.samples.excerpts, spin).map(({ spun, scrambled }) => {
      const { nominated, opened } = repairText(
        spun.map(({ text }) => text),
        resources,
        bench.settings,
      )
      return { scrambled, nominated: nominated.length > 0, opened }
    })
    const openedOf = (name: string, group: typeof drawn) =>
      shareFigure(name, group.filter(({ opened }) => opened).length, group.length)
    figures.push(
      ...under(part, [
        openedOf('opened', drawn),
        shareFigure('nominated by the scan', drawn.filter(({ nominated }) => nominated).length, drawn.length),
        ...Array.from({ length: MANY }, (_, index) => index + 1).map((count) =>
          openedOf(
            `opened with ${count}${count === MANY ? ' or more' : ''} scrambled`,
            drawn.filter(({ scrambled }) => (count === MANY ? scrambled >= MANY : scrambled === count)),
          ),
        ),
      ]),
    )
  }
  return { figures: under('excerpts', figures), notes: [] }
}

interface Excerpt {
  readonly spun: readonly Spun[]
  /** Scrambled places in it, at least 1. */
  readonly scrambled: number
}

/** The first `most` windows, in an order drawn by hash, in which the spinner changes something. */
function drawExcerpts(bodies: readonly CleanText[], part: string, most: number, spin: Spinner): Excerpt[] {
  const windows = bodies
    .filter((body) => body.part === part && body.isEnglish)
    .flatMap((body) =>
      windowsOf(body, WORDS).map((window, index) => ({ ...window, id: `${body.id}#${index}` })),
    )
    .sort((a, b) => uniform('excerpt', a.id) - uniform('excerpt', b.id))
  const excerpts: Excerpt[] = []
  for (const { id, paragraphs } of windows) {
    if (excerpts.length === most) break
    const spun = paragraphs.map((paragraph) => spin(paragraph, id))
    const scrambled = spun.reduce((sum, { scrambled }) => sum + scrambled.length, 0)
    if (scrambled > 0) excerpts.push({ spun, scrambled })
  }
  return excerpts
}
