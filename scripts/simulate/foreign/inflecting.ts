import type { Thesaurus } from '../../../src/language/thesaurus.js'
import type { Token } from '../../../src/language/token.js'
import { tokenise } from '../../../src/language/tokenise.js'
import type { NewsRanks } from '../../../src/repair/channel-model.js'
import { analyseForms, inflectPhrase } from '../inflect-phrase.js'
import type { Spinner } from '../spin.js'
import { replacing, type SpinnerChange } from '../spun.js'
import { uniform } from '../uniform.js'

const COVERAGE = 0.6
/** Words that are too frequent are left, as rewriting tools do to stay readable. */
const FIRST_RANK = 60
const LAST_RANK = 9000
/** Synonyms among which it chooses, each as likely as the others; those of several words come first. */
const CHOICES = 4

/** Phrases that it replaces as a whole. */
const PHRASES: Readonly<Record<string, readonly string[]>> = {
  'a lot of': ['a great deal of', 'plenty of'],
  'according to': ['in line with', 'in keeping with'],
  'as well as': ['in addition to', 'along with'],
  'at least': ['no less than', 'at a minimum'],
  'because of': ['owing to', 'on account of'],
  'due to': ['as a consequence of', 'attributable to'],
  'for example': ['as an illustration', 'for instance'],
  'in addition': ['on top of that', 'besides'],
  'in front of': ['ahead of', 'before'],
  'in order to': ['so as to', 'with a view to'],
  'instead of': ['rather than', 'in place of'],
  'last year': ['the previous year', 'a year back'],
  'more than': ['over', 'in excess of'],
  'most of': ['the majority of', 'the bulk of'],
  'so far': ['up to now', 'to date'],
  'such as': ['for example', 'like'],
  'take part in': ['participate in', 'join in'],
  'the number of': ['the amount of', 'the quantity of'],
  'want to': ['wish to', 'would like to'],
  against: ['in opposition to', 'versus'],
  although: ['even though', 'despite the fact that'],
  because: ['since', 'for the reason that'],
  during: ['in the course of', 'throughout'],
  many: ['a number of', 'a lot of'],
  several: ['a handful of', 'a number of'],
  while: ['at the same time as', 'whereas'],
}
const MAX_PHRASE = 3
/** Shorter bases are mostly words cut wrong, such as `us` of "used". */
const MIN_BASE = 3

/**
 * A spinner that inflects what it puts in, replaces phrases as a whole and writes several words for one. It spins
 * capitalised words and words beside punctuation too, one word always in the same way.
 */
export function createInflectingSpinner(thesaurus: Thesaurus, news: NewsRanks, seed: string): Spinner {
  const synonymOf = (lemma: string): string | null => {
    const rank = news.rank(lemma)
    if (rank < FIRST_RANK || rank >= LAST_RANK || uniform(seed, 'cover', lemma) >= COVERAGE) return null
    const entry = thesaurus.find(lemma)
    if (entry < 0) return null
    // A maker who aims at fluent text keeps no synonym that news hardly uses.
    const known = [...thesaurus.synonyms(entry)]
      .map((synonym) => thesaurus.text(synonym))
      .filter((text) => text.split(/[ -]/).every((word) => news.rank(word) < 20_000))
      .sort((a, b) => Number(b.includes(' ')) - Number(a.includes(' ')))
      .slice(0, CHOICES)
    return known[Math.floor(uniform(seed, 'synonym', lemma) * known.length)] ?? null
  }

  const change = (tokens: readonly Token[], at: number): (SpinnerChange & { length: number }) | null => {
    const first = tokens[at]!
    if (first.kind !== 'word') return null
    for (let length = Math.min(MAX_PHRASE, tokens.length - at); length > 0; length--) {
      const run = tokens.slice(at, at + length)
      const key = run.map((token) => token.key).join(' ')
      const outputs = Object.hasOwn(PHRASES, key) ? PHRASES[key]! : null
      if (!outputs) continue
      const written = outputs[Math.floor(uniform(seed, key) * outputs.length)]!
      return { start: first.start, end: run.at(-1)!.end, written: cased(written, first), length }
    }
    // A capital inside a sentence is a name's.
    const follows = at > 0 && !/^[.!?"]/.test(tokens[at - 1]!.text)
    if (first.capitalised && follows) return null
    const inflected = analyseForms(first.key).filter(({ base }) => base.length >= MIN_BASE)
    for (const { base, inflection } of [...inflected, { base: first.key, inflection: null }]) {
      const synonym = synonymOf(base)
      if (synonym === null) continue
      const written = cased(inflection === null ? synonym : inflectPhrase(synonym, inflection), first)
      return written === first.text ? null : { start: first.start, end: first.end, written, length: 1 }
    }
    return null
  }

  return (paragraph) => {
    const tokens = tokenise(paragraph)
    const changes: SpinnerChange[] = []
    for (let at = 0; at < tokens.length; ) {
      const found = change(tokens, at)
      if (found) changes.push(found)
      at += found?.length ?? 1
    }
    return replacing(paragraph, changes)
  }
}

function cased(word: string, { capitalised }: Token): string {
  return capitalised ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
