import type { Thesaurus } from '../../src/language/thesaurus.js'
import type { Token } from '../../src/language/token.js'
import { tokenise } from '../../src/language/tokenise.js'
import type { NewsRanks } from '../../src/repair/channel-model.js'
import type { SpinnerProfile } from '../../src/rules/spinner-profile.js'
import { analyseForms, inflectPhrase } from './inflect-phrase.js'
import { createReplacement } from './replacement.js'
import { replacing, type SpinnerChange, type Spun } from './spun.js'
import { uniform } from './uniform.js'

/** What a spinner draws on. */
export interface SpinnerSources {
  readonly thesaurus: Thesaurus
  readonly news: NewsRanks
  /** What is written for whole phrases (keys joined by spaces), each choice as likely as the others. */
  readonly phrases: ReadonlyMap<string, readonly string[]>
}

/** How far a spinner's choice for one word reaches: all its output, one page, or the one place. */
export type Consistency = 'pile' | 'page' | 'place'

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
/** Shorter bases are mostly words cut wrong, such as `us` of "used"; a spinner that loses endings makes that mistake. */
const MIN_BASE = { kept: 3, lost: 2 } as const

/** The spinner of `profile`, deterministic in its options. */
export function createSpinner(
  profile: SpinnerProfile,
  { thesaurus, news, phrases }: SpinnerSources,
  { seed, density }: SpinOptions,
  consistency: Consistency,
): Spinner {
  const replacement = createReplacement(profile, thesaurus, news, seed)

  const writtenFor = ({ key }: Token, scope: string): string | null => {
    if (profile.inflection !== 'none') {
      for (const { base, inflection } of analyseForms(key)) {
        const word = base.length >= MIN_BASE[profile.inflection] ? replacement(base, scope) : null
        if (word !== null) return profile.inflection === 'lost' ? word : inflectPhrase(word, inflection)
      }
    }
    return replacement(key, scope)
  }

  const phraseFor = ({ key, outputs }: Phrase, scope: string): string | null =>
    uniform(seed, scope, 'phrase', key) < profile.coverage.listed
      ? outputs[Math.floor(uniform(seed, scope, 'output', key) * outputs.length)]!
      : null

  return (paragraph, page) => {
    const tokens = tokenise(paragraph)
    const changes: SpinnerChange[] = []
    for (let at = 0; at < tokens.length; ) {
      const token = tokens[at]!
      const place = `${page} ${paragraph.length} ${token.start}`
      const scope = { pile: '', page, place }[consistency]
      const phrase = longestPhrase(paragraph, tokens, at, phrases)
      const end = at + (phrase?.length ?? 1)
      if (isEligible(profile, token) && uniform(seed, 'density', place) < density) {
        const output = phrase ? phraseFor(phrase, scope) : writtenFor(token, scope)
        if (output !== null && output !== token.key) {
          const written = profile.inflection === 'lost' ? output : cased(output, token)
          changes.push({ start: token.start, end: tokens[end - 1]!.end, written })
        }
      }
      at = end
    }
    return replacing(paragraph, changes)
  }
}

function isEligible({ tokens }: SpinnerProfile, token: Token): boolean {
  if (token.kind !== 'word') return false
  if (tokens.casing === 'lower' && !token.lowerCase) return false
  if (token.text.length > 1 && token.text === token.text.toUpperCase()) return false
  return tokens.boundaries === 'any' || (token.spaceBefore && token.spaceAfter)
}

/** Words that are replaced as a whole: their keys joined by spaces, how many, and what may be written for them. */
interface Phrase {
  readonly key: string
  readonly length: number
  readonly outputs: readonly string[]
}

/** The longest known phrase that starts at `at`, its words one space apart. */
function longestPhrase(
  text: string,
  tokens: readonly Token[],
  at: number,
  phrases: SpinnerSources['phrases'],
): Phrase | null {
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
