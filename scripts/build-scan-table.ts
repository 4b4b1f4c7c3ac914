/**
 * Writes `models/scan-table.bin`: for each family of spun text, the words that its spinner puts in more often than
 * clean news uses them. To be run after the thesaurus, the news unigrams or a spinner profile changed.
 *
 *     npx tsx scripts/build-scan-table.ts
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { NewsUnigrams } from '../src/language/news-unigrams.js'
import { packFile } from '../src/language/packed-file.js'
import { packScanTable } from '../src/language/scan-table.js'
import type { Thesaurus } from '../src/language/thesaurus.js'
import { loadNewsUnigrams, loadThesaurus } from '../src/load/models.js'
import { openRules } from '../src/load/rules.js'
import { type ChannelModel, createChannelModel } from '../src/repair/channel-model.js'

/** Lower ratios say next to nothing; higher ones are estimates from words hardly ever met. Both in log10. */
const MIN_LOG_RATIO = 0.3
const MAX_LOG_RATIO = 3
/** No word is rarer in clean news than this share: rarer ones are not counted well. */
const RAREST = 2e-7

const thesaurus = loadThesaurus()
const news = loadNewsUnigrams()
const profiles = (await openRules()).load('spinners')
const families = profiles.map(({ value: profile }) => ({
  family: profile.id,
  freeLowerCaseOnly: profile.tokens.casing === 'lower' && profile.tokens.boundaries === 'white_space',
  threshold: profile.scan_threshold,
  logRatios: logRatios(createChannelModel(profile, thesaurus, news), thesaurus, news),
}))
const contents = packScanTable(
  families,
  profiles.map(({ file, sha256 }) => `${file}, SHA-256 ${sha256}`),
)
const bytes = packFile(contents, (body) => createHash('sha256').update(body).digest('hex'))
writeFileSync(new URL('../models/scan-table.bin', import.meta.url), bytes)
console.log(
  `models/scan-table.bin: ${bytes.length} bytes, ${families.map(({ family, logRatios }) => `${family} ${logRatios.size} words`).join(', ')}`,
)

/** log10 P(word in spun text) / P(word in news), for the words where it is well above 0. */
function logRatios(
  channel: ChannelModel,
  { wordCount, text }: Thesaurus,
  { logProb }: NewsUnigrams,
): Map<string, number> {
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
