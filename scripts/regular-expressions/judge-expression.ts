import { check } from 'recheck'

/** What is known of the time that an expression takes. */
export interface Judgement {
  /**
   * `proved`: linear, by automata. `attacked`: the library cannot prove expressions that look around or back, or that
   * repeat a part many times; it ran them on what they should find hardest, and their time stayed linear.
   */
  readonly verdict: 'proved' | 'attacked' | 'super-linear' | 'undecided'
  /** For people: how its time grows, or why that is not known; empty when it is safe. */
  readonly reason: string
}

/** In ms for one expression: the hardest that can be judged of `src/` takes 10 s, most take 10 ms. */
const TIMEOUT = 60_000

/**
 * Attacks that count steps and not time, so that a slow machine refuses what a fast one does: 5,000 for each character, as
 * recheck has it, which its quadratic attacks on so long a text pass five times over. Its own 300,000 characters find
 * no more in `src/`.
 */
const ATTACK = {
  attackTimeout: null,
  maxAttackStringSize: 50_000,
  attackLimit: 250_000_000,
} as const

/** How the time of an expression grows with its input at worst, wherever a match may begin. */
export async function judgeExpression(pattern: string, flags: string): Promise<Judgement> {
  const diagnostics = await check(pattern, flags, { ...ATTACK, timeout: TIMEOUT })
  switch (diagnostics.status) {
    case 'safe':
      return { verdict: diagnostics.checker === 'automaton' ? 'proved' : 'attacked', reason: '' }
    case 'vulnerable':
      return { verdict: 'super-linear', reason: diagnostics.complexity.summary }
    case 'unknown':
      return { verdict: 'undecided', reason: diagnostics.error.kind }
  }
}
