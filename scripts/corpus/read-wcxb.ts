import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { siteSplit } from '../site-split.js'

/** A text to count words in. `host` names its web site, or the part of a corpus that it comes from. */
export interface CorpusText {
  readonly host: string
  readonly paragraphs: readonly string[]
}

interface GoldPage {
  readonly id: string
  readonly url: string
  readonly title: string | null
  readonly body: string | null
}

/** Titles and bodies of the WCXB pages in `folder` (`<id>.json`) whose site is on the given side of the split. */
export function readWcxb(folder: string, side: 'train' | 'held-out'): CorpusText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      // The benchmark's own format; a file of another shape would show at once.
      const page = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldPage
      // Two pages have no address; their id stands for their site.
      const host = URL.canParse(page.url) ? new URL(page.url).hostname : page.id
      if (siteSplit(host) !== side || page.body === null) return []
      const lines = [page.title ?? '', ...page.body.split('\n')].map((line) => line.trim())
      return [{ host, paragraphs: lines.filter((line) => line !== '') }]
    })
}
