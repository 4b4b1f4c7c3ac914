import type { CautionSettings } from './choose-edits.js'
import type { ContextSettings } from './context-weight.js'
import type { DecodeSettings } from './decode.js'
import type { SweepSettings } from './decode-document.js'
import type { GateSettings } from './gate.js'
import type { PhraseSettings } from './phrases.js'
import type { TopicSettings } from './topic.js'

/** All that repair can be told; the defaults stand in `DEFAULT_REPAIR_SETTINGS`. */
export interface RepairSettings {
  /** `apply` changes the text, `report` only records what was found. */
  readonly mode: 'apply' | 'report'
  readonly decode: DecodeSettings
  /** Shares of the spinner's replacements that are thought possible, rising, above 0 to 1; the best explanation wins. */
  readonly densities: readonly number[]
  readonly context: ContextSettings
  readonly topic: TopicSettings
  readonly phrases: PhraseSettings
  readonly sweeps: SweepSettings
  readonly gate: GateSettings
  readonly caution: CautionSettings
}

export const DEFAULT_REPAIR_SETTINGS: RepairSettings = {
  mode: 'apply',
  decode: { languageModelWeight: 0.7, beam: 8, reach: 4 },
  densities: [0.2, 1],
  context: {
    newsWeight: 0.3,
    newsLimit: 1.5,
    nameWeight: 0.65,
    repeatBase: 0.42,
    repeatStep: 0.18,
    repeatLimit: 0.6,
    storyShare: 0.2,
    storyWeight: 0.7,
    storyLimit: 1.2,
  },
  topic: { nearWeight: 1.5, documentWeight: 0.7, reach: 8 },
  phrases: { weight: 1.3, standing: 0.9 },
  sweeps: {
    sweeps: 2,
    floor: 1e-3,
    priorStrength: 8,
    priorStrengthOfTable: 8,
    unreplaced: -1,
    unreplacedLimit: -3,
  },
  gate: { chargePerPosition: 0.02, entry: 2.6, entryWhenShort: 4, shortBelow: 8, change: 2 },
  caution: { minConfidence: 0.3, maxIdentity: 0.5 },
}
