import type { QuoteStyle } from './normalise/fixer.js'
import { DEFAULT_REPAIR_SETTINGS } from './repair/settings.js'

/** Whether spun text is repaired, only reported, or not looked for. */
export const REPAIR_MODES = ['apply', 'report', 'off'] as const
export type RepairMode = (typeof REPAIR_MODES)[number]

/** Whether misspelt words outside spun text are not looked for, reported, or corrected where one word is meant for sure. */
export const SPELLING_MODES = ['off', 'report', 'apply'] as const
export type SpellingMode = (typeof SPELLING_MODES)[number]

/** Whether a page that repeats another, as a survey has found, is reported or rejected. */
export const DUPLICATES_MODES = ['report', 'reject'] as const
export type DuplicatesMode = (typeof DUPLICATES_MODES)[number]

/** What a person may decide about the cleaning. Everything else is decided by rules and models. */
export interface CleanOptions {
  readonly quotes: QuoteStyle
  readonly repair: RepairMode
  /** Repairs less sure than this, from 0 to 1, are left to findings. */
  readonly minConfidence: number
  readonly spelling: SpellingMode
  /** Says nothing without a site profile. */
  readonly duplicates: DuplicatesMode
}

export const DEFAULT_CLEAN_OPTIONS: CleanOptions = {
  quotes: 'straight',
  repair: 'apply',
  minConfidence: DEFAULT_REPAIR_SETTINGS.caution.minConfidence,
  spelling: 'report',
  duplicates: 'report',
}
