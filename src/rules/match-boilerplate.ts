import type { BlockRole } from '../core/block.js'
import type { Signal } from '../core/page-status.js'
import { hashWord, type ScannedWords, WORD_KIND } from '../language/scan-words.js'
import type { BoilerplateRule } from './boilerplate-rule.js'
import { type PatternStep, parsePattern } from './phrase-pattern.js'

/** What a boilerplate rule says of the lines that match it. */
export interface PhraseRule {
  /** `boilerplate/<id>`. */
  readonly ruleId: string
  readonly role: BlockRole
  readonly isCertain: boolean
  /** Role of the lines that follow; null where the rule opens nothing. */
  readonly opens: BlockRole | null
  /** What the line says of its page; null where the rule says nothing. */
  readonly signals: Signal | null
  readonly hosts: ReadonlySet<string> | null
  readonly maxWords: number
}

/** Boilerplate rules in one automaton over word hashes; made by `compileBoilerplateRules`. */
export interface BoilerplateMatcher {
  readonly root: State
  /** The longest line that any rule applies to, in words and symbols. */
  readonly maxWords: number
  /** 1 for the upper 16 bits of the hash of each word with which a pattern begins, or begins after a `…`. */
  readonly begins: Uint8Array
  readonly beginsLater: Uint8Array
}

/** A place in one or more patterns, and where each kind of word leads from it. */
export interface State {
  words: Map<number, State[]> | null
  number: State[] | null
  anyWord: State[] | null
  name: State[] | null
  /** The `…` that begins here, which is entered together with this state. */
  rest: State | null
  /** What the state itself absorbs any number of times. */
  readonly loop: 'none' | 'capitals' | 'all'
  /** Patterns that end here. */
  ends: Ending[] | null
}

export interface Ending {
  readonly rule: PhraseRule
  /** A pattern without wildcards before one with; then the one with more literal words. */
  readonly specificity: number
}

/** What the rules of `files` say of lines, in their order. */
export function phraseRulesOf(files: readonly (readonly BoilerplateRule[])[]): PhraseRule[] {
  return files.flat().map((rule) => ({
    ruleId: `boilerplate/${rule.id}`,
    role: rule.role,
    isCertain: rule.certainty === 'certain',
    opens: rule.opens ?? null,
    signals: rule.signals ?? null,
    hosts: rule.hosts ? new Set(rule.hosts) : null,
    maxWords: rule.max_words,
  }))
}

/**
 * One matcher for all rules of `files`.
 * @throws SyntaxError that names the rule whose pattern cannot be read.
 */
export function compileBoilerplateRules(files: readonly (readonly BoilerplateRule[])[]): BoilerplateMatcher {
  const root = newState('none')
  const rules = phraseRulesOf(files)
  for (const [index, { id, patterns }] of files.flat().entries()) {
    for (const pattern of patterns) {
      const steps = readPattern(id, pattern)
      const ending = { rule: rules[index]!, specificity: specificityOf(steps) }
      for (const state of connect([root], steps, newState('none'))) {
        state.ends ??= []
        state.ends.push(ending)
      }
    }
  }
  return matcherFrom(root, rules)
}

/** The matcher over the automaton that begins at `root`. */
export function matcherFrom(root: State, rules: readonly PhraseRule[]): BoilerplateMatcher {
  const maxWords = rules.reduce((most, rule) => Math.max(most, rule.maxWords), 0)
  return { root, maxWords, begins: beginnings(root), beginsLater: beginnings(root.rest) }
}

function beginnings(state: State | null): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const hash of state?.words?.keys() ?? []) table[hash >>> 16] = 1
  return table
}

/** False for most lines, which hold no word that a pattern begins with: a look at each word settles them. */
function mayMatch(
  { root, begins, beginsLater }: BoilerplateMatcher,
  words: ScannedWords,
  from: number,
  to: number,
): boolean {
  let first = from
  while (first < to && words.kind[first] === WORD_KIND.symbol && begins[words.hash[first]! >>> 16] === 0)
    first++
  if (first === to) return false
  if (begins[words.hash[first]! >>> 16] === 1) return true
  if (words.kind[first] === WORD_KIND.number && root.number) return true
  if (root.anyWord || (root.name && words.kind[first] !== WORD_KIND.lower)) return true
  for (let i = first; i < to; i++) if (beginsLater[words.hash[i]! >>> 16] === 1) return true
  return false
}

