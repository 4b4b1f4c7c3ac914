import { analyse } from '../../src/language/inflection.js'
import type { Thesaurus } from '../../src/language/thesaurus.js'
import type { Token } from '../../src/language/token.js'
import { tokenise } from '../../src/language/tokenise.js'
import type { NewsRanks } from '../../src/repair/channel-model.js'
import type { SpinnerProfile } from '../../src/rules/spinner-profile.js'
import { inflectPhrase } from './inflect-phrase.js'
import { createReplacement } from './replacement.js'
import { replacing, type Spun } from './spun.js'
import { uniform } from './uniform.js'

/** What a spinner draws on. */
export interface SpinnerSources {
  readonly thesaurus: Thesaurus
  readonly news: NewsRanks
  /** What is written for whole phrases (keys joined by spaces), each choice as likely as the others. */
  readonly phrases: ReadonlyMap<string, readonly string[]>
}

/** How a text is spun. */
export interface SpinOptions {
  /** Any text; another seed is another spinner of the same family. */
  readonly seed: string
  /** Share of the spinner's changes that are made, drawn for each place: 1 is the family's usual density. */
  readonly density: number
}

/** The paragraph as the spinner leaves it; `page` names the page that it stands on. */
export type Spinner = (paragraph: string, page: string) => Spun

/** Longest run of words that is replaced as a whole. */
const MAX_PHRASE = 4
/** Shorter bases are mostly words cut wrong, such as `us` of "used". */
const MIN_BASE = 3

/** The spinner of `profile`, deterministic in its options. */
export function createSpinner(
  profile: SpinnerProfile,
  { thesaurus, news, phrases }: SpinnerSources,
  { seed, density }: SpinOptions,
): Spinner {
  const replacement = createReplacement(profile, thesaurus, news, seed)

  const written = (token: Token, page: string): string | null => {
    const inflected = profile.inflection === 'none' ? [] : analyse(token.key)
    for (const { base, inflection } of inflected) {
      const word = base.length >= MIN_BASE ? replacement(base, page) : null
      if (word !== null) return profile.inflection === 'lost' ? word : inflectPhrase(word, inflection)
    }
    return replacement(token.key, page)
  }

  return (paragraph, page) => {
    const tokens = tokenise(paragraph)
    const changes = []
    for (let at = 0; at < tokens.length; ) {
      const token = tokens[at]!
      const phrase = longestPhrase(paragraph, tokens, at, phrases)
      const isKept = () => uniform(seed, 'density', page, paragraph.length, token.start) < density
      if (phrase && isEligible(profile, token)) {
        const output = phrase.outputs[Math.floor(uniform(seed, page, phrase.key) * phrase.outputs.length)]!
        const last = tokens[at + phrase.length - 1]!
        if (isKept()) changes.push({ start: token.start, end: last.end, written: cased(output, token) })
        at += phrase.length
        continue
      }
      at++
      if (!isEligible(profile, token)) continue
      const output = written(token, page)
      if (output !== null && output !== token.key && isKept()) {
        changes.push({ start: token.start, end: token.end, written: cased(output, token) })
      }
    }
    return replacing(paragraph, changes)
  }
}

function isEligible({ tokens }: SpinnerProfile, token: Token): boolean {
  if (token.kind !== 'word') return false
  if (tokens.casing === 'lower' && !token.lowerCase) return false
  return tokens.boundaries === 'any' || (token.spaceBefore && token.spaceAfter)
}

/** The longest known phrase that starts at `at`, its words one space apart. */
function longestPhrase(
  text: string,
  tokens: readonly Token[],
  at: number,
  phrases: SpinnerSources['phrases'],
): { readonly key: string; readonly length: number; readonly outputs: readonly string[] } | null {
  let end = at + 1
  while (end < tokens.length && end - at < MAX_PHRASE && isJoined(text, tokens[end - 1]!, tokens[end]!)) end++
  for (let length = end - at; length > 0; length--) {
    const key = tokens
      .slice(at, at + length)
      .map((token) => token.key)
      .join(' ')
    const outputs = phrases.get(key)
    if (outputs) return { key, length, outputs }
  }
  return null
}

function isJoined(text: string, left: Token, right: Token): boolean {
  return right.kind === 'word' && right.start === left.end + 1 && text.charAt(left.end) === ' '
}

/** `word` with a capital where `token` has one. */
function cased(word: string, token: Token): string {
  return token.capitalised ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
