import type { ChannelOptions } from '../../../src/repair/channel-model.js'
import { countFigure, type Figure, type SectionReport, shareFigure, under } from '../figure.js'
import { familyFolders, type KeptAsideArticle, readScrambled } from '../kept-aside.js'
import { repairText } from '../repair-text.js'
import { isRestored, sumScores } from '../score-edits.js'
import { type Bench, profileOf } from '../section.js'
import { calibration, scoreAgainst, spunFigures } from '../spun-figures.js'

const FAMILY = 'mythes-first-synonym'

/** The articles that were scrambled by hand in the way of the seed's spinner. Single misses are never shown. */
export function keptAside(bench: Bench): SectionReport {
  const profile = profileOf(bench, FAMILY)
  const articles = readScrambled('mythes')
  const shipped = scoreArticles(articles, bench)
  const closed = scoreArticles(articles, bench, { tableClosed: true })
  const total = sumScores(shipped.map(({ score }) => score))
  return {
    figures: under('kept-aside', [
      ...spunFigures(total, profile),
      openedFigure(shipped),
      ...under('table closed', spunFigures(sumScores(closed.map(({ score }) => score)), profile)),
    ]),
    notes: [
      'by article:',
      ...shipped.map(
        ({ id, score }) =>
          `${id.padEnd(20)} restored ${score.restored} of ${score.scrambled}, wrong edits ${score.wrongEdits} in ${score.words} words`,
      ),
      ...calibration(total),
    ],
  }
}

/** The sets of the other families, each through the product as it stands. Single misses are never shown. */
export function families(bench: Bench): SectionReport {
  const figures: Figure[] = []
  const notes: string[] = []
  for (const folder of familyFolders()) {
    const scored = scoreArticles(readScrambled(`families/${folder}`), bench)
    const total = sumScores(scored.map(({ score }) => score))
    const profile =
      bench.rules.load('spinners').find(({ value }) => value.id.startsWith(folder))?.value ?? null
    const whole = total.places.length
    figures.push(
      ...under(folder, [
        ...spunFigures(total, profile),
        shareFigure('places restored', total.places.filter(isRestored).length, whole),
        openedFigure(scored),
      ]),
    )
    const families = scored.map(({ id, judgedAs }) => `${id} as ${judgedAs ?? 'clean'}`)
    notes.push(`${folder}: judged ${families.join(', ')}`)
  }
  return { figures: under('families', figures), notes }
}

interface Scored {
  readonly id: string
  readonly score: ReturnType<typeof scoreAgainst>
  /** The family by which most of the edits were made; null where nothing was edited. */
  readonly judgedAs: string | null
}

function scoreArticles(
  articles: readonly KeptAsideArticle[],
  bench: Bench,
  options?: ChannelOptions,
): Scored[] {
  return articles.map(({ id, original, spun }) => {
    const repaired = repairText(spun, bench.resources(options), bench.settings)
    return {
      id,
      score: scoreAgainst(spun, original, repaired),
      judgedAs: repaired.family ?? (repaired.opened ? 'spun' : null),
    }
  })
}

function openedFigure(scored: readonly Scored[]): Figure {
  return countFigure('opened', scored.filter(({ judgedAs }) => judgedAs !== null).length, scored.length)
}
