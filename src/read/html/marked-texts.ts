type Attributes = Readonly<Record<string, string>>

/** Collects the texts of elements that the markup calls by a name, one call for each element and text in order. */
export interface TextCollector {
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(name: string): void
  /** Texts, in page order, each once. */
  finish(): readonly string[]
}

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:authors?|byline|writer|contributors?|posted-by|creator)(?:[_-]?(?:name|link|title|url|fn|info))?(?=$|[\s_-])/i
/** What stands in these is of other people. */
const OTHER_CLASS =
  /(?:^|[\s_-])(?:comments?|respond|replies|reviews?|related|recommend\w*|teasers?|cards?|sidebar|footer|menu|nav)(?=$|[\s_-])/i
const DATE_CLASS =
  /(?:^|[\s_-])(?:(?:entry|post|article|publish(?:ed)?|publication|pub|created|news|blog|story|updated?)[_-]?)?(?:dates?|time|timestamp|datetime|published|posted-on)(?=$|[\s_-])/i
const AUTHOR_LINK = /\/(?:authors?|contributors?|writers?|profiles?|staff|by)\/[^/?#]+\/?$/i
/** Longer classes are machine output; their first words say as much. */
const MAX_CLASS = 200
/** Such texts are short, and a page has few that are about its article, in UTF-16 units and texts. */
const MAX_LENGTH = 100
const MAX_TEXTS = 8
/** Elements that have no end tag are closed by the parser at once. */
const WORDLESS = new Set(['script', 'style', 'noscript', 'template', 'svg', 'button'])

/** A collector of the texts of elements that `isWanted`, for one page. */
export function collectTexts(isWanted: (name: string, attributes: Attributes) => boolean): TextCollector {
  const texts = new Set<string>()
  /** For each open element the place in `text` where its own begins, when it is wanted; -1 for others. */
  const stack: { readonly begins: number; readonly isOther: boolean; readonly isWordless: boolean }[] = []
  let open = 0
  let text = ''
  return {
    open: (name, attributes) => {
      const parent = stack.at(-1)
      const isOther =
        (parent?.isOther ?? false) || OTHER_CLASS.test((attributes.class ?? '').slice(0, MAX_CLASS))
      const isFound = !isOther && texts.size < MAX_TEXTS && isWanted(name, attributes)
      if (isFound && open++ === 0) text = ''
      if (open > 0) text += ' '
      stack.push({
        begins: isFound ? text.length : -1,
        isOther,
        isWordless: (parent?.isWordless ?? false) || WORDLESS.has(name),
      })
    },
    text: (words) => {
      if (open > 0 && !stack.at(-1)?.isWordless && text.length < MAX_LENGTH * 10) text += words
    },
    close: () => {
      const element = stack.pop()
      if (!element || element.begins < 0) return
      open--
      const found = text.slice(element.begins).replace(/\s+/g, ' ').trim()
      if (found !== '' && found.length <= MAX_LENGTH) texts.add(found)
    },
    finish: () => [...texts],
  }
}

/** True for elements that the markup calls the author's. */
export function namesAuthor(name: string, { class: classes, id, rel, itemprop, href }: Attributes): boolean {
  return (
    (rel !== undefined && /(?:^|\s)author(?:\s|$)/i.test(rel)) ||
    (itemprop !== undefined && /^(?:author|creator)$/i.test(itemprop)) ||
    (classes !== undefined && AUTHOR_CLASS.test(classes.slice(0, MAX_CLASS))) ||
    (id !== undefined && AUTHOR_CLASS.test(id.slice(0, MAX_CLASS))) ||
    (name === 'a' && href !== undefined && AUTHOR_LINK.test(href))
  )
}

/** True for elements that the markup calls a date. */
export function namesDate(_: string, { class: classes }: Attributes): boolean {
  return classes !== undefined && DATE_CLASS.test(classes.slice(0, MAX_CLASS))
}
