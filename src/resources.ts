import { once } from './core/once.js'
import { createSpelling } from './language/spelling.js'
import { loadDictionary } from './load/dictionaries.js'
import {
  loadLanguageModel,
  loadNewsUnigrams,
  loadScanTable,
  loadThesaurus,
  loadWordSet,
  loadWordVectors,
} from './load/models.js'
import { openRules, type RuleLibrary } from './load/rules.js'
import type { Resources } from './pipeline.js'
import { type ChannelOptions, createChannelModel } from './repair/channel-model.js'
import type { RepairResources } from './repair/repair.js'
import { compileRules, matchRules } from './rules/match-rules.js'

/**
 * The rules and models that `clean` needs, read from the package. What only spun or misspelt documents need is read
 * when the first of them comes.
 * @throws RuleFileError with every problem in the rule files, or Error that names a missing or damaged model file.
 */
export async function loadResources(): Promise<Resources> {
  return createResources(await openRules())
}

/** As `loadResources`, with the rules given. */
export function createResources(rules: RuleLibrary, channelOptions: ChannelOptions = {}): Resources {
  const languageModel = once(loadLanguageModel)
  return {
    extract: {},
    scan: loadScanTable(),
    repair: once(() => createRepairResources(rules, languageModel(), channelOptions)),
    spelling: once(() => {
      const model = languageModel()
      return { languageModel: model, spelling: createSpelling(loadWordSet(), model, loadDictionary) }
    }),
  }
}

function createRepairResources(
  rules: RuleLibrary,
  languageModel: RepairResources['languageModel'],
  options: ChannelOptions,
): RepairResources {
  const thesaurus = loadThesaurus()
  const news = loadNewsUnigrams()
  const ruleFiles = rules.load('substitutions').map(({ value }) => value)
  const families = rules.load('spinners').map(({ value: profile }) => {
    const matcher = compileRules(
      ruleFiles
        .filter(({ family }) => family === undefined || family === profile.id)
        .flatMap((file) => file.rules),
    )
    return [
      profile.id,
      {
        channel: createChannelModel(profile, thesaurus, news, options),
        propose: (keys: readonly string[]) => matchRules(matcher, keys),
      },
    ] as const
  })
  return { languageModel, news, wordVectors: loadWordVectors(), families: new Map(families) }
}
