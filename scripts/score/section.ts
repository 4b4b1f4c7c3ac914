import type { RuleLibrary } from '../../src/load/rules.js'
import type { Resources } from '../../src/pipeline.js'
import type { ChannelOptions } from '../../src/repair/channel-model.js'
import type { RepairSettings } from '../../src/repair/settings.js'
import { createResources } from '../../src/resources.js'
import type { SectionReport } from './figure.js'

/** How much is measured. */
export interface Samples {
  /** Bodies spun for each side of the split, and seeds by which each is spun. */
  readonly documents: number
  readonly seeds: readonly string[]
  /** Short excerpts of spun bodies. */
  readonly excerpts: number
  /** Of the clean texts, and of their windows, every n-th is taken; 1 for all. */
  readonly cleanStep: number
  readonly windowStep: number
  /** Whether single misses are listed. Those of kept-aside texts never are. */
  readonly listMisses: boolean
}

/** What sections share: rules, and resources by what is withheld from their table. */
export interface Bench {
  readonly rules: RuleLibrary
  readonly samples: Samples
  /** How repair is set; the seed section, which runs the whole product, has the defaults whatever stands here. */
  readonly settings: RepairSettings
  resources(options?: ChannelOptions): Resources
}

/** One part of the score. */
export type Section = (bench: Bench) => SectionReport | Promise<SectionReport>

/** The bench over `rules`; resources are made once for each kind. */
export function openBench(rules: RuleLibrary, samples: Samples, settings: RepairSettings): Bench {
  const made = new Map<string, Resources>()
  return {
    rules,
    samples,
    settings,
    resources: (options = {}) => {
      const key = JSON.stringify(options)
      const known = made.get(key) ?? createResources(rules, options)
      made.set(key, known)
      return known
    },
  }
}

/** The spinner profile `id`. @throws Error when there is none. */
export function profileOf({ rules }: Bench, id: string) {
  const profile = rules.load('spinners').find(({ value }) => value.id === id)?.value
  if (!profile) throw new Error(`no file of rules/spinners has the id "${id}"`)
  return profile
}
