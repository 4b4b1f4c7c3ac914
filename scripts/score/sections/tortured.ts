import { overlaps, type Span } from '../../../src/core/span.js'
import { tokenise } from '../../../src/language/tokenise.js'
import type { RuleLibrary } from '../../../src/load/rules.js'
import type { Resources } from '../../../src/pipeline.js'
import type { RepairSettings } from '../../../src/repair/settings.js'
import { createResources } from '../../../src/resources.js'
import { compileRules, matchRules, type RuleMatcher } from '../../../src/rules/match-rules.js'
import type { PhrasePack } from '../../../src/rules/phrase-pack.js'
import { phraseRules } from '../../../src/rules/phrase-rules.js'
import { uniform } from '../../simulate/uniform.js'
import { type SectionReport, shareFigure, under } from '../figure.js'
import { readScrambled } from '../kept-aside.js'
import { repairText } from '../repair-text.js'
import { isRestored, scoreEdits } from '../score-edits.js'
import type { Bench } from '../section.js'

const FAMILY = 'tortured-phrases'
/** Each phrase is withheld in one of so many rounds. */
const FOLDS = 5

/**
 * Tortured phrases in running text: with the pack as shipped, and those of a fifth of the pack while it is withheld,
 * for each fifth in turn. The scan keeps its knowledge of all phrases: what is measured is the repair.
 */
export function tortured(bench: Bench): SectionReport {
  const packs = bench.rules
    .load('phrases')
    .map(({ value }) => value)
    .filter(({ families }) => families.includes(FAMILY))
  const known = packs.map((pack) => compileRules(phraseRules(pack)))
  const shipped = countPhrases(bench.resources(), bench.settings, known)
  const figures = [shareFigure('in the pack, phrases restored', shipped.restored, shipped.phrases)]
  let restored = 0
  let phrases = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const isWithheld = (phrase: string) => Math.floor(uniform('fold', phrase) * FOLDS) === fold
    const rules = keepingPhrases(bench.rules, (phrase) => !isWithheld(phrase))
    const withheld = packs.map((pack) => compileRules(phraseRules(filterPack(pack, isWithheld))))
    const counted = countPhrases(createResources(rules), bench.settings, withheld)
    restored += counted.restored
    phrases += counted.phrases
  }
  figures.push(shareFigure('withheld fifth, phrases restored', restored, phrases))
  return { figures: under('tortured', figures), notes: [] }
}

/** The phrases of `matchers` in the kept-aside texts that stand where the original has something else. */
function countPhrases(
  resources: Resources,
  settings: RepairSettings,
  matchers: readonly RuleMatcher[],
): { readonly phrases: number; readonly restored: number } {
  let phrases = 0
  let restored = 0
  for (const { spun, original } of readScrambled('families/tortured')) {
    const { edits } = repairText(spun, resources, settings)
    for (const [index, text] of spun.entries()) {
      const { places } = scoreEdits(text, original[index]!, edits[index]!)
      for (const span of phraseSpans(text, matchers)) {
        const here = places.filter((place) => overlaps(place, span))
        if (here.length === 0) continue
        phrases++
        if (here.every(isRestored)) restored++
      }
    }
  }
  return { phrases, restored }
}

/** Where phrases stand in `text`; of overlapping ones the longest, then the first. */
function phraseSpans(text: string, matchers: readonly RuleMatcher[]): Span[] {
  const tokens = tokenise(text)
  const keys = tokens.map(({ key }) => key)
  const found = matchers
    .flatMap((matcher) => matchRules(matcher, keys))
    .map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end, length: to - from }))
    .sort((a, b) => b.length - a.length || a.start - b.start)
  const spans: Span[] = []
  for (const span of found) if (!spans.some((taken) => overlaps(taken, span))) spans.push(span)
  return spans
}

function keepingPhrases(rules: RuleLibrary, isKept: (phrase: string) => boolean): RuleLibrary {
  const packs = rules.load('phrases').map((file) => ({ ...file, value: filterPack(file.value, isKept) }))
  return {
    ...rules,
    // The caller asks for one subject's files and gets that subject's; TypeScript does not follow the equation.
    load: ((subject) => (subject === 'phrases' ? packs : rules.load(subject))) as RuleLibrary['load'],
  }
}

function filterPack(pack: PhrasePack, isKept: (phrase: string) => boolean): PhrasePack {
  return {
    ...pack,
    phrases: Object.fromEntries(Object.entries(pack.phrases).filter(([seen]) => isKept(seen))),
  }
}
