import type { FoundExpression } from './find-expressions.js'
import type { Judgement } from './judge-expression.js'

/** What is wrong with an expression, for people; null when nothing is. `judgement` is null where it has no pattern. */
export function problemOf(
  { pattern, flags, bound }: FoundExpression,
  judgement: Judgement | null,
): string | null {
  if (judgement === null) {
    return bound === null
      ? 'is put together in the run, expected constants or a comment `Bounded input: …`'
      : null
  }
  const isSafe = judgement.verdict === 'proved' || judgement.verdict === 'attacked'
  if (isSafe)
    return bound === null ? null : `is linear: the comment \`Bounded input: ${bound}\` is not needed`
  if (bound !== null) return null
  const found =
    judgement.verdict === 'undecided' ? `could not be judged (${judgement.reason})` : judgement.reason
  return `${found}: /${pattern}/${flags}`
}
