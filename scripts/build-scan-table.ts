/**
 * Writes `models/scan-table.bin`: for each family of spun text, the words that its spinner puts in more often than
 * clean news uses them, and the pairs of words with which such phrases begin. To be run after the thesaurus, the news
 * unigrams, the language model, a spinner profile or a phrase pack changed.
 *
 *     npx tsx scripts/build-scan-table.ts
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { packFile } from '../src/language/packed-file.js'
import { packScanTable } from '../src/language/scan-table.js'
import { loadLanguageModel, loadNewsUnigrams } from '../src/load/models.js'
import { openRules } from '../src/load/rules.js'
import { createChannelModel } from '../src/repair/channel-model.js'
import { openThesauri } from '../src/resources.js'
import type { MatchableRule } from '../src/rules/match-rules.js'
import { phraseRules } from '../src/rules/phrase-rules.js'
import type { SpinnerProfile } from '../src/rules/spinner-profile.js'

/** Lower ratios say next to nothing; higher ones are estimates from words hardly ever met. Both in log10. */
const MIN_LOG_RATIO = 0.3
const MAX_LOG_RATIO = 3
/** No word is rarer in clean news than this share: rarer ones are not counted well. */
const RAREST = 2e-7
/** The same for pairs of words, which the language model estimates. */
const RAREST_PAIR = 1e-9

const thesauri = openThesauri()
const news = loadNewsUnigrams()
const languageModel = loadLanguageModel()
const rules = await openRules()
const profiles = rules.load('spinners')
const packs = rules.load('phrases')
const families = profiles.map(({ value: profile }) => ({
  family: profile.id,
  freeLowerCaseOnly: profile.tokens.casing === 'lower' && profile.tokens.boundaries === 'white_space',
  threshold: profile.scan_threshold,
  logRatios: new Map([
    ...logRatios(profile),
    ...pairLogRatios(
      packs.flatMap(({ value }) => (value.families.includes(profile.id) ? phraseRules(value) : [])),
    ),
  ]),
}))
const contents = packScanTable(
  families,
  [...profiles, ...packs].map(({ file, sha256 }) => `${file}, SHA-256 ${sha256}`),
)
const bytes = packFile(contents, (body) => createHash('sha256').update(body).digest('hex'))
writeFileSync(new URL('../models/scan-table.bin', import.meta.url), bytes)
console.log(
  `models/scan-table.bin: ${bytes.length} bytes, ${families.map(({ family, logRatios }) => `${family} ${logRatios.size} words`).join(', ')}`,
)

/** log10 P(word in spun text) / P(word in news), for the words where it is well above 0. */
function logRatios(profile: SpinnerProfile): Map<string, number> {
  const thesaurus = thesauri[profile.walk.thesaurus]()
  const { wordCount, text } = thesaurus
  const { logProb } = news
  const channel = createChannelModel(profile, thesaurus, news)
  const ratios = new Map<string, number>()
  const outputs = new Set(channel.profile.table.map(({ to }) => to))
  for (let entry = 0; entry < wordCount; entry++) outputs.add(text(entry))
  for (const word of [...outputs].sort()) {
    if (!/^[a-z]+$/.test(word)) continue
    const put = channel
      .originals(word)
      .reduce((sum, original) => sum + 10 ** (logProb(original.word) + original.logRewrite), 0)
    if (put === 0) continue
    const ratio = Math.log10(put / Math.max(10 ** logProb(word), RAREST) + 10 ** channel.logIdentity(word))
    if (ratio >= MIN_LOG_RATIO) ratios.set(word, Math.min(ratio, MAX_LOG_RATIO))
  }
  return ratios
}

/** As `logRatios`, for the first two words of each phrase that `rules` match. */
function pairLogRatios(rules: readonly MatchableRule[]): Map<string, number> {
  const put = new Map<string, number>()
  for (const { match, candidates } of rules) {
    const pair = /^[a-z]+ [a-z]+(?= |$)/.exec(match)?.[0]
    if (pair === undefined) continue
    const sum = candidates.reduce((sum, { text, weight }) => sum + weight * 10 ** logPhrase(text), 0)
    put.set(pair, (put.get(pair) ?? 0) + sum)
  }
  const ratios = new Map<string, number>()
  for (const [pair, sum] of put) {
    const ratio = Math.log10(sum / Math.max(10 ** logPhrase(pair), RAREST_PAIR) + 1)
    if (ratio >= MIN_LOG_RATIO) ratios.set(pair, Math.min(ratio, MAX_LOG_RATIO))
  }
  return ratios
}

/** log10 P(these words begin here), from the news unigrams for the first word and the language model for the rest. */
function logPhrase(phrase: string): number {
  const words = phrase.split(' ')
  const ids = words.map((word) => languageModel.id(word))
  return words.reduce((sum, word, at) => {
    if (at === 0) return news.logProb(word)
    return sum + languageModel.logProb(ids[at - 2] ?? languageModel.unknown, ids[at - 1]!, ids[at]!)
  }, 0)
}
