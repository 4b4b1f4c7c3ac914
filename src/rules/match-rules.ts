import type { Rule } from './rule.js'

/** One rule's proposal: the tokens `from` to `to`, exclusive, may have been `text`. */
export interface RuleMatch {
  readonly from: number
  readonly to: number
  readonly text: string
  /** `rule/<id>`. */
  readonly ruleId: string
  /** log10 of the candidate's weight. */
  readonly logWeight: number
  /** Least lead over the tokens as they stand, in log10, for the change to be made. */
  readonly minMargin: number
}

/** What of a rule matching needs. */
export type MatchableRule = Pick<Rule, 'id' | 'match' | 'candidates'> & Partial<Rule>

/** Rules in one trie of tokens; made by `compileRules`. */
export interface RuleMatcher {
  readonly root: TrieNode
}

interface TrieNode {
  readonly next: Map<string, TrieNode>
  /** Rules whose match ends here, in file order. */
  readonly rules: CompiledRule[]
}

interface CompiledRule {
  readonly before: readonly (readonly string[])[]
  readonly after: readonly (readonly string[])[]
  readonly near: { readonly words: ReadonlySet<string>; readonly within: number } | null
  readonly sentenceStart: boolean | null
  /** The matches it gives, but for their place. */
  readonly proposals: readonly Omit<RuleMatch, 'from' | 'to'>[]
}

/** One matcher for all of `rules`. */
export function compileRules(rules: readonly MatchableRule[]): RuleMatcher {
  const root: TrieNode = { next: new Map(), rules: [] }
  for (const rule of rules) {
    let node = root
    for (const key of keysOf(rule.match)) {
      let next = node.next.get(key)
      if (!next) {
        next = { next: new Map(), rules: [] }
        node.next.set(key, next)
      }
      node = next
    }
    node.rules.push({
      before: (rule.before ?? []).map(keysOf),
      after: (rule.after ?? []).map(keysOf),
      near: rule.near ? { words: new Set(rule.near.words.flatMap(keysOf)), within: rule.near.within } : null,
      sentenceStart: rule.sentence_start ?? null,
      proposals: rule.candidates.map(({ text, weight }) => ({
        text,
        ruleId: `rule/${rule.id}`,
        logWeight: Math.log10(weight),
        minMargin: rule.min_margin ?? 0,
      })),
    })
  }
  return { root }
}

/**
 * What the rules propose for one sentence, given by its tokens' look-up keys, ordered by `from`. Linear in the
 * sentence: at each token the walk goes no further than the longest rule.
 */
export function matchRules(matcher: RuleMatcher, keys: readonly string[]): RuleMatch[] {
  const matches: RuleMatch[] = []
  for (let from = 0; from < keys.length; from++) {
    let node: TrieNode | undefined = matcher.root.next.get(keys[from]!)
    for (let to = from + 1; node; to++) {
      for (const rule of node.rules) {
        if (!holds(rule, keys, from, to)) continue
        for (const proposal of rule.proposals) matches.push({ from, to, ...proposal })
      }
      node = to < keys.length ? node.next.get(keys[to]!) : undefined
    }
  }
  return matches
}

function holds(rule: CompiledRule, keys: readonly string[], from: number, to: number): boolean {
  if (rule.sentenceStart !== null && rule.sentenceStart !== (from === 0)) return false
  if (rule.before.length > 0 && !rule.before.some((words) => standsAt(keys, from - words.length, words)))
    return false
  if (rule.after.length > 0 && !rule.after.some((words) => standsAt(keys, to, words))) return false
  return rule.near === null || isNear(rule.near, keys, from, to)
}

function standsAt(keys: readonly string[], at: number, words: readonly string[]): boolean {
  return at >= 0 && words.every((word, index) => keys[at + index] === word)
}

function isNear(
  { words, within }: NonNullable<CompiledRule['near']>,
  keys: readonly string[],
  from: number,
  to: number,
): boolean {
  for (let at = Math.max(0, from - within); at < Math.min(keys.length, to + within); at++) {
    if ((at < from || at >= to) && words.has(keys[at]!)) return true
  }
  return false
}

function keysOf(phrase: string): string[] {
  return phrase.toLowerCase().replaceAll('’', "'").split(' ')
}
