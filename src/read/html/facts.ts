import type { PageFacts } from '../../core/markup.js'
import { type Described, type PageDates, readJsonLd } from './json-ld.js'
import { createMarkedTexts } from './marked-texts.js'

type Attributes = Readonly<Record<string, string>>

/** Reads what a page says of itself, one call for each of its elements and texts in order. */
export interface FactReader {
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(name: string): void
  finish(): PageFacts
}

/** Names of `<meta>` under which sites give a fact, the most trustworthy first. */
const META = {
  title: ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'citation_title'],
  description: ['og:description', 'description', 'twitter:description'],
  author: [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'byl',
    'dc.creator',
    'citation_author',
  ],
  published: [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'publishdate',
    'pubdate',
    'publication_date',
    'dc.date.issued',
    'dc.date',
    'dcterms.created',
    'citation_publication_date',
    'date',
  ],
  modified: ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified'],
  publisher: ['og:site_name', 'application-name', 'dc.publisher'],
  url: ['og:url'],
  section: ['article:section', 'parsely-section'],
  tags: ['article:tag'],
  image: ['og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'],
  type: ['og:type'],
} as const

/** Microdata of elements that are no `<meta>`. */
const DATE_PROPERTY = /^date(?:Published|Modified)$/
/** Other names of `<meta>` for when an article was published. */
const PUBLISHED_KEY =
  /(?:^|[^a-z])pub(?:lish(?:ed)?|lication)?[-_.: ]?(?:date|time|on)(?:$|[^a-z])|date[-_.]?published$/

/** Longer values are no facts. */
const MAX_VALUE = 2000
/** Longer structured data is a catalogue; more texts of one page are not read. */
const MAX_JSON = 2_000_000

