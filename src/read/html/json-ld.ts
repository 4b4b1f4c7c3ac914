import { decodeHTML } from 'entities/decode'

/** An article as structured data describes it. */
export interface Described {
  readonly headline: string | null
  readonly description: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly publisher: string | null
  readonly section: string | null
  readonly tags: readonly string[]
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|Posting|Report|Review|LiveBlogPosting)$/
/** Deeper structures describe no article. */
const MAX_DEPTH = 8

/** The articles that a page's JSON-LD describes, in order; none where it is broken. @see https://schema.org/Article */
export function readJsonLd(json: string): Described[] {
  let value: unknown
  try {
    // Some templates wrap it in comments, or leave line breaks inside strings.
    value = JSON.parse(json.replace(/^\s*(?:<!--|\/\*.*?\*\/)|(?:-->)\s*$/g, '').replace(/[\r\n\t]+/g, ' '))
  } catch {
    return []
  }
  return findArticles(value, 0)
}

function findArticles(value: unknown, depth: number): Described[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => findArticles(item, depth + 1))
  const node = value as Readonly<Record<string, unknown>>
  const isArticle = [node['@type']].flat().some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))
  const own = isArticle ? [describe(node)] : []
  return [
    ...own,
    ...['@graph', 'mainEntity', 'mainEntityOfPage'].flatMap((key) => findArticles(node[key], depth + 1)),
  ]
}

function describe(node: Readonly<Record<string, unknown>>): Described {
  return {
    headline: textOf(node.headline) ?? textOf(node.name),
    description: textOf(node.description),
    authors: namesOf(node.author ?? node.creator),
    published: textOf(node.datePublished),
    modified: textOf(node.dateModified),
    publisher: namesOf(node.publisher)[0] ?? null,
    section: textOf([node.articleSection].flat()[0]),
    tags: [node.keywords].flat().flatMap((tag) =>
      typeof tag === 'string'
        ? tag
            .split(',')
            .map((part) => part.trim())
            .filter(Boolean)
        : [],
    ),
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? decodeText(value) : null
}

/** Names of people and organisations, which may stand alone, in objects or in lists. */
function namesOf(value: unknown): string[] {
  return [value].flat().flatMap((one) => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [decodeText(one)]
    if (typeof one !== 'object' || one === null || !('name' in one)) return []
    return [one.name]
      .flat()
      .flatMap((name) => (typeof name === 'string' && name.trim() ? [decodeText(name)] : []))
  })
}

/** Sites escape their data for HTML though a script is none. */
function decodeText(text: string): string {
  return decodeHTML(text).trim()
}
