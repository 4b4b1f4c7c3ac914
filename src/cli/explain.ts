import { isBodyRole } from '../core/block.js'
import type { Document } from '../core/document.js'
import { describePage } from '../core/page-status.js'
import { clean } from '../pipeline.js'
import { loadResources } from '../resources.js'
import { readSource } from './chosen-record.js'
import { countOf } from './count-of.js'
import { EXIT_CODES, type ExitCode } from './exit-code.js'
import { explainDocument } from './explanation.js'
import { formatExplanation } from './explanation-text.js'
import type { FlagValues } from './flags.js'
import { type Palette, paletteFor } from './palette.js'
import { writeOut } from './standard-output.js'
import { withContext } from './with-context.js'
import { withSurvey } from './with-survey.js'

type Flags = FlagValues<
  'quotes' | 'repair' | 'context' | 'profile' | 'minConfidence' | 'spelling' | 'maxDocumentBytes'
>

/** `unspin explain`: prints what cleaning does to one document, and why. */
export async function explain(path: string, flags: Flags): Promise<ExitCode> {
  const source = await readSource(path, flags.maxDocumentBytes)
  const { resources: profiled } = await withSurvey(await loadResources(), flags.profile)
  const { resources } = await withContext(profiled, flags.context, flags.maxDocumentBytes)
  const outcome = clean(source, resources, { ...flags, duplicates: 'report' })
  const palette = paletteFor(process.stdout, process.env)
  if (outcome.status !== 'cleaned') {
    await writeOut(
      `${palette.strong(path)}  ${palette.taken(outcome.status)} by ${outcome.stage}: ${outcome.reason}\n`,
    )
    return outcome.status === 'failed' ? EXIT_CODES.failed : EXIT_CODES.finished
  }
  const { document } = outcome
  const lines = [
    `${palette.strong(path)}  ${palette.faint(summary(document))}`,
    '',
    ...formatExplanation(explainDocument(document), palette, process.stdout.columns || 100),
    '',
    ...metadataLines(document, palette),
  ]
  const isDoubledBlank = (line: string, index: number) => line === '' && lines[index - 1] === ''
  await writeOut(
    `${lines
      .filter((line, index) => !isDoubledBlank(line, index))
      .join('\n')
      .trimEnd()}\n`,
  )
  return EXIT_CODES.finished
}

/** `4 edits by normalise, 92 by repair; 12 blocks taken out of the text; 11 scrambled paragraphs`. */
function summary({ revisions, blocks, scrambled }: Document): string {
  const counts = new Map<string, number>()
  for (const { stage, edits } of revisions) counts.set(stage, (counts.get(stage) ?? 0) + edits.length)
  const edits = [...counts].map(([stage, count]) => `${countOf(count, 'edit')} by ${stage}`).join(', ')
  const aside = blocks.filter(({ role }) => !isBodyRole(role)).length
  const parts = [edits || 'no edits', `${aside} of ${blocks.length} blocks are not the article's text`]
  if (scrambled.length > 0) parts.push(`${countOf(scrambled.length, 'paragraph')} judged to be scrambled`)
  return parts.join('; ')
}

/** What was read out of the page, a line for each thing known. */
function metadataLines(document: Document, palette: Palette): string[] {
  const { url, authors, date, modified, publisher, dateline, sections, tags, language } = document.metadata
  const known = Object.entries({
    status: document.page.status === 'article' ? null : describePage(document.page),
    authors: authors.join(', '),
    published: date,
    modified,
    publisher,
    dateline: dateline?.raw,
    sections: sections.join(', '),
    tags: tags.join(', '),
    url,
    language,
  }).filter(([, value]) => value)
  return known.map(([name, value]) => `${' '.repeat(6)}${palette.metadata(name.padEnd(15))}${value}`)
}
