import { z } from 'zod'
import { ASIDE_ROLES } from '../core/block.js'
import { SIGNALS } from '../core/page-status.js'

/** One example of a rule, which is also its test: a line that must match (`drop`) or must not (`keep`). */
export const boilerplateExampleSchema = z.union([
  z.strictObject({ drop: z.string().min(1) }),
  z.strictObject({ keep: z.string().min(1) }),
])

/** A rule that names the lines of one kind of boilerplate by their wording. */
export const boilerplateRuleSchema = z.strictObject({
  /** Unique in all files; records name it as `boilerplate/<id>`. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by "-"'),
  /** The part that such a line plays. */
  role: z.enum(ASIDE_ROLES),
  /**
   * `certain`: a whole line so worded is hardly ever article text. `likely`: it is evidence that its
   * surroundings can outweigh. Default `certain`.
   */
  certainty: z.enum(['certain', 'likely']).default('certain'),
  /** The role of the lines that follow such a heading, until running text returns. */
  opens: z.enum(ASIDE_ROLES).optional(),
  /** What such a line beside the text says of the page, such as that a paywall cut it off. */
  signals: z.enum(SIGNALS).optional(),
  /** Whole lines, written as `parsePattern` explains. */
  patterns: z.array(z.string().min(1)).min(1),
  /** Longest line that the rule applies to, in words and symbols. Default 30. */
  max_words: z.number().int().min(1).max(150).default(30),
  /** Host names, without `www.`, that the rule is limited to; default every host. */
  hosts: z.array(z.string().min(1)).optional(),
  examples: z
    .array(boilerplateExampleSchema)
    .min(2)
    .refine((examples) => examples.some((example) => 'drop' in example), 'expected at least one drop')
    .refine((examples) => examples.some((example) => 'keep' in example), 'expected at least one keep'),
})

/** A file of `rules/boilerplate/`: a list of rules. */
export const boilerplateFileSchema = z.array(boilerplateRuleSchema)

export type BoilerplateRule = z.infer<typeof boilerplateRuleSchema>
export type BoilerplateExample = z.infer<typeof boilerplateExampleSchema>
