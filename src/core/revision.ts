import { applyEdits, type Edit, invertEdits, type Stage } from './edit.js'

/** One stage's edits; their spans count in the text that the stage received. */
export interface Revision {
  readonly stage: Stage
  readonly edits: readonly Edit[]
}

/** The text after every revision, in order. */
export function replayRevisions(source: string, revisions: readonly Revision[]): string {
  return revisions.reduce((text, { edits }) => applyEdits(text, edits), source)
}

/** The inverse of `revisions` on `source`: replayed on the revised text, they give back `source`. */
export function invertRevisions(source: string, revisions: readonly Revision[]): Revision[] {
  let text = source
  const inverses = revisions.map(({ stage, edits }) => {
    const inverse = { stage, edits: invertEdits(text, edits) }
    text = applyEdits(text, edits)
    return inverse
  })
  return inverses.reverse()
}
