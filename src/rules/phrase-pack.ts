import { z } from 'zod'
import { ruleExampleSchema } from './rule.js'

const phrase = z.string().regex(/^\S+( \S+)*$/, 'expected words separated by single spaces')

/** A file of `rules/phrases/`: many substitutions without conditions, one a line. */
export const phrasePackSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by "-"')
    .describe('Unique among all packs; records name it as `rule/<id>`.'),
  families: z
    .array(z.string().min(1))
    .min(1)
    .describe('Ids of the spinner profiles whose texts the phrases are for.'),
  source: z
    .string()
    .min(1)
    .describe('Where the phrases come from, with the attribution that their licence asks for.'),
  weight: z
    .number()
    .gt(0)
    .max(1)
    .describe(
      'Probability that a phrase was put in, before context is looked at; shared among several originals.',
    ),
  lead: z
    .number()
    .min(0)
    .max(3)
    .default(0)
    .describe(
      'log10 by which the originals are commoner in such texts than in news, which the language model knows.',
    ),
  phrases: z
    .record(phrase, z.union([phrase, z.array(phrase).min(1)]))
    .describe('The phrase as it is seen, and what stood there; several originals with the likeliest first.'),
  examples: z
    .array(ruleExampleSchema)
    .min(2)
    .refine((examples) => examples.some((example) => 'to' in example), 'expected at least one change')
    .refine((examples) => examples.some((example) => 'keep' in example), 'expected at least one keep'),
})

export type PhrasePack = z.infer<typeof phrasePackSchema>
