import { readFileSync } from 'node:fs'
import type { ArticleRecord } from '../../src/record/article-record.js'

/** A clean article as a person made it. In its texts `{a|b}` stands for any of the words, the likeliest first. */
export interface GoldArticle {
  readonly id: string
  readonly title: string | null
  readonly description: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly publisher: string | null
  readonly dateline: string | null
  readonly captions: readonly { readonly text: string | null; readonly credit: string | null }[]
  readonly tags: readonly string[]
  readonly sections: readonly string[]
  readonly url: string | null
  readonly scrambled: boolean
  readonly paragraphs: readonly string[]
}

/** The gold article in the JSON file at `path`. */
export function readGold(path: string): GoldArticle {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** A record in the shape of a gold article, the two to be compared field by field. */
export function toGoldShape({ id, text, metadata, attributes }: ArticleRecord): GoldArticle {
  return {
    id,
    title: metadata.title,
    description: metadata.description,
    authors: metadata.authors,
    published: metadata.date,
    publisher: metadata.publisher,
    dateline: metadata.dateline?.raw ?? null,
    captions: metadata.captions,
    tags: metadata.tags,
    sections: metadata.sections,
    url: metadata.url,
    scrambled: attributes.unspin__scrambled.length > 0,
    paragraphs: text.split('\n\n'),
  }
}

/** How the words of a text compare with those of its gold. */
export interface WordCounts {
  /** Words that the text as it came has otherwise than the gold. */
  readonly toChange: number
  /** Of these, the words that now are as in the gold. */
  readonly right: number
  /** Words that were changed into something that the gold does not have there. */
  readonly wrong: readonly string[]
}

/**
 * Word by word: `before` and `after` with `gold`, which must have as many words each.
 * @throws Error that shows the texts when they have not.
 */
export function countWords(before: string, after: string, gold: string): WordCounts {
  const [was, is, expected] = [before, after, gold].map(words) as [string[], string[], string[]]
  if (was.length !== expected.length || is.length !== expected.length) {
    throw new Error(`not word for word:\n${before}\n${after}\n${gold}`)
  }
  const places = expected.map((word, index) => ({
    allowed: alternatives(word),
    was: was[index]!,
    is: is[index]!,
  }))
  const toChange = places.filter(({ allowed, was }) => !allowed.includes(was))
  return {
    toChange: toChange.length,
    right: toChange.filter(({ allowed, is }) => allowed.includes(is)).length,
    wrong: places
      .filter(({ allowed, was, is }) => is !== was && !allowed.includes(is))
      .map(({ allowed, was, is }) => `${was} → ${is}, not ${allowed.join(' or ')}`),
  }
}

function words(text: string): string[] {
  return text.split(/\s+/)
}

/** The words that an entry of the gold allows: `{day|date}.` allows `day.` and `date.`. */
function alternatives(word: string): string[] {
  const match = /^(.*)\{(.*)\}(.*)$/.exec(word)
  if (!match) return [word]
  const [, before, choices, after] = match
  return choices!.split('|').map((choice) => `${before}${choice}${after}`)
}
