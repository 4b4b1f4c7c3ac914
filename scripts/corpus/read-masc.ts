import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CorpusText } from './read-wcxb.js'

/** Categories that were written to be read; the others are speech, mail, spam, jokes, scripts and fiction. */
export const WRITTEN_CATEGORIES: ReadonlySet<string> = new Set([
  'blog',
  'essays',
  'govt-docs',
  'journal',
  'letters',
  'newspaper',
  'non-fiction',
  'technical',
  'travel-guides',
])

/**
 * The texts of MASC's tagged edition, unzipped in `folder`, with their category (`newspaper`, `journal`, …) as host.
 * Tags are dropped; `do n't` and `Moscow 's` are joined again, and marks put back beside their words.
 */
export function readMasc(folder: string): CorpusText[] {
  return readFileSync(join(folder, 'categories.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' '))
    .map((line) => {
      const [path, category] = line.trim().split(' ')
      const lines = readFileSync(join(folder, path!), 'utf8').split('\n')
      return { host: category!, paragraphs: lines.map(untagged).filter((text) => text !== '') }
    })
}

/** `Your_PRP$ gift_NN ._.` as `Your gift.` */
export function untagged(line: string): string {
  const words = line
    .trim()
    .split(/\s+/)
    .map((token) => token.replace(/_[^_]*$/, ''))
    .filter((word) => word !== '')
  let text = ''
  for (const word of words) {
    const joins = /^(n't|'(s|m|d|re|ve|ll)?|[.,;:!?%)\]]+)$/i.test(word) || /[([$]$/.test(text)
    text += joins || text === '' ? word : ` ${word}`
  }
  return text
}
