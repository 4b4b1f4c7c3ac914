import type { NewsUnigrams } from '../language/news-unigrams.js'
import type { SpinnerExample, SpinnerPair, SpinnerProfile } from '../rules/spinner-profile.js'
import type { Learned } from './learn.js'
import type { PilePage } from './observe.js'

/** Outputs named for the scan and for people. */
const SIGNATURES = 20
/** Outputs met less often than this may be chance. */
const LEAST_SIGNATURE_COUNT = 2
/**
 * Until someone has measured what clean articles gather, a learned profile asks for as much as those of which little is
 * known.
 */
const SCAN_THRESHOLD = 5
const GATE_SURCHARGE = { per_position: 0.1, entry: 3 }

/** Who has the profile, and what it is. */
export interface ProfileName {
  readonly id: string
  readonly summary: string
}

/** The whole profile of what was learned. Null when nothing was: no word of the pages was restored. */
export function toProfile(
  { habits, observations }: Learned,
  pages: readonly PilePage[],
  examples: readonly SpinnerExample[],
  news: NewsUnigrams,
  { id, summary }: ProfileName,
): SpinnerProfile | null {
  const signature = findSignature(habits.table, news)
  if (signature.length === 0) return null
  const words = pages
    .flatMap(({ sentences }) => sentences)
    .reduce((sum, { tokens }) => sum + tokens.filter(({ kind }) => kind === 'word').length, 0)
  const sum = (isReplaced: boolean) =>
    observations.reduce(
      (total, { original, seen, weight }) => total + ((original !== seen) === isReplaced ? weight : 0),
      0,
    )
  const replaced = sum(true)
  return rounded({
    id,
    summary,
    tokens: habits.tokens,
    inflection: habits.inflection,
    multiword: habits.multiword,
    share: {
      words: Math.min(1, replaced / words),
      eligible: Math.min(1, replaced / (replaced + sum(false))),
    },
    walk: habits.walk,
    coverage: habits.coverage,
    table_confidence: habits.table_confidence,
    scan_threshold: SCAN_THRESHOLD,
    gate_surcharge: GATE_SURCHARGE,
    spins_lightly: false,
    ...(habits.digits ? { digits: habits.digits } : {}),
    skip: habits.skip,
    vocabulary: habits.vocabulary,
    signature,
    table: habits.table,
    examples: [...examples],
  })
}

/** The outputs that stand in the pile far more often than in news, the most telling first. */
function findSignature(table: readonly SpinnerPair[], news: NewsUnigrams): string[] {
  const counts = new Map<string, number>()
  for (const { to, count = 0, confidence = 0 } of table) {
    if (/^[a-z]+$/.test(to)) counts.set(to, (counts.get(to) ?? 0) + count * confidence)
  }
  const telling = (word: string, count: number) => count * -news.logProb(word)
  return [...counts]
    .filter(([, count]) => count >= LEAST_SIGNATURE_COUNT)
    .sort(([a, m], [b, n]) => telling(b, n) - telling(a, m) || (a < b ? -1 : 1))
    .slice(0, SIGNATURES)
    .map(([word]) => word)
}

/** The profile with no more digits than the estimates are good for. */
function rounded(profile: SpinnerProfile): SpinnerProfile {
  const round = (value: number) => Number(value.toPrecision(3))
  const { share, walk, coverage, table_confidence } = profile
  return {
    ...profile,
    share: { words: round(share.words), eligible: round(share.eligible) },
    walk: { ...walk, hops: walk.hops.map(round), ranks: walk.ranks.map(round) },
    coverage: {
      ...coverage,
      past: round(coverage.past),
      plural: round(coverage.plural),
      ing: round(coverage.ing),
      hyphenated: round(coverage.hyphenated),
    },
    table_confidence: { ...table_confidence, identity: round(table_confidence.identity) },
  }
}
