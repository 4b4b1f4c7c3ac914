import { loadNewsUnigrams, loadThesaurus } from '../../src/load/models.js'
import type { RuleLibrary } from '../../src/load/rules.js'
import { createContextualSpinner } from './foreign/contextual.js'
import { createInflectingSpinner } from './foreign/inflecting.js'
import { createOtherSourceSpinner } from './foreign/other-source.js'
import { type Consistency, createSpinner, type Spinner, type SpinOptions } from './spin.js'

/** Spinners built unlike the decoder, to see what learning makes of a stranger's output. They know no density. */
export const FOREIGN_SPINNERS = ['other-source', 'inflecting', 'contextual'] as const

/** How far choices reach in families that are not deterministic; the decoder has no use for it. */
const CONSISTENCY: Readonly<Record<string, Consistency>> = {
  'chemical-states': 'page',
  'fluent-news': 'place',
  'tortured-phrases': 'page',
  'wordnet-noise': 'place',
}

/** The spinner `id`: of the family with that profile, or one of the foreign ones. @throws Error when there is none. */
export function openSpinner(id: string, rules: RuleLibrary, options: SpinOptions): Spinner {
  switch (id) {
    case 'other-source':
      return createOtherSourceSpinner(options.seed)
    case 'inflecting':
      return createInflectingSpinner(loadThesaurus(), loadNewsUnigrams(), options.seed)
    case 'contextual':
      return createContextualSpinner(loadThesaurus(), loadNewsUnigrams(), options.seed)
  }
  const profiles = rules.load('spinners').map(({ value }) => value)
  const profile = profiles.find((profile) => profile.id === id)
  if (!profile) {
    const known = [...profiles.map((profile) => profile.id), ...FOREIGN_SPINNERS].join(', ')
    throw new Error(`no spinner "${id}"; there are ${known}`)
  }
  const sources = { thesaurus: loadThesaurus(), news: loadNewsUnigrams(), phrases: phrasesOf(id, rules) }
  return createSpinner(profile, sources, options, CONSISTENCY[id] ?? 'pile')
}

/** The family's substitution rules and phrase packs read the other way: what it writes for what they restore. */
function phrasesOf(family: string, rules: RuleLibrary): Map<string, string[]> {
  const phrases = new Map<string, string[]>()
  const add = (original: string, written: string): void => {
    const key = original.toLowerCase()
    phrases.set(key, [...(phrases.get(key) ?? []), written])
  }
  for (const { value: file } of rules.load('substitutions')) {
    if (file.family !== family) continue
    for (const { match, candidates } of file.rules) for (const { text } of candidates) add(text, match)
  }
  for (const { value: pack } of rules.load('phrases')) {
    if (!pack.families.includes(family)) continue
    for (const [written, originals] of Object.entries(pack.phrases)) {
      for (const original of [originals].flat()) add(original, written)
    }
  }
  return phrases
}
