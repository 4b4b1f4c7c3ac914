import { scanWords, WORD_KIND } from '../language/scan-words.js'

/**
 * One step of a pattern. `word`: a literal word or symbol by its hash; `number`: a token that starts with a digit;
 * `any-word`: one word; `name`: one or more words with capitals; `rest`: any words, or none; `choice`: one of
 * several sequences, each of which may be empty.
 */
export type PatternStep =
  | { readonly kind: 'word'; readonly hash: number }
  | { readonly kind: 'number' | 'any-word' | 'name' | 'rest' }
  | { readonly kind: 'choice'; readonly choices: readonly (readonly PatternStep[])[] }

const WILDCARDS: Readonly<Record<string, 'number' | 'any-word' | 'name'>> = {
  n: 'number',
  word: 'any-word',
  name: 'name',
}

/**
 * The steps that `pattern` stands for. A pattern describes a whole line. Case does not count, nor do punctuation
 * that the pattern does not mention and a final `'s` of a word. `…` is any words or none, `{n}` a number (`12`,
 * `1,234`, `10K`), `{word}` any one word, `{name}` words with capitals; `(a|b|)` is `a`, `b` or nothing, and groups
 * may nest.
 * @throws SyntaxError for unbalanced brackets, unknown wildcards, or a pattern without a literal word.
 */
export function parsePattern(pattern: string): PatternStep[] {
  const words = scanWords(pattern)
  const token = (i: number) => pattern.slice(words.start[i]!, words.end[i]!)
  let at = 0
  let literals = 0
  const sequence = (): PatternStep[] => {
    const steps: PatternStep[] = []
    for (; at < words.count; at++) {
      if (words.kind[at] === WORD_KIND.symbol) {
        const symbol = token(at)
        if (symbol === '|' || symbol === ')') break
        if (symbol === '(') {
          steps.push(choice())
          continue
        }
        if (symbol === '…') {
          steps.push({ kind: 'rest' })
          continue
        }
        if (symbol === '{') {
          const kind = WILDCARDS[token(at + 1)]
          if (!kind || token(at + 2) !== '}') throw new SyntaxError(`unknown wildcard in "${pattern}"`)
          steps.push({ kind })
          at += 2
          continue
        }
      }
      literals++
      steps.push({ kind: 'word', hash: words.hash[at]! })
    }
    return steps
  }
  const choice = (): PatternStep => {
    const choices: PatternStep[][] = []
    do {
      at++
      choices.push(sequence())
    } while (at < words.count && token(at) === '|')
    if (at >= words.count) throw new SyntaxError(`a bracket is not closed in "${pattern}"`)
    return { kind: 'choice', choices }
  }
  const steps = sequence()
  if (at < words.count) throw new SyntaxError(`"${token(at)}" stands outside brackets in "${pattern}"`)
  if (literals === 0) throw new SyntaxError(`no literal word in "${pattern}"`)
  return steps
}
