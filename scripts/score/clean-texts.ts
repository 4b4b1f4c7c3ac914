import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { once } from '../../src/core/once.js'
import { untagged } from '../corpus/read-masc.js'
import { readZip } from '../corpus/read-zip.js'
import { siteSplit } from '../site-split.js'
import { normalParagraphs } from './repair-text.js'

/** An article or other text that nobody has spun, in normal form. */
export interface CleanText {
  readonly id: string
  /** `train` and `held-out` are sides of the split by web site; MASC is a corpus of its own. */
  readonly part: 'train' | 'held-out' | 'masc'
  readonly isEnglish: boolean
  readonly paragraphs: readonly string[]
}

const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url))

/** Path of a file or folder of the data beside the project, or null where there is none. */
export function sharedPath(...parts: readonly string[]): string | null {
  const path = join(SHARED, ...parts)
  return existsSync(path) ? path : null
}

/** What a section says instead of figures where the data beside the project are missing. */
export function missingData(...parts: readonly string[]): string {
  return `skipped: ../shared/${parts.join('/')} is not there`
}

interface GoldPage {
  readonly id: string
  readonly url: string
  readonly body: string | null
}

/** The reviewed bodies of the WCXB pages, ordered by id; null where they are missing. */
export const readBodies = once((): CleanText[] | null => {
  const folder = sharedPath('data', 'wcxb-dev', 'gold')
  if (!folder) return null
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name): CleanText[] => {
      // The benchmark's own format; a file of another shape would show at once.
      const { id, url, body } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldPage
      if (!body) return []
      const paragraphs = normalParagraphs(body)
      // Two pages have no address; their id stands for their site.
      const host = URL.canParse(url) ? new URL(url).hostname : id
      return [{ id, part: siteSplit(host), isEnglish: isEnglish(paragraphs), paragraphs }]
    })
})

/** English prose has "the" every 10 to 40 words, price lists every 200; other languages do not have it. */
function isEnglish(paragraphs: readonly string[]): boolean {
  const words = paragraphs.flatMap((paragraph) => paragraph.split(/\s+/))
  return words.filter((word) => word === 'the').length * 300 > words.length
}

/** The texts of MASC, ordered by name; null where they are missing. Its paragraphs end at empty lines. */
export const readMascTexts = once((): CleanText[] | null => {
  const path = sharedPath('data', 'masc', 'masc_tagged.zip')
  if (!path) return null
  return [...readZip(path)]
    .filter(([name]) => name.endsWith('.txt') && !name.endsWith('categories.txt'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => ({
      id: name.replace(/^.*\//, '').replace(/\.txt$/, ''),
      part: 'masc',
      isEnglish: true,
      paragraphs: normalParagraphs(joinSentences(bytes.toString('utf8'))),
    }))
})

/** A line of MASC's tagged edition is a sentence, sometimes two; empty lines stand between paragraphs. */
function joinSentences(tagged: string): string {
  return tagged
    .split(/\n[ \t]*\n/)
    .map((paragraph) => joinQuotes(paragraph.split('\n').map(untagged).filter(Boolean).join(' ')))
    .join('\n')
}

/** Quotation marks beside the words that they hold: every second one closes. */
function joinQuotes(text: string): string {
  let opens = false
  return text.replaceAll(/``|''/g, '"').replaceAll(/ ?" ?/g, (mark) => {
    opens = !opens
    return opens ? `${mark.startsWith(' ') ? ' ' : ''}"` : `"${mark.endsWith(' ') ? ' ' : ''}`
  })
}

/** A piece of a text, of exactly as many words as asked for. */
export interface Window {
  readonly textId: string
  readonly part: CleanText['part']
  readonly isEnglish: boolean
  readonly paragraphs: readonly string[]
}

/** The non-overlapping windows of `length` words of `text`, with its paragraphs; a shorter rest is left. */
export function windowsOf({ id, part, isEnglish, paragraphs }: CleanText, length: number): Window[] {
  const windows: Window[] = []
  let current: string[][] = []
  let count = 0
  for (const paragraph of paragraphs) {
    current.push([])
    for (const word of paragraph.split(/\s+/)) {
      current.at(-1)!.push(word)
      if (++count < length) continue
      const pieces = current.map((words) => words.join(' ')).filter((piece) => piece !== '')
      windows.push({ textId: id, part, isEnglish, paragraphs: pieces })
      current = [[]]
      count = 0
    }
  }
  return windows
}
