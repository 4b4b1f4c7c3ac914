import { once } from '../core/once.js'
import type { Thesaurus } from '../language/thesaurus.js'
import { compileRules, type MatchableRule, matchRules } from '../rules/match-rules.js'
import type { NewsRanks } from './channel.js'
import { type ChannelModel, withInflection } from './channel-model.js'
import { createPhraseProposals } from './phrase-proposals.js'
import type { Family } from './reading.js'

/** The family of a plain channel, with the substitution rules and phrases that are for its texts. */
export function createFamily(
  plain: ChannelModel,
  rules: readonly MatchableRule[],
  thesaurus: () => Thesaurus,
  news: NewsRanks,
): Family {
  const channel = withInflection(plain, news)
  const matcher = once(() => compileRules(rules))
  const proposePhrases = createPhraseProposals(channel, thesaurus, news)
  return { channel, propose: (keys) => [...matchRules(matcher(), keys), ...proposePhrases(keys)] }
}
