import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Markup } from '../../src/core/markup.js'
import { readPage } from '../../src/read/html/read-page.js'
import { siteSplit } from '../site-split.js'

/** A page of the development set as plain text, with what a reviewer says of it. */
export interface Page {
  readonly id: string
  readonly url: string
  readonly split: 'train' | 'held-out'
  readonly title: string
  readonly author: string | null
  readonly date: string | null
  readonly body: string
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly text: string
  /** What the page's markup says; null where the page is plain text. */
  readonly markup: Markup | null
}

interface Tree {
  readonly kids: readonly unknown[]
}

/** How a naive scraper makes plain text of a page. */
export interface TextMaker {
  parse(html: string): Tree
  render(tree: Tree): string
  near(tree: Tree, body: string): Tree
}

/** The development pages as the tools beside the project give them. */
export interface Bench {
  gold(): Map<string, Omit<Page, 'text' | 'markup' | 'split'>>
  pages(ids: Map<string, unknown>): Iterable<[string, string]>
}

export type Scope = 'page' | 'near' | 'html'

const SHARED = new URL('../../../shared/', import.meta.url)

/** True when the development pages and the tools that read them stand beside the project. */
export function hasPages(): boolean {
  return existsSync(new URL('data/wcxb-dev/gold', SHARED)) && existsSync(new URL('tools/extraction', SHARED))
}

/** A module of the tools beside the project. */
export async function importTool<T>(name: string): Promise<T> {
  return (await import(new URL(`tools/extraction/${name}`, SHARED).href)) as T
}

/**
 * Every development page in one scope: `page` is the whole page as a naive scraper keeps it, `near` the article's
 * neighbourhood, `html` the page itself. A folder `rendered` with `<scope>/<id>.txt` from an earlier run saves the rendering.
 */
export async function readPages(scope: Scope, rendered?: string): Promise<Page[]> {
  const bench = await importTool<Bench>('bench.mjs')
  const maker = await importTool<TextMaker>('make-text.mjs')
  const gold = bench.gold()
  const folder = rendered && join(rendered, scope)
  const texts = new Map<string, string>()
  const markups = new Map<string, Markup>()
  if (scope === 'html') {
    for (const [id, html] of bench.pages(gold)) {
      const { text, markup } = readPage(html)!
      texts.set(id, text)
      markups.set(id, markup)
    }
  } else if (folder && existsSync(folder)) {
    for (const name of readdirSync(folder)) {
      texts.set(name.replace(/\.txt$/, ''), readFileSync(pathToFileURL(join(folder, name)), 'utf8'))
    }
  } else {
    for (const [id, html] of bench.pages(gold)) {
      const tree = maker.parse(html)
      texts.set(id, maker.render(scope === 'near' ? maker.near(tree, gold.get(id)!.body) : tree))
    }
  }
  return [...gold.values()].map((page) => ({
    ...page,
    split: siteSplit(hostOf(page.url, page.id)),
    text: texts.get(page.id) ?? '',
    markup: markups.get(page.id) ?? null,
  }))
}

/** Two pages have no address; their id stands for their site. */
function hostOf(url: string, id: string): string {
  return URL.canParse(url) ? new URL(url).hostname : id
}
