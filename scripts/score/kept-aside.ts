import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** An article scrambled by hand; the lists are parallel, the title's first. */
export interface KeptAsideArticle {
  readonly id: string
  readonly original: readonly string[]
  readonly spun: readonly string[]
}

/** A clean article, its title the first paragraph. */
export interface KeptAsideClean {
  readonly id: string
  readonly paragraphs: readonly string[]
}

interface ArticleFile {
  readonly id: string
  readonly title: string
  readonly spun_title: string
  readonly original: readonly string[]
  readonly spun: readonly string[]
  readonly paragraphs: readonly string[]
}

/** The scrambled articles in `tests/kept-aside/<folder>`, ordered by name. */
export function readScrambled(folder: string): KeptAsideArticle[] {
  return readFiles(folder).map(({ id, title, spun_title, original, spun }) => ({
    id,
    original: [title, ...original],
    spun: [spun_title, ...spun],
  }))
}

/** The clean articles in `tests/kept-aside/<folder>`, ordered by name. */
export function readClean(folder: string): KeptAsideClean[] {
  return readFiles(folder).map(({ id, title, paragraphs }) => ({ id, paragraphs: [title, ...paragraphs] }))
}

/** Names of the folders in `tests/kept-aside/families`. */
export function familyFolders(): string[] {
  return readdirSync(folderPath('families')).sort()
}

function readFiles(folder: string): ArticleFile[] {
  const path = folderPath(folder)
  return readdirSync(path)
    .filter((name) => /^\d.*\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(`${path}/${name}`, 'utf8')) as ArticleFile) // the format of its README
}

function folderPath(folder: string): string {
  return fileURLToPath(new URL(`../../tests/kept-aside/${folder}`, import.meta.url))
}
