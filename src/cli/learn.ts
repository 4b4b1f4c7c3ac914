import { access, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { findExamples } from '../learn/find-examples.js'
import { familyOf, type LearnPage, learn as learnHabits } from '../learn/learn.js'
import { toProfile } from '../learn/to-profile.js'
import { formatProfile } from '../learn/write-profile.js'
import { openPage } from '../repair/page.js'
import { DEFAULT_REPAIR_SETTINGS } from '../repair/settings.js'
import { loadResources, openThesauri } from '../resources.js'
import { countOf } from './count-of.js'
import { EXIT_CODES, type ExitCode } from './exit-code.js'
import type { FlagValues } from './flags.js'
import { proseOf, readArticles } from './read-articles.js'
import { writeOut } from './standard-output.js'
import { UsageError } from './usage-error.js'

type Flags = FlagValues<'output' | 'parallel' | 'documents' | 'maxDocumentBytes' | 'quiet'>

/** `unspin learn`: writes a spinner's profile from what it has spun. */
export async function learn(paths: readonly string[], flags: Flags): Promise<ExitCode> {
  const { path, id } = await newProfile(flags.output)
  const tell = (message: string): void => {
    if (!flags.quiet) process.stderr.write(`${message}\n`)
  }
  const resources = await loadResources()
  const reading = { maxBytes: flags.maxDocumentBytes, most: Number.POSITIVE_INFINITY, repair: 'off' } as const
  const originals = new Map(
    flags.parallel === null
      ? []
      : (await readArticles([flags.parallel], reading, resources, tell)).map(
          ({ id, document }) => [id, proseOf(document)] as const,
        ),
  )
  const articles = await readArticles(paths, { ...reading, most: flags.documents }, resources, tell)
  const repair = resources.repair()
  const pages = articles.map(({ id, document }): LearnPage => {
    const page = openPage(document, repair.parser)
    return { page, sentences: page.sentencesOf(page.paragraphs), original: originals.get(id) ?? null }
  })
  const withOriginal = pages.filter(({ original }) => original !== null).length
  if (flags.parallel !== null && withOriginal === 0) {
    throw new UsageError(
      `--parallel ${flags.parallel}: found no original of the ${countOf(articles.length, 'article')}, expected files of the same names`,
    )
  }
  tell(`learning from ${countOf(pages.length, 'article')}, ${withOriginal} with the original`)
  const learnResources = { repair, thesauri: openThesauri() }
  const learned = learnHabits(pages, learnResources, DEFAULT_REPAIR_SETTINGS, (round, rounds) =>
    tell(`round ${round} of ${rounds}`),
  )
  const family = familyOf(learned.habits, learnResources)
  const examples = findExamples(pages, family, repair, DEFAULT_REPAIR_SETTINGS)
  const summary = `Learned from ${countOf(pages.length, 'article')}${withOriginal > 0 ? `, ${withOriginal} with the original` : ''}; not yet reviewed.`
  const profile = toProfile(learned, pages, examples, repair.news, { id, summary })
  if (!profile || learned.logEvidence <= 0 || profile.share.words < LEAST_SHARE) {
    throw new UsageError(
      `${paths.join(' ')}: found no habits of a spinner in ${countOf(pages.length, 'article')}, expected articles that one spinner has spun throughout, some ten of them at least`,
    )
  }
  await writeFile(path, formatProfile(profile, REMARKS), { flag: 'wx' })
  await writeOut(
    `${path}: ${countOf(profile.table.length, 'pair')} from ${countOf(pages.length, 'article')}. Review them, then build the rules (CONTRIBUTING.md).\n`,
  )
  return EXIT_CODES.finished
}

/** Of clean articles some 0.3 % of the words are taken for replaced, of spun ones at least ten times as many. */
const LEAST_SHARE = 0.01

/** What stands in front of a learned profile. */
const REMARKS = [
  'Written by `unspin learn`. Before it is used, a person should review:',
  '- `table`: each pair with its share among the outputs of its word, its confidence, the places where it was met, and',
  '  one of them. Take out what is wrong; `evidence: [known]` in the place of `learned` says that it is right.',
  '- `skip` and `vocabulary`: words that were seen to stay, and to be replaced.',
  '- `examples`: spun sentences as they would be restored, each a test.',
]

/** Where the profile goes and what it is called. @throws UsageError when no profile can go there. */
async function newProfile(output: string | null): Promise<{ readonly path: string; readonly id: string }> {
  if (output === null) {
    throw new UsageError('no --output: expected `--output <file>.yml` for the profile')
  }
  const [, id] = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yml$/.exec(basename(output)) ?? []
  if (id === undefined) {
    throw new UsageError(
      `--output ${output}: found the name ${JSON.stringify(basename(output))}, expected lower-case words joined by "-" and ".yml", such as first-synonym.yml`,
    )
  }
  const isTaken = await access(output).then(
    () => true,
    () => false,
  )
  if (isTaken)
    throw new UsageError(
      `--output ${output}: found a file, which may have been reviewed; expected a new name`,
    )
  return { path: resolve(output), id }
}
