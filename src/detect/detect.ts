import { isProseRole } from '../core/block.js'
import type { Document } from '../core/document.js'
import { isWhiteSpace } from '../language/token.js'
import type { FamilyWeights, ScanTable } from '../language/scan-table.js'

/** Words in the window that slides over the text: a spun paragraph of this length shows itself. */
const WINDOW = 60
/**
 * Hundredths of log10 ratio that a window must gather. On the 430 English training bodies a threshold of 2.5 leaves
 * 45 % of clean documents to the gate, 2.0 75 %, 3.5 25 %; of 60-word windows spun at full density none is missed by
 * 2.5, at a fifth of it the missed ones hold one scrambled word or none.
 */
const THRESHOLD = 250
/** Uses of one word on a page that count in full; a topic repeats its words, a spinner has many. */
const FULL_USES = 2
const LATER_USE_SHARE = 0.25

/**
 * The families of spun text that the document may belong to, found by one pass over its prose: the sum, in any
 * window of 60 words, of how much more often spun text has each word than clean news. Whether it is spun is for the
 * gate of the repair to decide, which reads whole sentences.
 */
export function detect(document: Document, table: ScanTable): string[] {
  return table.families.flatMap((family) => (gathers(document, table, family) ? [family.family] : []))
}

/** True when some window of the document's prose gathers enough weight. */
function gathers({ text, blocks }: Document, { words }: ScanTable, family: FamilyWeights): boolean {
  const uses = new Uint8Array(words.size)
  const window = new Uint16Array(WINDOW)
  let count = 0
  let sum = 0
  for (const { role, start, end } of blocks) {
    if (!isProseRole(role)) continue
    let at = start
    while (at < end) {
      while (at < end && !isLetter(text.charCodeAt(at))) at++
      const from = at
      let isLower = true
      for (let code = text.charCodeAt(at); at < end && isLetter(code); code = text.charCodeAt(++at)) {
        isLower &&= code >= 0x61
      }
      if (at === from) break
      let weight = 0
      if (!family.freeLowerCaseOnly || (isLower && isFree(text, from, at, start, end))) {
        const word = words.find(text, from, at)
        if (word >= 0) weight = usedWeight(uses, word, family.weights[word]!)
      }
      const slot = count++ % WINDOW
      sum += weight - window[slot]!
      window[slot] = weight
      if (sum >= THRESHOLD) return true
    }
  }
  return false
}

/** ASCII letters: the words of English spinners. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

function isFree(text: string, from: number, to: number, start: number, end: number): boolean {
  return (
    (from === start || isWhiteSpace(text.charCodeAt(from - 1))) &&
    (to === end || isWhiteSpace(text.charCodeAt(to)))
  )
}

function usedWeight(uses: Uint8Array, word: number, weight: number): number {
  if (uses[word]! < 255) uses[word]!++
  return uses[word]! <= FULL_USES ? weight : Math.round(weight * LATER_USE_SHARE)
}
