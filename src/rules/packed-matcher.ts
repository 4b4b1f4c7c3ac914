import type { BoilerplateRule } from './boilerplate-rule.js'
import {
  type BoilerplateMatcher,
  compileBoilerplateRules,
  matcherFrom,
  newState,
  phraseRulesOf,
  type State,
} from './match-boilerplate.js'

const LOOPS = ['none', 'capitals', 'all'] as const satisfies readonly State['loop'][]

/** A state in JSON; other states and rules are given by number, and what there is none of is left out. */
interface PackedState {
  readonly loop?: number
  readonly words?: readonly (readonly [hash: number, ...targets: number[]])[]
  readonly number?: readonly number[]
  readonly anyWord?: readonly number[]
  readonly name?: readonly number[]
  readonly rest?: number
  readonly ends?: readonly (readonly [rule: number, specificity: number])[]
}

/** A matcher's automaton in JSON; the first state is its root. */
export type PackedMatcher = readonly PackedState[]

/** The automaton of the rules of `files`, so that a run need not read their patterns. */
export function packMatcher(files: readonly (readonly BoilerplateRule[])[]): PackedMatcher {
  const { root } = compileBoilerplateRules(files)
  const places = new Map(files.flat().map(({ id }, index) => [`boilerplate/${id}`, index]))
  const states = [root]
  const numbers = new Map([[root, 0]])
  const numberOf = (state: State): number => {
    const known = numbers.get(state)
    if (known !== undefined) return known
    numbers.set(state, states.length)
    return states.push(state) - 1
  }
  const packed: PackedState[] = []
  // States are added while their predecessors are packed.
  for (let at = 0; at < states.length; at++) {
    const { loop, words, number, anyWord, name, rest, ends } = states[at]!
    packed.push({
      ...(loop === 'none' ? {} : { loop: LOOPS.indexOf(loop) }),
      ...(words ? { words: [...words].map(([hash, targets]) => [hash, ...targets.map(numberOf)]) } : {}),
      ...(number ? { number: number.map(numberOf) } : {}),
      ...(anyWord ? { anyWord: anyWord.map(numberOf) } : {}),
      ...(name ? { name: name.map(numberOf) } : {}),
      ...(rest ? { rest: numberOf(rest) } : {}),
      ...(ends ? { ends: ends.map(({ rule, specificity }) => [places.get(rule.ruleId)!, specificity]) } : {}),
    })
  }
  return packed
}

/** The matcher of the rules of `files`, from which `packed` was made. */
export function openMatcher(
  packed: PackedMatcher,
  files: readonly (readonly BoilerplateRule[])[],
): BoilerplateMatcher {
  const rules = phraseRulesOf(files)
  const states = packed.map(({ loop = 0 }) => newState(LOOPS[loop]!))
  const statesOf = (numbers: readonly number[] | undefined): State[] | null =>
    numbers ? numbers.map((number) => states[number]!) : null
  for (const [index, { words, number, anyWord, name, rest, ends }] of packed.entries()) {
    const state = states[index]!
    if (words) state.words = new Map(words.map(([hash, ...targets]) => [hash, statesOf(targets)!]))
    state.number = statesOf(number)
    state.anyWord = statesOf(anyWord)
    state.name = statesOf(name)
    state.rest = rest === undefined ? null : states[rest]!
    state.ends = ends ? ends.map(([rule, specificity]) => ({ rule: rules[rule]!, specificity })) : null
  }
  return matcherFrom(states[0]!, rules)
}
