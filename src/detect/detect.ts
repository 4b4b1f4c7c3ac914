import { isProseRole } from '../core/block.js'
import type { Document } from '../core/document.js'
import type { FamilyWeights, ScanTable } from '../language/scan-table.js'
import { isWhiteSpace } from '../language/token.js'

/** Words in the window that slides over the text: a spun paragraph of this length shows itself. */
const WINDOW = 60
/** Uses of one word on a page that count in full; a topic repeats its words, a spinner has many. */
const FULL_USES = 2
const LATER_USE_SHARE = 0.25
/**
 * Families share outputs ("arsenic" for "as" is found in several), so the text of one gathers weight for others: up to
 * three quarters of its own in the samples of each. A family that gathers less than this share of the most is not
 * worth a decoding.
 */
const SHARE_OF_BEST = 0.8

/**
 * The families of spun text that the document may belong to, the likeliest first, found by one pass over its prose:
 * the sum, in any window of 60 words, of how much more often spun text has each word than clean news. Whether it is
 * spun is for the gate of the repair to decide, which reads whole sentences.
 *
 * A family's threshold comes from its profile. On the 430 English training bodies a threshold of 2.5 for
 * first-synonym spinning leaves 45 % of clean documents to the gate, 2.0 75 %, 3.5 25 %; of 60-word windows spun at
 * full density none is missed by 2.5, at a fifth of it the missed ones hold one scrambled word or none.
 */
export function detect(document: Document, table: ScanTable): string[] {
  const scores = bestWindows(document, table)
  const most = Math.max(...scores)
  return table.families
    .map(({ family, threshold }, index) => ({ family, threshold, score: scores[index]! }))
    .filter(({ threshold, score }) => score >= threshold && score >= SHARE_OF_BEST * most)
    .sort((a, b) => b.score - a.score)
    .map(({ family }) => family)
}

/** A family's weights in the last words of the text. */
interface Gathering {
  readonly family: FamilyWeights
  /** How often each word of the table has counted, up to 255. */
  readonly uses: Uint8Array
  readonly window: Uint16Array
  count: number
  sum: number
  best: number
}

/** For each family, the most that any window of the document's prose gathers. */
function bestWindows({ text, blocks }: Document, { words, families }: ScanTable): number[] {
  const gatherings = families.map(
    (family): Gathering => ({
      family,
      uses: new Uint8Array(words.size),
      window: new Uint16Array(WINDOW),
      count: 0,
      sum: 0,
      best: 0,
    }),
  )
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
      const word = words.find(text, from, at)
      const isFreeLowerCase = isLower && isFree(text, from, at, start, end)
      for (const gathering of gatherings) {
        gather(gathering, word >= 0 && (isFreeLowerCase || !gathering.family.freeLowerCaseOnly) ? word : -1)
      }
    }
  }
  return gatherings.map(({ best }) => best)
}

/** Moves the window on by one word; `word` is -1 for words that say nothing. */
function gather(gathering: Gathering, word: number): void {
  const { family, uses, window } = gathering
  const weight = word < 0 ? 0 : usedWeight(uses, word, family.weights[word]!)
  const slot = gathering.count++ % WINDOW
  gathering.sum += weight - window[slot]!
  window[slot] = weight
  if (gathering.sum > gathering.best) gathering.best = gathering.sum
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
