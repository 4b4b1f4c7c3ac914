import { z } from 'zod'

// Commands that clean text import only the types of this file, and load zod when a profile is to be checked.

const page = z
  .strictObject({
    id: z.string().describe('Path without its extension, as in the record.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .describe(
        'The first twelve digits of the SHA-256 of the file: a page of that name alone is no duplicate.',
      ),
  })
  .describe('A page of the batch.')

const line = z.strictObject({
  template: z
    .string()
    .min(1)
    .describe(
      'The words of the line in lower case, without punctuation; # stands for numbers, dates and times. A line may be added by hand as it stands on the page.',
    ),
  pages: z.int().min(2).describe('On how many pages it stands, each counted once.'),
})

const site = z.strictObject({
  site: z
    .string()
    .min(1)
    .describe('Host name without `www.`; the name of the collection for pages without an address.'),
  pages: z
    .int()
    .min(2)
    .describe('Pages that were counted: those that repeat each other count once, of very many a sample.'),
  lines: z.array(line).describe('Lines that stand on several of the pages, the most frequent first.'),
})

const nearDuplicates = z.strictObject({
  similarity: z
    .number()
    .min(0)
    .max(1)
    .describe(
      'Share of their runs of words that the first page and the one least like it have in common, estimated.',
    ),
  pages: z.array(page).min(2).describe('Pages with the same article, ordered by id.'),
})

/** A file that `unspin survey` writes and `unspin clean --profile` reads. */
export const siteProfileSchema = z.strictObject({
  version: z
    .literal(1, {
      error: ({ input }) =>
        `found ${JSON.stringify(input) ?? 'none'}, expected 1, as \`unspin survey\` writes it`,
    })
    .describe('Version of this format.'),
  sites: z.array(site).describe('Ordered by name.'),
  near_duplicates: z.array(nearDuplicates).describe('Ordered by the id of the first page.'),
})

/** What a batch shows of its sites: lines that stand on many pages, and pages that repeat another. */
export type SiteProfile = z.infer<typeof siteProfileSchema>
export type SurveyedSite = SiteProfile['sites'][number]
export type NearDuplicates = SiteProfile['near_duplicates'][number]
