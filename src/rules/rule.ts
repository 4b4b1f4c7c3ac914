import { z } from 'zod'

/** Words and marks separated by single spaces, as the tokeniser separates them. */
const phrase = z
  .string()
  .regex(/^\S+( \S+)*$/, 'expected words separated by single spaces')
  .describe('Words and marks separated by single spaces; case does not count.')

const words = z.array(phrase).min(1)

/** One example of a rule, which is also its test. */
export const ruleExampleSchema = z.union([
  z.strictObject({
    from: z.string().min(1).describe('A text that holds what the rule matches.'),
    to: z.string().min(1).describe('The same text, repaired.'),
  }),
  z.strictObject({ keep: z.string().min(1).describe('A text that looks alike and must stay.') }),
])

/** A substitution rule: words that may have been put in the place of others. It proposes; the decoder chooses. */
export const ruleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by "-"')
    .describe('Unique in all rule files; records name it as `rule/<id>`.'),
  match: phrase,
  candidates: z
    .array(
      z.strictObject({
        text: phrase,
        weight: z
          .number()
          .gt(0)
          .max(1)
          .describe('Probability that this stood there, before context is looked at.'),
      }),
    )
    .min(1)
    .describe(
      'What may have stood there. The weights sum to at most 1; the rest is for the words as they are.',
    ),
  before: words.optional().describe('One of these must stand directly before the match.'),
  after: words.optional().describe('One of these must stand directly after the match.'),
  near: z
    .strictObject({
      words: z.array(z.string().regex(/^\S+$/, 'expected one word')).min(1),
      within: z.int().min(1).max(50).describe('Largest distance from the match, in words and marks.'),
    })
    .optional()
    .describe('One of these words must stand near the match in the same sentence.'),
  sentence_start: z
    .boolean()
    .optional()
    .describe('True: only at the start of a sentence; false: only elsewhere.'),
  when: z
    .literal('scrambled')
    .optional()
    .describe('Rules apply only where the text is judged to be scrambled.'),
  min_margin: z
    .number()
    .min(0)
    .optional()
    .describe('Least lead over the words as they stand, log10 of probabilities, for the change to be made.'),
  evidence: z.string().min(1).describe('Where this substitution was seen, or why it is believed.'),
  examples: z
    .array(ruleExampleSchema)
    .min(2)
    .refine((examples) => examples.some((example) => 'to' in example), 'expected at least one change')
    .refine((examples) => examples.some((example) => 'keep' in example), 'expected at least one keep'),
})

/** A file of `rules/substitutions/`. */
export const ruleFileSchema = z.strictObject({
  family: z
    .string()
    .min(1)
    .optional()
    .describe('Id of the spinner profile whose texts the rules are for; without it, any scrambled text.'),
  rules: z.array(ruleSchema).min(1),
})

export type RuleExample = z.infer<typeof ruleExampleSchema>
export type Rule = z.infer<typeof ruleSchema>
export type RuleFile = z.infer<typeof ruleFileSchema>
