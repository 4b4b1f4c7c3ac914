import { type LineTag, type MarkedLine, type Zone, zoneBit } from '../../core/markup.js'
import { rememberClasses } from './class-bits.js'

type Attributes = Readonly<Record<string, string>>

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements whose content nobody reads as part of the page. */
const UNSEEN = names(
  'script style template svg iframe noscript title math object embed audio video canvas select textarea noframes',
)
/** Elements on lines of their own, and those of them that blank lines part from what stands round them. */
const BLOCKS = names(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul button legend caption',
)
const PARAGRAPHS = names('p h1 h2 h3 h4 h5 h6 blockquote ul ol pre dl figure table')

const TAGS: Readonly<Record<string, LineTag>> = {
  p: 'paragraph',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dd: 'item',
  dt: 'item',
  td: 'cell',
  th: 'cell',
  blockquote: 'quotation',
}

const ZONE_OF_TAG: Readonly<Record<string, Zone>> = {
  article: 'article',
  main: 'main',
  nav: 'navigation',
  menu: 'navigation',
  footer: 'footer',
  header: 'header',
  aside: 'aside',
  form: 'form',
  button: 'form',
  dialog: 'form',
  figure: 'figure',
  figcaption: 'figure',
}

const ZONE_OF_ROLE: Readonly<Record<string, Zone>> = {
  article: 'article',
  main: 'main',
  navigation: 'navigation',
  contentinfo: 'footer',
  banner: 'header',
  complementary: 'aside',
  search: 'form',
  dialog: 'form',
}

/** Words of classes and ids. Each is a whole word between marks, or a part of a compound such as `articleBody`. */
const TEXT_CLASS =
  /(?:^|[\s_-])(?:article|post|entry|story|content|main|text|body)(?:[_-]?(?:body|content|text|main|copy|wrapper|container))?(?=$|[\s_-])/i
const FURNITURE_CLASS =
  /(?:^|[\s_-])(?:related|recommend\w*|promo\w*|newsletter|subscri\w+|sign-?up|share|sharing|social|sidebar|footer|header|nav\w*|menu|breadcrumbs?|widget|advert\w*|ads?|banner|sponsor\w*|cookies?|consent|popup|modal|tags?|tagged|author-?bio|bio|byline|meta|masthead|toolbar|pagination|pager|teasers?|trending|popular|most-?read|read-?more|more|also|links?|toc|skip|login|copyright|disclaimer|rating|print)(?=$|[\s_-])/i
const COMMENT_CLASS = /(?:^|[\s_-])(?:comments?|disqus|respond|replies|reply|discussion)(?=$|[\s_-])/i

/** An open element, with what it and those round it say. */
interface Element {
  readonly name: string
  readonly zones: number
  readonly isUnseen: boolean
  readonly isLink: boolean
  readonly isPreformatted: boolean
  readonly tag: LineTag
  /** Number of the element among all of the page. */
  readonly number: number
  /** Numbers of the elements round the nearest block, this one or one round it. */
  readonly parent: number
  readonly grandparent: number
}

/** A line that is being read. */
interface OpenLine {
  start: number
  end: number
  links: number
  zones: number
  tag: LineTag
  parent: number
  grandparent: number
}

/** What the page's elements and texts make of lines, one call for each in order. */
export interface LineMaker {
  open(name: string, attributes: Attributes): void
  text(text: string): void
  close(name: string): void
  finish(): { readonly text: string; readonly marked: readonly MarkedLine[] }
}

