import { z } from 'zod'

const probability = z.number().min(0).max(1)
const positiveProbability = z.number().gt(0).max(1)
const word = z.string().regex(/^[^\s\p{Lu}]+$/u, 'expected one lower-case word')

/** What supports a pair of the table. */
export const PAIR_EVIDENCE = ['seed', 'thesaurus_rank0', 'known', 'learned'] as const
export type PairEvidence = (typeof PAIR_EVIDENCE)[number]

/** A known pair: the spinner writes `to` where the author wrote `from`. */
export const spinnerPairSchema = z.strictObject({
  from: word,
  to: word,
  /**
   * `seed`: stands in the spun sample article. `known`: seen in this spinner's output elsewhere.
   * `thesaurus_rank0`: what the thesaurus and the profile's order of replacement yield for a frequent word.
   * `learned`: inferred by `unspin learn` from spun articles; `known` once a person has seen that it is right.
   */
  evidence: z.array(z.enum(PAIR_EVIDENCE)).min(1),
  /** Share of this output where the spinner has several for one word, 0 to 1. Default 1. */
  share: positiveProbability.optional(),
  /** P(the pair is this spinner's), 0 to 1. Default: what \`table_confidence\` says of its strongest evidence. */
  confidence: positiveProbability.optional(),
  /** Places where the pair was met, for a person who reviews it. */
  count: z.number().int().positive().optional(),
  /** One of these places, with the output in brackets. */
  context: z.string().optional(),
})

/** A sentence as the spinner leaves it and as it was, or one that must stay: both are tests. */
export const spinnerExampleSchema = z.union([
  z.strictObject({ from: z.string().min(1), to: z.string().min(1) }),
  z.strictObject({ keep: z.string().min(1) }),
])

/** Probability mass by synonym rank: rank 0, 1, 2, 3, 4 to 7, 8 to 15, and 16 on. */
const rankMassSchema = z.array(probability).length(7)

/** Pairs that stand twice, change nothing, or give one word more outputs than their shares allow. */
function refuseContradictions(pairs: readonly SpinnerPair[], context: z.RefinementCtx): void {
  const shares = new Map<string, number>()
  const seen = new Set<string>()
  for (const [index, { from, to, share = 1 }] of pairs.entries()) {
    const report = (message: string) => context.addIssue({ code: 'custom', path: [index], message })
    if (from === to) report(`"${from}" is replaced by itself`)
    if (seen.has(`${from} ${to}`)) report(`the pair of "${from}" and "${to}" stands twice`)
    seen.add(`${from} ${to}`)
    const sum = (shares.get(from) ?? 0) + share
    shares.set(from, sum)
    // Room for the rounding of sums such as 0.7 + 0.2 + 0.1.
    if (sum > 1 + 1e-9) report(`the shares of the outputs for "${from}" sum to ${sum}; expected at most 1`)
  }
}

/** Where a spinner's synonyms come from. */
export const THESAURI = ['mythes', 'moby'] as const
export type ThesaurusName = (typeof THESAURI)[number]

const walkSchema = z.strictObject({
  /**
   * `mythes`: a list by sense, in an order that spinners follow. `moby`: much longer lists in no order, of which any
   * word may be taken, so that `candidates`, `hops`, `ranks` and `cascade` say nothing.
   */
  thesaurus: z.enum(THESAURI).default('mythes'),
  /** Which synonyms the spinner takes at all. */
  candidates: z.strictObject({
    /** Whether compounds with a hyphen count. */
    hyphenated: z.boolean(),
    /** Whether entries of several words are put in for single words. Default false. */
    phrases: z.boolean().optional(),
    /**
     * `same`: words in -ing stand only for words in -ing. `any`: endings do not matter.
     */
    ing: z.enum(['same', 'any']),
    /**
     * Endings by which a word is replaced by the last listed synonym that has the same ending, if there is one,
     * instead of the first synonym.
     */
    last_with_ending: z.array(z.string().min(1)),
  }),
  /** Steps from word to synonym: probability that the output is 1, 2 and 3 steps away. */
  hops: z.array(probability).length(3),
  ranks: rankMassSchema,
  /**
   * A spinner that replaces its words one after the other over the whole text, so that a replacement is itself
   * replaced when its own turn comes later. Leave out where nothing is known of the order.
   */
  cascade: z
    .strictObject({
      /** Share of the walk that follows the order; the rest goes by `hops` and `ranks`. */
      weight: positiveProbability,
      /** The order in which the spinner takes its words. */
      order: z.literal('descending'),
      ranks: rankMassSchema,
    })
    .optional(),
})

