import type { Span } from './span.js'

/** Something noticed and left unchanged. The span counts in the document's text at the stage that noticed it. */
export interface Finding extends Span {
  readonly stage: string
  readonly ruleId: string
  /** One sentence for people: what was noticed, and what was expected where that is known. */
  readonly reason: string
  /** What might stand there instead, best first; empty where nothing is known. */
  readonly suggestions: readonly string[]
}
