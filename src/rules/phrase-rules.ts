import type { MatchableRule } from './match-rules.js'
// The type alone: the schema behind it would bring zod into every run.
import type { PhrasePack } from './phrase-pack.js'

/** The pack's phrases as rules; each original is half as likely as the one before it. */
export function phraseRules({ id, weight, lead, phrases }: PhrasePack): MatchableRule[] {
  return Object.entries(phrases).map(([match, originals]) => {
    const texts = typeof originals === 'string' ? [originals] : originals
    const likeliest = (weight * 10 ** lead) / (2 - 2 ** (1 - texts.length))
    return {
      id,
      match,
      candidates: texts.map((text, index) => ({ text, weight: likeliest * 2 ** -index })),
    }
  })
}
