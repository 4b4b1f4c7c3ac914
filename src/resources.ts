import { once } from './core/once.js'
import { createSpelling } from './language/spelling.js'
import type { Thesaurus } from './language/thesaurus.js'
import { loadDictionary } from './load/dictionaries.js'
import { loadEnglishParser } from './load/english-parser.js'
import {
  loadLanguageModel,
  loadNameNeighbours,
  loadNewsUnigrams,
  loadRewriteTable,
  loadScanTable,
  loadThesaurus,
  loadWordSet,
  loadWordVectors,
} from './load/models.js'
import { openRules, type RuleLibrary } from './load/rules.js'
import type { Resources } from './pipeline.js'
import { type ChannelOptions, createPlainChannel, readPlainChannel } from './repair/channel-model.js'
import { createWordBook } from './repair/context-weight.js'
import { createFamily } from './repair/family.js'
import type { RepairResources } from './repair/reading.js'
import { createStories } from './repair/stories.js'
import { compileDuplicates } from './rules/known-duplicates.js'
import { compileAgencies, compilePublishers } from './rules/known-names.js'
import { compileSites } from './rules/known-sites.js'
import type { MatchableRule } from './rules/match-rules.js'
import { phraseRules } from './rules/phrase-rules.js'
import type { SiteProfile } from './rules/site-profile.js'
import type { SpinnerProfile, ThesaurusName } from './rules/spinner-profile.js'

/**
 * The rules and models that `clean` needs, read from the package. What only spun or misspelt documents need is read
 * when the first of them comes.
 * @throws RuleFileError with every problem in the rule files, or Error that names a missing or damaged model file.
 */
export async function loadResources(): Promise<Resources> {
  return createResources(await openRules())
}

/** Under which the rewrite table has a profile's channel: its id and its file's hash, so that an edited file has none. */
export function rewriteKey({ id }: SpinnerProfile, sha256: string): string {
  return `${id} ${sha256}`
}

/**
 * `resources` with clean articles at hand that may tell the same stories as spun ones: where one does, its words are
 * likelier to have stood there. The index takes about twice the memory of the texts (16 MB for 9 MB), and 2 s to make.
 */
export function withStories(resources: Resources, texts: readonly string[]): Resources {
  const repair = once(() => {
    const loaded = resources.repair()
    return { ...loaded, stories: createStories(texts, loaded.news) }
  })
  return { ...resources, repair }
}

/**
 * `resources` that know what a survey has found of the pages' sites: their lines are no article's text, and a page that
 * repeats another is told of.
 */
export function withProfile(resources: Resources, profile: SiteProfile): Resources {
  return {
    ...resources,
    extract: { ...resources.extract, sites: compileSites(profile) },
    duplicates: compileDuplicates(profile.near_duplicates),
  }
}

/** As `loadResources`, with the rules given. */
export function createResources(rules: RuleLibrary, channelOptions: ChannelOptions = {}): Resources {
  const languageModel = once(loadLanguageModel)
  const news = once(loadNewsUnigrams)
  return {
    extract: createExtractResources(rules),
    scan: loadScanTable(),
    duplicates: null,
    repair: once(() => createRepairResources(rules, languageModel(), news(), channelOptions)),
    spelling: once(() => ({
      languageModel,
      spelling: createSpelling(loadWordSet(), news(), loadDictionary),
    })),
  }
}

function createExtractResources(rules: RuleLibrary): Resources['extract'] {
  return {
    boilerplate: rules.boilerplateMatcher(),
    agencies: compileAgencies(rules.load('agencies').flatMap(({ value }) => value)),
    publishers: compilePublishers(Object.assign({}, ...rules.load('publishers').map(({ value }) => value))),
    sites: null,
  }
}

function createRepairResources(
  rules: RuleLibrary,
  languageModel: RepairResources['languageModel'],
  news: RepairResources['news'],
  options: ChannelOptions,
): RepairResources {
  const thesauri = openThesauri()
  const table = once(loadRewriteTable)
  const isWhole = !options.tableClosed && options.withholdEvidence === undefined
  const wordVectors = loadWordVectors()
  const families = rules.load('spinners').map(({ value: profile, sha256 }) => {
    const thesaurus = thesauri[profile.walk.thesaurus]
    const known = isWhole ? table().open(rewriteKey(profile, sha256)) : null
    const plain = known
      ? readPlainChannel(profile, known)
      : createPlainChannel(profile, thesaurus(), news, options)
    const family = createFamily(plain, rulesFor(profile.id, rules), thesaurus, news)
    return [profile.id, family] as const
  })
  return {
    parser: once(loadEnglishParser),
    languageModel,
    news,
    book: createWordBook(news, wordVectors, languageModel),
    nameNeighbours: loadNameNeighbours(),
    wordVectors,
    stories: null,
    families: new Map(families),
  }
}

/** The thesauri by name, each read when it is first asked for. */
export function openThesauri(): Readonly<Record<ThesaurusName, () => Thesaurus>> {
  return { mythes: once(() => loadThesaurus('mythes')), moby: once(() => loadThesaurus('moby')) }
}

/** The substitution rules and phrases that are for a family's texts. */
function rulesFor(family: string, rules: RuleLibrary): MatchableRule[] {
  return [
    ...rules
      .load('substitutions')
      .flatMap(({ value }) => (value.family === undefined || value.family === family ? value.rules : [])),
    ...rules
      .load('phrases')
      .flatMap(({ value }) => (value.families.includes(family) ? phraseRules(value) : [])),
  ]
}