function readPattern(id: string, pattern: string): PatternStep[] {
  try {
    return parsePattern(pattern)
  } catch (error) {
    throw new SyntaxError(`rule ${id}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function specificityOf(steps: readonly PatternStep[]): number {
  let words = 0
  let wildcards = 0
  const count = (list: readonly PatternStep[]) => {
    for (const step of list) {
      if (step.kind === 'word') words++
      else if (step.kind === 'choice') {
        if (step.choices.every(({ length }) => length > 0)) words++
        if (step.choices.some((choice) => choice.some(({ kind }) => kind === 'rest'))) wildcards++
      } else if (step.kind === 'rest') wildcards++
    }
  }
  count(steps)
  return words + (wildcards === 0 ? 1000 : 0)
}

/** A state that leads nowhere yet. */
export function newState(loop: State['loop']): State {
  return { words: null, number: null, anyWord: null, name: null, rest: null, loop, ends: null }
}

/** Lays `steps` from every state of `from`, the last of them to `goal`; the states in which all have been taken. */
function connect(from: readonly State[], steps: readonly PatternStep[], goal: State): readonly State[] {
  let states = from
  for (const [index, step] of steps.entries()) {
    states = connectStep(states, step, index === steps.length - 1 ? goal : newState('none'))
  }
  return states
}

function connectStep(from: readonly State[], step: PatternStep, goal: State): readonly State[] {
  switch (step.kind) {
    case 'choice':
      return [...new Set(step.choices.flatMap((choice) => connect(from, choice, goal)))]
    case 'rest': {
      // All patterns that begin with … share one state, so that a line is searched for them in one go.
      const next = from.find((state) => state.rest)?.rest ?? newState('all')
      for (const state of from) state.rest ??= next
      return [...new Set(from.map((state) => state.rest!))]
    }
    case 'name': {
      const next = newState('capitals')
      for (const state of from) append(state, 'name', next)
      return [next]
    }
    case 'word':
      for (const state of from) {
        state.words ??= new Map()
        const targets = state.words.get(step.hash)
        if (!targets) state.words.set(step.hash, [goal])
        else if (!targets.includes(goal)) targets.push(goal)
      }
      return [goal]
    case 'number':
    case 'any-word':
      for (const state of from) append(state, step.kind === 'number' ? 'number' : 'anyWord', goal)
      return [goal]
  }
}

function append(state: State, key: 'number' | 'anyWord' | 'name', target: State): void {
  state[key] ??= []
  state[key].push(target)
}

/** Lists that each call fills anew: making them costs more than most lines. */
const scratch: { readonly active: State[]; readonly next: State[] } = { active: [], next: [] }

/** Symbols that a pattern must name; all others may stand in a line unnamed. */
const TELLING = new Set([...'©®#@$€£¥%&+='].map(hashWord))

/**
 * The most specific rule that the words `from` to `to` match as a whole line, or null; of equals the first read.
 * `host` is the page's host name without `www.`, null when unknown.
 */
export function matchBoilerplate(
  matcher: BoilerplateMatcher,
  words: ScannedWords,
  from: number,
  to: number,
  host: string | null,
): PhraseRule | null {
  if (to - from > matcher.maxWords || !mayMatch(matcher, words, from, to)) return null
  const { root, beginsLater } = matcher
  let active = scratch.active
  let next = scratch.next
  active.length = 0
  enter(active, root)
  for (let i = from; i < to && active.length > 0; i++) {
    const hash = words.hash[i]!
    // Most of a long line: no pattern has begun, and none begins with this word.
    if (active.length === 1 && active[0] === root.rest && beginsLater[hash >>> 16] === 0) continue
    const kind = words.kind[i]!
    const isSymbol = kind === WORD_KIND.symbol
    const hasCapital = kind === WORD_KIND.capitalised || kind === WORD_KIND.capitals
    const isUnnamed = isSymbol && !TELLING.has(hash)
    next.length = 0
    for (const state of active) {
      const literal = state.words?.get(hash)
      if (literal) for (const target of literal) enter(next, target)
      if (isUnnamed || state.loop === 'all' || (hasCapital && state.loop === 'capitals')) enter(next, state)
      if (isSymbol) continue
      if (kind === WORD_KIND.number && state.number) for (const target of state.number) enter(next, target)
      if (hasCapital && state.name) for (const target of state.name) enter(next, target)
      if (state.anyWord) for (const target of state.anyWord) enter(next, target)
    }
    const spent = active
    active = next
    next = spent
  }
  let best: Ending | null = null
  for (const { ends } of active) {
    if (!ends) continue
    for (const ending of ends) {
      const { hosts, maxWords } = ending.rule
      if (to - from > maxWords || (hosts && !(host && hosts.has(host)))) continue
      if (!best || ending.specificity > best.specificity) best = ending
    }
  }
  return best?.rule ?? null
}

/** Adds `state`, and the `…` that begins at it, to the active states. */
function enter(active: State[], state: State): void {
  if (active.includes(state)) return
  active.push(state)
  if (state.rest && !active.includes(state.rest)) active.push(state.rest)
}
