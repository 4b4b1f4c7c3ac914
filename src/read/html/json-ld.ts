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
  readonly image: string | null
  readonly body: string | null
  readonly isFree: boolean | null
}

/** What a page's JSON-LD says: the articles that it describes, and the type of everything in it, in lower case. */
export interface StructuredData {
  readonly articles: readonly Described[]
  readonly types: readonly string[]
  /** Of the page itself, which some sites describe instead of its article. */
  readonly pageDates: readonly PageDates[]
}

/** When a page was published and last changed, as it is written there. */
export interface PageDates {
  readonly published: string | null
  readonly modified: string | null
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|Posting|Report|Review|LiveBlogPosting)$/
/** Deeper structures describe no article. */
const MAX_DEPTH = 8

/** What `json` says, in order; nothing where it is broken. @see https://schema.org/Article */
export function readJsonLd(json: string): StructuredData {
  let value: unknown
  try {
    // Some templates wrap it in comments, or leave line breaks inside strings.
    value = JSON.parse(json.replace(/^\s*(?:<!--|\/\*.*?\*\/)|(?:-->)\s*$/g, '').replace(/[\r\n\t]+/g, ' '))
  } catch {
    return { articles: [], types: [], pageDates: [] }
  }
  const articles: Described[] = []
  const types: string[] = []
  const pageDates: PageDates[] = []
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1)
      return
    }
    const node = value as Readonly<Record<string, unknown>>
    const own = [node['@type']].flat().filter((type) => typeof type === 'string')
    types.push(...own.map((type) => type.toLowerCase()))
    if (own.some((type) => ARTICLE_TYPE.test(type))) articles.push(describe(node))
    else if (own.some((type) => /page$/i.test(type))) {
      pageDates.push({ published: textOf(node.datePublished), modified: textOf(node.dateModified) })
    }
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) visit(node[key], depth + 1)
  }
  visit(value, 0)
  return { articles, types, pageDates }
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
    image: imageOf(node.image),
    body: textOf(node.articleBody)?.replace(/<[^<>]*>/g, ' ') ?? null,
    isFree: truthOf(node.isAccessibleForFree),
  }
}

/** The first address among pictures, which may stand alone, in objects or in lists. */
function imageOf(value: unknown): string | null {
  const first = [value].flat()[0]
  if (typeof first === 'string') return textOf(first)
  if (typeof first !== 'object' || first === null) return null
  return 'url' in first ? imageOf(first.url) : null
}

/** Sites write `false`, `"False"` and `"http://schema.org/False"`. */
function truthOf(value: unknown): boolean | null {
  const said = /(?:^|\/)(true|false)$/i.exec(String(value))?.[1]
  return said === undefined ? null : said.toLowerCase() === 'true'
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
