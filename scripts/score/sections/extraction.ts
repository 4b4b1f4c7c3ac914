import { measureExtraction } from '../../extraction/measure.js'
import { missingData, sharedPath } from '../clean-texts.js'
import { measureFigure, type SectionReport, shareFigure, under } from '../figure.js'

/** Extraction of plain text from the development pages, whole and cut to the article's neighbourhood. */
export async function extraction(): Promise<SectionReport> {
  if (!sharedPath('data', 'wcxb-dev')) return { figures: [], notes: [missingData('data', 'wcxb-dev')] }
  const results = await measureExtraction()
  const figures = results.flatMap(({ scope, split, body, fields }) =>
    under(`${scope}/${split}`, [
      measureFigure('F1', body.f1),
      measureFigure('P', body.precision),
      measureFigure('R', body.recall),
      measureFigure('word F1', body.wordF1),
      measureFigure('must-not', body.without),
      ...Object.entries(fields).map(([name, { right, wrong, missing }]) =>
        shareFigure(`${name} right`, right, right + wrong + missing),
      ),
    ]),
  )
  return { figures: under('extraction', figures), notes: [] }
}