const coverageSchema = z.strictObject({
  /** P(the spinner has a word) for words of `vocabulary` and `table`; for others it follows from their frequency. */
  listed: probability,
  /** For other words: ceiling / (1 + exp(slope · ln((rank + 1) / half_rank))), by news-frequency rank. */
  ceiling: probability,
  half_rank: z.number().positive(),
  slope: z.number().positive(),
  /** Factors for inflected words among these. */
  past: probability,
  plural: probability,
  ing: probability,
  /** Factor for compounds with a hyphen among these. */
  hyphenated: probability,
  /** P for words of `skip`. */
  skipped: probability,
})

/** One family of spun text: what its spinner replaces, by what, and how surely. */
export const spinnerProfileSchema = z.strictObject({
  /** Unique among all profiles; records name it as `spinner/<id>`. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by "-"'),
  /** One sentence for people. */
  summary: z.string().min(1),
  /** Which tokens the spinner replaces. */
  tokens: z.strictObject({
    /** `lower`: only words wholly in lower case. `any`: all but words of capitals alone. */
    casing: z.enum(['lower', 'any']),
    /** `white_space`: only words with white space on both sides. */
    boundaries: z.enum(['white_space', 'any']),
  }),
  /**
   * `none`: words are replaced as they stand in the thesaurus. `kept`: the output takes the ending of the word that it
   * replaces. `lost`: inflected words are replaced by base forms.
   */
  inflection: z.enum(['none', 'kept', 'lost']),
  /** Whether several words may be replaced, or put in, at once. */
  multiword: z.boolean(),
  /** Share of words replaced in what was seen: of all, and of those that may be. */
  share: z.strictObject({ words: probability, eligible: probability }),
  walk: walkSchema,
  coverage: coverageSchema,
  /**
   * P(output | word) for a pair of the table by its strongest evidence; for the word itself; and the least that is
   * left for outputs that no pair names.
   */
  table_confidence: z.strictObject({
    seed: positiveProbability,
    known: positiveProbability,
    thesaurus_rank0: positiveProbability,
    learned: positiveProbability.default(0.8),
    walk: positiveProbability,
    identity: positiveProbability,
  }),
  /**
   * log10 evidence that the outputs in some 60 words must gather for a document to be looked at closely. Low values
   * miss nothing and cost time on clean documents.
   */
  scan_threshold: z.number().positive(),
  /**
   * log10 evidence that the gate asks for beyond what it asks of every family, by position with candidates and for a
   * spun stretch as a whole. The less a spinner's choices are known, the more clean text resembles its output.
   */
  gate_surcharge: z.strictObject({ per_position: z.number().min(0), entry: z.number().min(0) }).optional(),
  /**
   * Whether pages are known that the spinner touched lightly, with a fraction of its usual replacements. Where they are
   * not, only text that is spun throughout counts, which clean text resembles far less.
   */
  spins_lightly: z.boolean().default(false),
  /** Number words that the spinner turns into digits. */
  digits: z
    .strictObject({
      words: z.array(word).min(1),
      /** log10 probability that a lone digit of `words` was a digit in the original. */
      log_original: z.number().max(0),
    })
    .optional(),
  /** Words that the spinner never touches. */
  skip: z.array(word),
  /** Frequent words that the spinner is known or believed to have, where a pair is not sure enough for the table. */
  vocabulary: z.array(word).default([]),
  /** Outputs hardly ever found in clean news: the scan looks for them. */
  signature: z.array(word).min(1),
  table: z.array(spinnerPairSchema).superRefine(refuseContradictions),
  examples: z
    .array(spinnerExampleSchema)
    .min(2)
    .refine((examples) => examples.some((example) => 'to' in example), 'expected at least one change')
    .refine((examples) => examples.some((example) => 'keep' in example), 'expected at least one keep'),
})

export type SpinnerPair = z.infer<typeof spinnerPairSchema>
export type SpinnerExample = z.infer<typeof spinnerExampleSchema>
export type SpinnerProfile = z.infer<typeof spinnerProfileSchema>
