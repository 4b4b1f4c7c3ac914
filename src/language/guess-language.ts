import { FUNCTION_WORD_LANGUAGES } from './function-words.js'

interface Vote {
  readonly code: string
  votes: number
}

/** Words that are looked at: a sample that decides as well as the whole text. */
const SAMPLE = 2000

/** Scripts that belong to one language of news, with letters that are in no other. */
const SCRIPTS: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
]

/**
 * ISO 639-1 code of the language of `text`, by a vote of its function words or by its script; null when undecided.
 * `masks` are the `functionWordMasks` of its words.
 */
export function guessLanguage(text: string, masks: Uint32Array): string | null {
  const votes = FUNCTION_WORD_LANGUAGES.map((code) => ({ code, votes: 0 }))
  const count = Math.min(masks.length, SAMPLE)
  for (let i = 0; i < count; i++) {
    for (let mask = masks[i]!; mask !== 0; mask &= mask - 1) votes[31 - Math.clz32(mask & -mask)]!.votes++
  }
  votes.sort((a, b) => b.votes - a.votes)
  const [first, second] = votes as [Vote, Vote]
  // A fifth to a half of running words are function words; names and menus stay below a twelfth.
  if (first.votes >= 4 && first.votes * 12 >= count && first.votes > second.votes) return first.code
  return languageOfScript(text.slice(0, 4000))
}

function languageOfScript(sample: string): string | null {
  for (const [pattern, language] of SCRIPTS) {
    const found = sample.match(pattern)?.length ?? 0
    if (found >= 10 && found * 20 >= sample.length) return language
  }
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  return han >= 20 && han * 4 >= sample.length ? 'zh' : null
}
