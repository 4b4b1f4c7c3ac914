import type { Edit } from '../core/edit.js'
import { editMatches, type Fixer } from './fixer.js'
import { Trait } from './traits.js'

/** Characters that NFC may change, with the one before them, which a mark may join. */
const STRETCH = /[\u0300-\uffff]+/g

/** A character and the marks behind it, or the letters of a Hangul syllable: what NFC looks at together. */
const CLUSTER =
  /[\u1100-\u11ff\ua960-\ua97f\uac00-\ud7a3\ud7b0-\ud7fb]{2,}|\P{M}?\p{M}+|[\u0300-\u{10ffff}]/gu

/** Letters with their marks in Unicode's normalisation form C; only the clusters that change are edits. */
export const composition: Fixer = {
  traits: Trait.composable,
  fix(text) {
    // The platform's own check is far quicker than the walk.
    if (text.normalize('NFC') === text) return []
    const edits: Edit[] = []
    for (const { 0: seen, index } of text.matchAll(STRETCH)) {
      const start = Math.max(0, index - 1)
      const stretch = text.slice(start, index + seen.length)
      if (stretch.normalize('NFC') === stretch) continue
      const inside = editMatches('composition', stretch, CLUSTER, ([cluster]) => cluster.normalize('NFC'))
      edits.push(...inside.map((edit) => ({ ...edit, start: start + edit.start, end: start + edit.end })))
    }
    return edits
  },
}
