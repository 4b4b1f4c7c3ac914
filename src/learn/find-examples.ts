import { chooseEdits } from '../repair/choose-edits.js'
import { decodeSentences } from '../repair/decode-document.js'
import { openPage } from '../repair/page.js'
import { type Family, openReading, type RepairResources, readTogether } from '../repair/reading.js'
import type { RepairSettings } from '../repair/settings.js'
import type { SpinnerExample } from '../rules/spinner-profile.js'
import type { PilePage } from './observe.js'

const CHANGED = 4
const KEPT = 2
/** Words of a sentence that a person takes in at a glance. */
const SHORTEST = 6
const LONGEST = 22
/** Sentences that are tried: short ones, and longer ones in case a pile has no others. */
const TRIED_SHORT = 150
const TRIED_LONG = 50
/** Readings after which a restored sentence must have come to rest. */
const MOST_READINGS = 5

/**
 * Examples for the profile of `family`: those short sentences of the pile that it restores most surely though they stand
 * alone, and others that it leaves, restored ones among them.
 */
export function findExamples(
  pile: readonly PilePage[],
  family: Family,
  resources: RepairResources,
  settings: RepairSettings,
): SpinnerExample[] {
  const alone = (text: string) => restoreAlone(text, family, resources, settings)
  const tried = chooseSentences(pile)
  const restored = tried
    .flatMap((from) => {
      const { text, confidence } = alone(from)
      return text === from ? [] : [{ from, to: text, confidence }]
    })
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CHANGED)
  const changed = restored.map(({ from, to }) => ({ from, to }))
  const atRest = (text: string): string => {
    let last = text
    for (let reading = 0; reading < MOST_READINGS; reading++) last = alone(last).text
    return last
  }
  const kept = [...tried, ...changed.map(({ to }) => atRest(to))]
    .filter((text) => alone(text).text === text)
    .slice(0, KEPT)
    .map((keep) => ({ keep }))
  return [...changed, ...kept]
}

function chooseSentences(pile: readonly PilePage[]): string[] {
  const short: string[] = []
  const long: string[] = []
  for (const { page, sentences } of pile) {
    for (const { tokens } of sentences) {
      if (tokens.length < SHORTEST) continue
      const text = page.text.slice(tokens[0]!.start, tokens.at(-1)!.end)
      const list = tokens.length > LONGEST ? long : short
      if (!text.includes('\n')) list.push(text)
    }
  }
  return [...short.slice(0, TRIED_SHORT), ...long.slice(0, TRIED_LONG)]
}

/** The sentence restored on its own, with the confidence of the edit that is least sure. */
function restoreAlone(
  text: string,
  family: Family,
  resources: RepairResources,
  settings: RepairSettings,
): { readonly text: string; readonly confidence: number } {
  const block = { start: 0, end: text.length, role: 'body', ruleId: 'example' } as const
  const page = openPage({ text, blocks: [block] }, resources.parser)
  const sentences = page.sentencesOf(page.paragraphs)
  const { decode, latticesAt } = openReading(page, sentences, family, resources, settings)
  const decoded = readTogether(decodeSentences(latticesAt(1), decode), decode, resources, settings)
  let restored = ''
  let at = 0
  let confidence = 1
  for (const [index, { lattice, posteriors }] of decoded.entries()) {
    const { tokens } = sentences[index]!
    const { edits } = chooseEdits(tokens, lattice.arcs, posteriors, '', settings.caution)
    for (const { start, end, replacement, provenance } of edits) {
      confidence = Math.min(confidence, provenance.confidence ?? 0)
      restored += text.slice(at, start) + replacement
      at = end
    }
  }
  return { text: restored + text.slice(at), confidence }
}
