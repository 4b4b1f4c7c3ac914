import { z } from 'zod'
import { holdsArticle, PAGE_STATUSES } from '../core/page-status.js'
import { RECORD_VERSION } from './record-version.js'

// Commands that clean text import only the types of this file: loading zod would cost more than the cleaning.

const start = z.int().min(0).describe('First code point of the span, from 0.')
const end = z.int().min(0).describe('Code point behind the span: spans are half-open.')
const probability = z.number().min(0).max(1)
const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/)
  .describe('ISO 8601: a date alone when no time is known.')

const caption = z.strictObject({
  text: z.string().nullable().describe('The caption; null when the page gives a credit alone.'),
  credit: z.string().nullable().describe('Who made the picture, as the page says; null when it does not.'),
})

const dateline = z
  .strictObject({
    raw: z.string().describe('The dateline after normalisation, such as `Dec. 31 (UPI)`.'),
    place: z.string().nullable(),
    agency: z.string().nullable().describe('The agency it names; never taken for the publisher.'),
    date: isoDate.nullable().describe('ISO 8601; null when the year is unknown.'),
  })
  .describe('Where and when the report was filed. One inside the first paragraph stays in the text too.')

const metadata = z.strictObject({
  url: z.string().nullable(),
  title: z.string().nullable().describe('The headline. It is not part of `text`.'),
  description: z.string().nullable().describe('The standfirst. It is not part of `text`.'),
  authors: z.array(z.string()).describe('Names in page order, without "By", roles or handles.'),
  date: isoDate
    .nullable()
    .describe(
      'When the article was published, ISO 8601; the same value as `created`. Where the page tells only when it was last changed, that.',
    ),
  modified: isoDate.nullable().describe('When the article was last changed, ISO 8601.'),
  publisher: z.string().nullable().describe('The publisher, from the page or by host name; never an agency.'),
  hostname: z.string().nullable().describe('Host name of `url`.'),
  dateline: dateline.nullable(),
  sections: z.array(z.string()),
  tags: z.array(z.string()),
  captions: z.array(caption).describe('Pictures in page order.'),
  language: z.string().nullable().describe('ISO 639-1 code; null when undecided.'),
  file_path: z
    .string()
    .describe('Path relative to the argument that led to the file; `-` for standard input.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the raw bytes of the source, hexadecimal.'),
  image: z.string().nullable().describe('Address of the picture that the page gives for the article.'),
  status: z
    .enum(PAGE_STATUSES.filter(holdsArticle))
    .describe(
      'What the page held: a whole article, one that was cut off (`truncated`) or that a paywall cut off (`paywalled`), posts of a live blog, or a gallery of pictures with captions. Pages that list articles or hold none give no record.',
    ),
  status_evidence: z
    .array(
      z.strictObject({
        rule_id: z.string().describe('The rule or feature behind it.'),
        reason: z.string().describe('What was seen, in one sentence.'),
      }),
    )
    .describe('What speaks for the status; empty for an article.'),
})

const attributes = z
  .strictObject({
    unspin__scrambled: z
      .array(z.tuple([start, end, z.number()]))
      .describe(
        'Spans of `text` judged to have been rewritten word by word with synonyms: [start, end, score], the score in log10 units of evidence per candidate position.',
      ),
    unspin__repaired: z
      .array(z.tuple([start, end, probability]))
      .describe(
        "Spans of `text` that were repaired: [start, end, confidence from 0 to 1]. Repairs are reconstructions, inside quotations too: these words are not the publisher's verified text.",
      ),
  })
  .describe('Scores by span of `text`, in code points.')

const recordEdit = z.strictObject({
  field: z
    .string()
    .regex(/^(text|title|description|captions\/(0|[1-9][0-9]*)\/(text|credit))$/)
    .describe('The field that the edit is part of: `text`, `title`, `description`, `captions/0/text` …'),
  op: z
    .enum(['insert', 'remove', 'replace', 'move'])
    .describe(
      '`move` opens every field but `text`: the field is this span of the source, changed by the edits that follow.',
    ),
  stage: z.enum(['read', 'normalise', 'extract', 'repair']).describe('The stage that made the change.'),
  rule_id: z.string().describe('The rule or model behind the change.'),
  start: start.describe('First code point of the change in the field as the record gives it.'),
  end: end.describe('Code point behind the change in the field as the record gives it.'),
  source_start: start.describe('First code point of what was changed, in the source.'),
  source_end: end.describe('Code point behind what was changed, in the source.'),
  original: z
    .string()
    .nullable()
    .describe(
      'What stood in the source. Null for moves, and for removals whose words the record does not keep.',
    ),
  replacement: z.string().nullable().describe('What stands in the field now. Null for moves.'),
  confidence: probability
    .nullable()
    .describe('Probability that the change is right; null where it is not a guess.'),
})

/** The public record of one article, as `articles.jsonl` holds it; `schema/article-record.schema.json` comes from it. */
export const articleRecord = z
  .strictObject({
    id: z
      .string()
      .describe('Relative path without its extension, with `/` between folders; unique in a run.'),
    text: z
      .string()
      .describe(
        'The body alone: paragraphs separated by a blank line, subheads after `## `, set-off quotations and their attributions after `> `.',
      ),
    source: z.string().describe('Name of the collection.'),
    created: isoDate.nullable().describe('When the article was published, ISO 8601.'),
    added: z
      .string()
      .nullable()
      .describe('When the record was collected, as `--added` or the input says; the clock is never asked.'),
    version: z.literal(RECORD_VERSION).describe('Version of this schema.'),
    metadata,
    attributes,
    edits: z
      .array(recordEdit)
      .describe(
        'Every change, by field and in order. Those of `text` are the whole difference between the source and `text`: replaying them gives the text, undoing them gives back the source. Empty under `--provenance none`.',
      ),
  })
  .describe(
    "A cleaned news article. Offsets are half-open and count Unicode code points, from 0. The source is the decoded text; its bytes are identified by `metadata.sha256`. Every key is always present. Repairs are reconstructions, inside quotations too: the words under `attributes.unspin__repaired` are not the publisher's verified text.",
  )

/** A cleaned article as it is published. Offsets count Unicode code points. */
export type ArticleRecord = z.infer<typeof articleRecord>

/** One change, as it is published: offsets count Unicode code points of the field and of the source. */
export type RecordEdit = ArticleRecord['edits'][number]