/** A maker for one page. */
export function createLineMaker(): LineMaker {
  const zonesOfClass = rememberClasses(zonesOfClasses)
  const root: Element = {
    name: '',
    zones: 0,
    isUnseen: false,
    isLink: false,
    isPreformatted: false,
    tag: 'other',
    number: 0,
    parent: 0,
    grandparent: 0,
  }
  const stack: Element[] = [root]
  const parts: string[] = []
  const lines: OpenLine[] = []
  /** Characters of paragraphs under each element, by its number. */
  const mass: number[] = [0]
  let length = 0
  let line: OpenLine | null = null
  /** Line breaks that are due before the next word. */
  let breaks = 0
  let isSpaceDue = false

  const endLine = (count: number): void => {
    breaks = Math.max(breaks, count)
    isSpaceDue = false
    if (line === null) return
    if (line.tag === 'paragraph') {
      const size = line.end - line.start - line.links
      mass[line.parent]! += size
      mass[line.grandparent]! += size
    }
    line = null
  }

  const write = (text: string): void => {
    parts.push(text)
    length += text.length
  }

  /** Words of one line, without white space at their ends. */
  const addWords = (words: string, isSpaced: boolean): void => {
    const element = stack.at(-1)!
    if (line === null) {
      if (length > 0) write('\n'.repeat(Math.max(1, breaks)))
      breaks = 0
      line = {
        start: length,
        end: length,
        links: 0,
        zones: element.zones,
        tag: element.tag,
        parent: element.parent,
        grandparent: element.grandparent,
      }
      lines.push(line)
    } else if (isSpaceDue || isSpaced) {
      write(' ')
      if (element.isLink) line.links++
    }
    isSpaceDue = false
    write(words)
    line.end = length
    if (element.isLink) line.links += words.length
  }

  const addLine = (text: string): void => {
    const words = text.replace(/[\s\u00a0]+/g, ' ').trim()
    if (words === '') {
      isSpaceDue ||= line !== null && text !== ''
      return
    }
    addWords(words, /^[\s\u00a0]/.test(text))
    isSpaceDue = /[\s\u00a0]$/.test(text)
  }

  return {
    open: (name, attributes) => {
      const parent = stack.at(-1)!
      if (name === 'br') {
        endLine(1)
        return
      }
      const isBlock = BLOCKS.has(name)
      if (isBlock) endLine(PARAGRAPHS.has(name) ? 2 : 1)
      mass.push(0)
      stack.push({
        name,
        zones: parent.zones | zonesOf(name, attributes, zonesOfClass),
        isUnseen: parent.isUnseen || UNSEEN.has(name),
        isLink: parent.isLink || (name === 'a' && 'href' in attributes),
        isPreformatted: parent.isPreformatted || name === 'pre',
        tag: TAGS[name] ?? (isBlock ? 'other' : parent.tag),
        number: mass.length - 1,
        parent: isBlock ? parent.number : parent.parent,
        grandparent: isBlock ? (stack.at(-2)?.number ?? 0) : parent.grandparent,
      })
    },
    text: (text) => {
      const { isUnseen, isPreformatted } = stack.at(-1)!
      if (isUnseen) return
      if (!isPreformatted) addLine(text)
      else {
        for (const [index, part] of text.split('\n').entries()) {
          if (index > 0) endLine(1)
          addLine(part)
        }
      }
    },
    close: (name) => {
      // The parser closes what was opened, in order; `br` is no element here.
      if (name === 'br' || stack.length === 1) return
      stack.pop()
      if (BLOCKS.has(name)) endLine(PARAGRAPHS.has(name) ? 2 : 1)
    },
    finish: () => {
      endLine(0)
      const text = length > 0 ? `${parts.join('')}\n` : ''
      const marked = lines.map(
        ({ start, end, links, zones, tag, parent, grandparent }): MarkedLine => ({
          start,
          end,
          tag,
          zones,
          linkShare: end === start ? 0 : links / (end - start),
          siblings: Math.log10(1 + mass[parent]!),
          cousins: Math.log10(1 + mass[grandparent]!),
        }),
      )
      return { text, marked }
    },
  }
}

function zonesOf(name: string, attributes: Attributes, zonesOfClass: (words: string) => number): number {
  let zones = bit(ZONE_OF_TAG[name])
  const { role, class: classes, id, itemprop, style } = attributes
  if (role) zones |= bit(ZONE_OF_ROLE[role])
  if (itemprop && /(?:^|\s)(?:articleBody|text)(?:\s|$)/.test(itemprop)) zones |= zoneBit('body-text')
  if ('hidden' in attributes || (style && /display\s{0,9}:\s{0,9}none/i.test(style)))
    zones |= zoneBit('hidden')
  // What the page's own frame is called says nothing of the lines in it.
  if (name === 'body' || name === 'html') return zones
  if (classes) zones |= zonesOfClass(classes)
  if (id) zones |= zonesOfClass(id)
  return zones
}

/** The zones that classes, or an id, name. */
function zonesOfClasses(words: string): number {
  return (
    (TEXT_CLASS.test(words) ? zoneBit('text-class') : 0) |
    (FURNITURE_CLASS.test(words) ? zoneBit('furniture-class') : 0) |
    (COMMENT_CLASS.test(words) ? zoneBit('comment-class') : 0)
  )
}

function bit(zone: Zone | undefined): number {
  return zone === undefined ? 0 : zoneBit(zone)
}
