import { FUNCTION_WORD_LANGUAGES } from '../language/function-words.js'
import { guessLanguage } from '../language/guess-language.js'
import { type ScannedWords, scanWords, WORD_KIND } from '../language/scan-words.js'
import type { Agencies } from '../rules/known-names.js'
import { type BoilerplateMatcher, matchBoilerplate, type PhraseRule } from '../rules/match-boilerplate.js'
import { readByline } from './bylines.js'
import { readCredit } from './credits.js'
import { readDateLine } from './date-line.js'
import type { Segment } from './segment.js'

/** What a segment's own wording shows it to be, whatever stands round it. */
export type LineKind = 'date' | 'byline' | 'credit' | 'address' | 'symbols'

/** A page cut into segments, with what each segment shows by itself. Arrays run parallel to `segments`. */
export interface PageView {
  readonly text: string
  readonly words: ScannedWords
  readonly segments: readonly Segment[]
  /** First word of each segment in `words`; one entry more than there are segments. */
  readonly firstWord: Uint32Array
  readonly endWord: Uint32Array
  /** Equal for segments of the same words, whatever their case and punctuation; 0 for those without words. */
  readonly keys: Float64Array
  readonly phrases: readonly (PhraseRule | null)[]
  readonly kinds: readonly (LineKind | null)[]
  /** ISO 639-1 code, null when undecided. */
  readonly language: string | null
  /** The bit of `functionWordMask` for the page's language; all bits when undecided. */
  readonly languageBit: number
}

const ADDRESS =
  /^(?:[^\s:]{0,20}:\s*)?(?:https?:\/\/|www\.)\S+(?: \S+)?$|^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}$/i

/** The view of `text` cut into `segments`. `host` is the page's host name without `www.`, null when unknown. */
export function viewPage(
  text: string,
  segments: readonly Segment[],
  matcher: BoilerplateMatcher,
  agencies: Agencies,
  host: string | null,
): PageView {
  const words = scanWords(text)
  const firstWord = new Uint32Array(segments.length)
  const endWord = new Uint32Array(segments.length)
  const keys = new Float64Array(segments.length)
  const phrases: (PhraseRule | null)[] = []
  const kinds: (LineKind | null)[] = []
  let at = 0
  for (const [index, segment] of segments.entries()) {
    while (at < words.count && words.start[at]! < segment.start) at++
    firstWord[index] = at
    while (at < words.count && words.start[at]! < segment.end) at++
    endWord[index] = at
    keys[index] = keyOf(words, firstWord[index]!, at)
    phrases.push(matchBoilerplate(matcher, words, firstWord[index]!, at, host))
    kinds.push(
      segment.end - segment.start > 200 ? null : kindOf(text.slice(segment.start, segment.end), agencies),
    )
  }
  const language = guessLanguage(text, words)
  const bit = language === null ? -1 : FUNCTION_WORD_LANGUAGES.indexOf(language)
  return {
    text,
    words,
    segments,
    firstWord,
    endWord,
    keys,
    phrases,
    kinds,
    language,
    languageBit: bit < 0 ? -1 : 1 << bit,
  }
}

/** A prime below 2^53 / 2^32, so that the products stay exact. */
const KEY_MODULUS = 2_097_143

/** Two remainders of the words' hashes in one number: a chance of about 10^-12 for two segments to collide. */
function keyOf(words: ScannedWords, from: number, to: number): number {
  let low = 0
  let high = 0
  for (let k = from; k < to; k++) {
    if (words.kind[k] === WORD_KIND.symbol) continue
    low = (low * 8191 + (words.hash[k]! % KEY_MODULUS) + 1) % KEY_MODULUS
    high = (high * 4099 + (words.hash[k]! >>> 7) + 1) % KEY_MODULUS
  }
  return high * KEY_MODULUS + low
}

function kindOf(line: string, agencies: Agencies): LineKind | null {
  if (ADDRESS.test(line)) return 'address'
  if (/\d/.test(line) && readDateLine(line)) return 'date'
  if (!/[\p{L}\p{N}]/u.test(line)) return 'symbols'
  if (readByline(line, agencies)) return 'byline'
  if (readCredit(line, agencies)) return 'credit'
  return null
}
