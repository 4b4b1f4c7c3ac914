import { rememberClasses } from './class-bits.js'

type Attributes = Readonly<Record<string, string>>

/** Collects the texts that the markup calls the author's or a date, one call for each element and text in order. */
export interface MarkedTexts {
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(): void
  /** In page order, each once. */
  bylines(): readonly string[]
  dates(): readonly string[]
}

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:authors?|byline|writer|contributors?|posted-by|creator)(?:[_-]?(?:name|link|title|url|fn|info))?(?=$|[\s_-])/i
const DATE_CLASS =
  /(?:^|[\s_-])(?:(?:entry|post|article|publish(?:ed)?|publication|pub|created|news|blog|story|updated?)[_-]?)?(?:dates?|time|timestamp|datetime|published|posted-on)(?=$|[\s_-])/i
/** What stands in these is of other people and other articles. */
const OTHER_CLASS =
  /(?:^|[\s_-])(?:comments?|respond|replies|reviews?|related|recommend\w*|teasers?|cards?|sidebar|footer|menu|nav)(?=$|[\s_-])/i
const AUTHOR_LINK = /\/(?:authors?|contributors?|writers?|profiles?|staff|by)\/[^/?#]+\/?$/i
/** Such texts are short, and a page has few that are about its article, in UTF-16 units and texts. */
const MAX_LENGTH = 100
const MAX_TEXTS = 8
const WORDLESS = new Set(['script', 'style', 'noscript', 'template', 'svg', 'button'])

/** What an element is called, and what it is in, as bits. */
const AUTHOR = 1
const DATE = 2
const OTHER = 4
const SILENT = 8

/** A collector for one page. */
export function createMarkedTexts(): MarkedTexts {
  const bylines = new Set<string>()
  const dates = new Set<string>()
  const bitsOfClass = rememberClasses(bitsOfClasses)
  /** For each open element its bits, and the place in `text` where its own begins. */
  const bits: number[] = []
  const begins: number[] = []
  /** Open elements that are wanted. */
  let wanted = 0
  let text = ''
  return {
    open: (name, attributes) => {
      const around = (bits.at(-1) ?? 0) & (OTHER | SILENT)
      let own = around | (WORDLESS.has(name) ? SILENT : 0)
      if ((own & (OTHER | SILENT)) === 0) {
        const { class: classes, id, rel, itemprop, href } = attributes
        if (classes) own |= bitsOfClass(classes)
        if (id) own |= bitsOfClass(id) & AUTHOR
        if (rel && /(?:^|\s)author(?:\s|$)/i.test(rel)) own |= AUTHOR
        if (itemprop && /^(?:author|creator)$/i.test(itemprop)) own |= AUTHOR
        if (name === 'a' && href && AUTHOR_LINK.test(href)) own |= AUTHOR
        if ((own & OTHER) !== 0) own = OTHER
      }
      if ((own & (AUTHOR | DATE)) !== 0 && wanted++ === 0) text = ''
      if (wanted > 0) text += ' '
      bits.push(own)
      begins.push(text.length)
    },
    text: (words) => {
      if (wanted > 0 && (bits.at(-1)! & SILENT) === 0 && text.length < MAX_LENGTH * 10) text += words
    },
    close: () => {
      const own = bits.pop() ?? 0
      const start = begins.pop() ?? 0
      if ((own & (AUTHOR | DATE)) === 0) return
      wanted--
      const found = text.slice(start).replace(/\s+/g, ' ').trim()
      if (found === '' || found.length > MAX_LENGTH) return
      if ((own & AUTHOR) !== 0 && bylines.size < MAX_TEXTS) bylines.add(found)
      if ((own & DATE) !== 0 && dates.size < MAX_TEXTS) dates.add(found)
    },
    bylines: () => [...bylines],
    dates: () => [...dates],
  }
}

/** The bits that classes, or an id, give. */
function bitsOfClasses(words: string): number {
  return (
    (AUTHOR_CLASS.test(words) ? AUTHOR : 0) |
    (DATE_CLASS.test(words) ? DATE : 0) |
    (OTHER_CLASS.test(words) ? OTHER : 0)
  )
}
