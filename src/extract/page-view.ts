import { FUNCTION_WORD_LANGUAGES, functionWordMasks } from '../language/function-words.js'
import { guessLanguage } from '../language/guess-language.js'
import { lineKey } from '../language/line-key.js'
import { type ScannedWords, scanWords, WORD_KIND } from '../language/scan-words.js'
import type { Agencies } from '../rules/known-names.js'
import { type BoilerplateMatcher, matchBoilerplate, type PhraseRule } from '../rules/match-boilerplate.js'
import { readByline } from './bylines.js'
import { mayBeCredit, readCredit } from './credits.js'
import { readDateLine } from './date-line.js'
import { readFrameLine } from './frame-line.js'
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
  /** True when blank lines part some of the segments; where none do, their absence says nothing. */
  readonly hasBlankLines: boolean
  /** ISO 639-1 code, null when undecided. */
  readonly language: string | null
  /** 1 for each word that is a function word of the page's language, or of any language when that is undecided. */
  readonly isFunctionWord: Uint8Array
  /** A number for each different word of four letters and more that is no function word, in `[0, topics)`; -1 for others. */
  readonly topic: Int32Array
  readonly topics: number
}

/** True where a blank line stands before segment `i`, as at the page's ends, or where the page has none at all. */
export function isAfterBlank(page: PageView, i: number): boolean {
  return !page.hasBlankLines || (page.segments[i]?.breaks ?? 2) > 1
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
    keys[index] = lineKey(words, firstWord[index]!, at)
    phrases.push(matchBoilerplate(matcher, words, firstWord[index]!, at, host))
    kinds.push(kindOf(text, words, segment, firstWord[index]!, at, agencies))
  }
  const masks = functionWordMasks(words)
  const language = guessLanguage(text, masks)
  const bit = language === null ? -1 : FUNCTION_WORD_LANGUAGES.indexOf(language)
  const isFunctionWord = new Uint8Array(words.count)
  for (let k = 0; k < words.count; k++) {
    if ((bit < 0 ? masks[k]! : masks[k]! & (1 << bit)) !== 0) isFunctionWord[k] = 1
  }
  return {
    text,
    words,
    segments,
    firstWord,
    endWord,
    keys,
    phrases,
    kinds,
    hasBlankLines:
      segments.filter(({ breaks }, index) => index > 0 && breaks > 1).length * 10 > segments.length,
    language,
    isFunctionWord,
    ...numberTopics(words, isFunctionWord),
  }
}

/** The shortest word that may say what an article is about, in UTF-16 units; an ideograph may too. */
const MIN_TOPIC_LENGTH = 4

function numberTopics(words: ScannedWords, isFunctionWord: Uint8Array): Pick<PageView, 'topic' | 'topics'> {
  const topic = new Int32Array(words.count).fill(-1)
  // A table of hashes with open addressing, several times as fast here as a Map. 0 marks a free place.
  let size = 64
  while (size < words.count * 2) size *= 2
  const hashes = new Int32Array(size)
  const numbers = new Int32Array(size)
  let topics = 0
  for (let k = 0; k < words.count; k++) {
    const kind = words.kind[k]!
    if (kind === WORD_KIND.symbol || isFunctionWord[k] === 1) continue
    if (words.end[k]! - words.start[k]! < MIN_TOPIC_LENGTH && kind !== WORD_KIND.ideograph) continue
    const hash = words.hash[k]! || 1
    let place = (hash ^ (hash >>> 15)) & (size - 1)
    while (hashes[place] !== 0 && hashes[place] !== hash) place = (place + 1) & (size - 1)
    if (hashes[place] === 0) {
      hashes[place] = hash
      numbers[place] = topics++
    }
    topic[k] = numbers[place]!
  }
  return { topic, topics }
}

/** Longer segments, in UTF-16 units, have no kind. */
const MAX_KIND_LENGTH = 200

function kindOf(
  text: string,
  words: ScannedWords,
  { start, end }: Segment,
  from: number,
  to: number,
  agencies: Agencies,
): LineKind | null {
  if (end - start > MAX_KIND_LENGTH) return null
  let hasNumber = false
  let isSymbols = true
  for (let k = from; k < to; k++) {
    if (words.kind[k] !== WORD_KIND.symbol) isSymbols = false
    if (words.kind[k] === WORD_KIND.number) hasNumber = true
  }
  if (isSymbols) return 'symbols'
  const line = text.slice(start, end)
  if (line.includes('.') && ADDRESS.test(line)) return 'address'
  if (hasNumber && readDateLine(line)) return 'date'
  if (readByline(line, agencies)) return 'byline'
  const frame = hasNumber ? readFrameLine(line, agencies) : null
  if (frame) return frame.names.length > 0 ? 'byline' : 'date'
  return mayBeCredit(text, words, from, to, agencies) && readCredit(line, agencies) ? 'credit' : null
}
