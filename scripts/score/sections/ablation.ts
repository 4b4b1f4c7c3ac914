import { type Figure, type SectionReport, under } from '../figure.js'
import { overrideSettings } from '../override-settings.js'
import type { Bench } from '../section.js'
import { keptAside } from './kept-aside.js'
import { simulated } from './simulated.js'

/** One part of the repair left out, by name, as settings that undo it. */
const PARTS: Readonly<Record<string, string>> = {
  'as shipped': '{}',
  'without the language model': '{"decode":{"languageModelWeight":0}}',
  'without news frequencies': '{"context":{"newsWeight":0}}',
  'without names': '{"context":{"nameWeight":0}}',
  'without words that the page repeats': '{"context":{"repeatBase":0,"repeatStep":0}}',
  'without topic': '{"topic":{"nearWeight":0,"documentWeight":0}}',
  'without phrases that the page repeats': '{"phrases":{"weight":0}}',
  'without habits of the document':
    '{"sweeps":{"priorStrength":1000000,"priorStrengthOfTable":1000000,"unreplaced":0,"unreplacedLimit":0}}',
  'without caution': '{"caution":{"minConfidence":0,"maxIdentity":1}}',
  'with confidence from .7': '{"caution":{"minConfidence":0.7}}',
  'with a beam of 16': '{"decode":{"beam":16}}',
}

/** Bodies of each side of the split, enough to tell the parts apart. */
const DOCUMENTS = 12

/** What of a part's figures is kept. */
const KEPT = /^(?:kept-aside\/(?:table closed\/)?|simulated\/held-out\/)(?:restored|wrong edits|precision)$/

/** What each part of the repair is worth: the figures of spun texts with each left out in turn. */
export function ablation(bench: Bench): SectionReport {
  const figures: Figure[] = []
  for (const [name, json] of Object.entries(PARTS)) {
    const ablated: Bench = {
      ...bench,
      settings: overrideSettings(bench.settings, json),
      samples: { ...bench.samples, documents: DOCUMENTS, seeds: bench.samples.seeds.slice(0, 1) },
    }
    const measured = [keptAside, simulated].flatMap((section) => section(ablated).figures)
    figures.push(
      ...under(
        name,
        measured.filter((figure) => KEPT.test(figure.name)),
      ),
    )
  }
  return { figures: under('ablation', figures), notes: [] }
}
