import { isProseRole } from '../core/block.js'
import type { Document } from '../core/document.js'
import type { Nomination } from '../core/nomination.js'
import type { FamilyWeights, ScanTable } from '../language/scan-table.js'
import { isWhiteSpace } from '../language/token.js'

/** Words in the window that slides over the text: a spun paragraph of this length shows itself. */
const WINDOW = 60
/** Uses of one word on a page that count in full; a topic repeats its words, a spinner has many. */
const FULL_USES = 2
const LATER_USE_SHARE = 0.25
/**
 * Families share outputs ("arsenic" for "as" is found in several), so the text of one gathers weight for others: up to
 * three quarters of its own in the samples of each. Where one family gathers plenty, another that gathers less than
 * this share of it is not worth a decoding.
 */
const SHARE_OF_BEST = 0.8
/** What only spun text gathers, in hundredths of log10: of 790 clean articles the most gathered 13.3. */
const PLENTY = 1500

/**
 * The families of spun text that the document may belong to, the likeliest first, found by one pass over its prose:
 * the sum, in any window of 60 words, of how much more often spun text has each word than clean news. Whether it is
 * spun is for the gate of the repair to decide, which reads whole sentences.
 *
 * A family's threshold comes from its profile. Of 60-word windows of 1,183 clean texts, 2.0 for first-synonym spinning
 * leaves 9 % to the gate, 2.5 4 % and 1.5 15 %; of windows spun at full density none is missed by 2.5, at a fifth of it
 * 2.0 misses 9 % and the gate most of these.
 */
export function detect(document: Document, table: ScanTable): Nomination[] {
  const found = gatherWindows(document, table)
    .filter(({ family, best }) => best >= family.threshold)
    .sort((a, b) => b.best - a.best)
  const most = found[0]?.best ?? 0
  const least = most >= PLENTY ? SHARE_OF_BEST * most : 0
  return found
    .filter(({ best }) => best >= least)
    .map(({ family, suspected }) => ({
      family: family.family,
      blocks: [...suspected.keys()].filter((index) => suspected[index] === 1),
    }))
}

/** A family's weights in the last words of the text. */
interface Gathering {
  readonly family: FamilyWeights
  /** How often each word of the table has counted, up to 255. */
  readonly uses: Uint8Array
  readonly window: Uint16Array
  sum: number
  best: number
  /** 1 for each of the document's blocks that has words in a window which reached the threshold. */
  readonly suspected: Uint8Array
}

/** For each family, what the windows of the document's prose gather. */
function gatherWindows({ text, blocks }: Document, { words, families }: ScanTable): Gathering[] {
  /** Whether any family has weight in a slot of its window: most words say nothing to any. */
  const filled = new Uint8Array(WINDOW)
  /** The block of the word in each slot. */
  const blockOf = new Int32Array(WINDOW)
  let count = 0
  const gatherings = families.map(
    (family): Gathering => ({
      family,
      uses: new Uint8Array(words.size),
      window: new Uint16Array(WINDOW),
      sum: 0,
      best: 0,
      suspected: new Uint8Array(blocks.length),
    }),
  )
  for (const [block, { role, start, end }] of blocks.entries()) {
    if (!isProseRole(role)) continue
    let at = start
    let previous = -1
    while (at < end) {
      const previousEnd = at
      while (at < end && !isLetter(text.charCodeAt(at))) at++
      const from = at
      let isLower = true
      for (let code = text.charCodeAt(at); at < end && isLetter(code); code = text.charCodeAt(++at)) {
        isLower &&= code >= 0x61
      }
      if (at === from) break
      const word = words.find(text, from, at)
      const isNext = previous >= 0 && from === previousEnd + 1 && text.charCodeAt(previousEnd) === SPACE
      const pair = isNext ? words.find(text, previous, at) : -1
      const slot = count++ % WINDOW
      blockOf[slot] = block
      if (word >= 0 || pair >= 0 || filled[slot] === 1) {
        const isFreeLowerCase = isLower && isFree(text, from, at, start, end)
        for (const gathering of gatherings) {
          const counts = isFreeLowerCase || !gathering.family.freeLowerCaseOnly
          gather(gathering, slot, counts ? word : -1, pair)
          if (gathering.sum >= gathering.family.threshold) {
            // The slot after the newest holds the oldest, once the window has been filled.
            const oldest = count < WINDOW ? 0 : count % WINDOW
            gathering.suspected.fill(1, blockOf[oldest]!, block + 1)
          }
        }
        filled[slot] = Number(word >= 0 || pair >= 0)
      }
      previous = from
    }
  }
  return gatherings
}

/** Puts a word, which may end a pair, in a slot of the window; both are -1 where they say nothing. */
function gather(gathering: Gathering, slot: number, word: number, pair: number): void {
  const { family, uses, window } = gathering
  let weight = 0
  if (word >= 0) weight += usedWeight(uses, word, family.weights[word]!)
  if (pair >= 0) weight += usedWeight(uses, pair, family.weights[pair]!)
  gathering.sum += weight - window[slot]!
  window[slot] = weight
  if (gathering.sum > gathering.best) gathering.best = gathering.sum
}

const SPACE = 0x20

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