/** A reader for one page. */
export function createFactReader(): FactReader {
  const metas = new Map<string, string[]>()
  const described: Described[] = []
  const types: string[] = []
  const headings: string[] = []
  const marked = createMarkedTexts()
  const pageDates: PageDates[] = []
  const times: string[] = []
  let documentTitle: string | null = null
  let canonical: string | null = null
  let language: string | null = null
  /** What the texts that follow are collected for. */
  let collecting: { readonly name: 'title' | 'h1' | 'script'; text: string } | null = null

  const addMeta = ({ name, property, itemprop, content }: Attributes): void => {
    const key = (property ?? name ?? itemprop)?.toLowerCase()
    if (!key || !content || content.length > MAX_VALUE) return
    const known = metas.get(key)
    if (known) known.push(content.trim())
    else metas.set(key, [content.trim()])
  }
  const valuesOf = (keys: readonly string[]): string[] => keys.flatMap((key) => metas.get(key) ?? [])
  const first = (keys: readonly string[]): string | null =>
    valuesOf(keys).find((value) => value !== '') ?? null
  const firstDate = (values: readonly (string | null)[]): string | null => {
    for (const value of values) {
      const date = value === null ? null : isoDate(value)
      if (date !== null) return date
    }
    return null
  }

  return {
    open: (name, attributes) => {
      marked.open(name, attributes)
      if (name === 'meta') addMeta(attributes)
      else if (attributes.itemprop && DATE_PROPERTY.test(attributes.itemprop)) {
        addMeta({ itemprop: attributes.itemprop, content: attributes.content ?? attributes.datetime ?? '' })
      }
      if (name === 'html') language ??= languageOf(attributes.lang ?? attributes['xml:lang'])
      else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? '')) {
        canonical ??= attributes.href ?? null
      } else if (name === 'time') {
        const isOfArticle = 'pubdate' in attributes || attributes.itemprop === 'datePublished'
        if (attributes.datetime)
          isOfArticle ? times.unshift(attributes.datetime) : times.push(attributes.datetime)
      } else if (name === 'script' && attributes.type?.toLowerCase().trim() === 'application/ld+json') {
        collecting = { name, text: '' }
      } else if (name === 'h1' || (name === 'title' && documentTitle === null))
        collecting = { name, text: '' }
    },
    text: (text) => {
      marked.text(text)
      if (collecting && collecting.text.length + text.length <= MAX_JSON) collecting.text += text
    },
    close: (name) => {
      marked.close()
      if (collecting?.name !== name) return
      const { text } = collecting
      collecting = null
      if (name === 'script') {
        const data = readJsonLd(text)
        described.push(...data.articles)
        types.push(...data.types)
        pageDates.push(...data.pageDates)
      } else if (name === 'title') documentTitle = spaced(text)
      else if (spaced(text) !== '') headings.push(spaced(text))
    },
    finish: () => {
      const [article] = described
      const authors = article && article.authors.length > 0 ? article.authors : valuesOf(META.author)
      return {
        titles: unique(
          [
            headings.length === 1 ? headings[0]! : null,
            ...valuesOf(META.title),
            article?.headline ?? null,
            ...headings,
            documentTitle,
          ].flatMap((title) => (title ? [spaced(title)] : [])),
        ),
        description: article?.description ?? first(META.description),
        authors: unique(authors.map(spaced).filter((name) => name !== '' && !/^https?:|[/@]/.test(name))),
        bylines: marked.bylines(),
        dates: marked.dates(),
        published: firstDate([
          article?.published ?? null,
          ...valuesOf(META.published),
          ...[...metas.keys()].filter((key) => PUBLISHED_KEY.test(key)).flatMap((key) => metas.get(key)!),
          ...pageDates.map(({ published }) => published),
          times[0] ?? null,
        ]),
        modified: firstDate([
          article?.modified ?? null,
          ...valuesOf(META.modified),
          ...pageDates.map(({ modified }) => modified),
        ]),
        publisher: article?.publisher ?? first(META.publisher),
        url: firstAddress([canonical, ...valuesOf(META.url)]),
        language,
        section: article?.section ?? first(META.section),
        tags: unique([...(article?.tags ?? []), ...valuesOf(META.tags)]),
        image: firstAddress([article?.image ?? null, ...valuesOf(META.image)]),
        types: unique([...types, ...valuesOf(META.type).map((type) => type.toLowerCase())]),
        body: described.find(({ body }) => body !== null)?.body ?? null,
        isFree: described.find(({ isFree }) => isFree !== null)?.isFree ?? null,
      }
    },
  }
}

/** An ISO 8601 date, with its time where that has a zone or none is given; null for anything else. */
function isoDate(value: string): string | null {
  const match =
    /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?/.exec(
      value,
    )
  if (match) {
    const [, year, month, day, time, seconds, zone] = match
    // Templates and broken clocks.
    if (Number(year) < 1990 || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31)
      return null
    const date = `${year}-${month}-${day}`
    if (!time || !zone) return date
    const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
    return `${date}T${time}${seconds ?? ':00'}${offset}`
  }
  const packed = /^\s*(\d{4})(\d{2})(\d{2})(?:\D|$)/.exec(value)
  if (packed) return isoDate(`${packed[1]}-${packed[2]}-${packed[3]}`)
  // Bounded input: 60 characters.
  const spoken =
    /\b(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})|([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})/.exec(
      value.slice(0, 60),
    )
  if (!spoken) return null
  const month = MONTHS.indexOf((spoken[2] ?? spoken[4])!.toLowerCase()) + 1
  const two = (text: string | number) => String(text).padStart(2, '0')
  return month === 0
    ? null
    : isoDate(`${spoken[3] ?? spoken[6]}-${two(month)}-${two((spoken[1] ?? spoken[5])!)}`)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function languageOf(tag: string | undefined): string | null {
  return /^[a-z]{2}(?=$|[-_])/i.exec(tag?.trim() ?? '')?.[0].toLowerCase() ?? null
}

/** The first of `addresses` that is whole; null when none is. */
function firstAddress(addresses: readonly (string | null)[]): string | null {
  return addresses.find((address) => address !== null && URL.canParse(address)) ?? null
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
