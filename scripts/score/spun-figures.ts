import type { Edit } from '../../src/core/edit.js'
import type { SpinnerProfile } from '../../src/rules/spinner-profile.js'
import type { Spun } from '../simulate/spun.js'
import { countFigure, type Figure, rateFigure, shareFigure } from './figure.js'
import type { RepairedText } from './repair-text.js'
import { type EditScore, type Miss, type Place, scoreEdits, scorePlaces, sumScores } from './score-edits.js'

/** Edits at least this sure are scored for themselves. */
const SURE = 0.9

/** The score of a repaired text whose scrambled places are known. */
export function scoreSpun(spun: readonly Spun[], { edits }: RepairedText): EditScore<Edit> {
  return sumScores(spun.map(({ text, scrambled }, index) => scorePlaces(text, scrambled, edits[index]!)))
}

/** The score of a repaired text against its original, paragraph by paragraph. */
export function scoreAgainst(
  spun: readonly string[],
  original: readonly string[],
  { edits }: RepairedText,
): EditScore<Edit> {
  return sumScores(spun.map((text, index) => scoreEdits(text, original[index]!, edits[index]!)))
}

/** The figures of spun texts: what was restored, and how far the edits can be trusted. */
export function spunFigures(score: EditScore<Edit>, profile: SpinnerProfile | null): Figure[] {
  const sure = score.verdicts.filter(({ edit }) => (edit.provenance.confidence ?? 1) >= SURE)
  return [
    shareFigure('restored', score.restored, score.scrambled),
    ...(profile && profile.table.length > 0 ? restoredByTable(score.places, profile) : []),
    rateFigure('wrong edits', score.wrongEdits, score.words),
    shareFigure('precision', rightOf(score.verdicts), score.edits),
    shareFigure(`precision at ${SURE}`, rightOf(sure), sure.length),
    countFigure('words', score.words),
  ]
}

/** Scrambled words apart by what the profile's table says of them. */
function restoredByTable(places: readonly Place[], { table }: SpinnerProfile): Figure[] {
  const pairs = new Set(table.map(({ from, to }) => `${from}\t${to}`))
  const originals = new Set(table.map(({ from }) => from))
  const isListed = ({ expected, seen }: Place) => pairs.has(`${expected}\t${seen}`)
  const groups = [
    ['restored, pair in table', isListed],
    ['restored, pair not in table', (place: Place) => !isListed(place)],
    ['restored, original in no pair', ({ expected }: Place) => !originals.has(expected)],
  ] as const
  return groups.map(([name, belongs]) => {
    const group = places.filter(belongs)
    return shareFigure(
      name,
      sumOf(group, ({ restoredWords }) => restoredWords),
      sumOf(group, ({ words }) => words),
    )
  })
}

function sumOf(places: readonly Place[], pick: (place: Place) => number): number {
  return places.reduce((sum, place) => sum + pick(place), 0)
}

function rightOf(verdicts: EditScore<Edit>['verdicts']): number {
  return verdicts.filter(({ verdict }) => verdict === 'right').length
}

/** A table of how often edits are right by what they say of their own confidence, in tenths. */
export function calibration({ verdicts }: EditScore<Edit>): string[] {
  const rows = Array.from({ length: 10 }, () => ({ edits: 0, right: 0, confidence: 0 }))
  for (const { edit, verdict } of verdicts) {
    const { confidence } = edit.provenance
    if (confidence === null) continue
    const row = rows[Math.min(9, Math.floor(confidence * 10))]!
    row.edits++
    row.confidence += confidence
    if (verdict === 'right') row.right++
  }
  return [
    'confidence      edits    right   mean confidence   share right',
    ...rows.flatMap(({ edits, right, confidence }, tenth) =>
      edits === 0
        ? []
        : [
            `${(tenth / 10).toFixed(1)} to ${((tenth + 1) / 10).toFixed(1)} ${`${edits}`.padStart(10)} ${`${right}`.padStart(8)} ${(confidence / edits).toFixed(3).padStart(17)} ${(right / edits).toFixed(3).padStart(13)}`,
          ],
    ),
  ]
}

/** The most frequent misses, `count seen -> found | expected`. */
export function frequentMisses(misses: readonly Miss[], most: number): string[] {
  const counts = new Map<string, number>()
  for (const { seen, found, expected } of misses) {
    const line = `${seen} -> ${found} | ${expected}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([line, count]) => `${`${count}`.padStart(5)} ${line}`)
}
