import type { Edit } from '../core/edit.js'
import { editMatches, type Fixer, normaliseEdit } from './fixer.js'
import { BLOCK_NAMES, CELL_NAMES, INLINE_NAMES, UNSEEN_NAMES, VOID_NAMES, WORD_NAMES } from './html-names.js'
import { Trait } from './traits.js'

/** A tag: name, and attributes whose quoted values may hold `>`. Nothing in it may hold `<`, so that time is linear. */
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,10})((?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*|\/)?)>/g
const ATTRIBUTE = /\s[a-zA-Z][\w:-]*\s*=/

interface Tag {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly isClosing: boolean
  readonly attributes: string
}

/**
 * Tags and comments that a scraper left behind. Only names of HTML's own go (`a < b`, `<name@host>` and `<unknown>`
 * stay); a lone tag whose name is a word (`<time>`), one that the text speaks of (`the <b> tag`) and source code are text.
 * A break or a block's edge inside a line becomes a line feed.
 */
export const tags: Fixer = {
  traits: Trait.angle,
  fix(text) {
    const found = tagsIn(text)
    const unseen = unseenIn(text, found)
    const closed = new Set(found.filter(({ isClosing }) => isClosing).map(({ name }) => name))
    const opened = new Set(found.filter(({ isClosing }) => !isClosing).map(({ name }) => name))
    const edits: Edit[] = [...unseen]
    let next = 0
    let lineEdge = -1
    for (const tag of found) {
      while (next < unseen.length && unseen[next]!.end <= tag.start) next++
      if (unseen[next] && unseen[next]!.start < tag.end) continue
      const isPaired = opened.has(tag.name) && closed.has(tag.name)
      if (!isMarkup(text, tag, isPaired)) continue
      // `</p><p>` is one edge, not two.
      const isAtEdge = lineEdge >= 0 && text.slice(lineEdge, tag.start).trim() === ''
      const lineBreak = isAtEdge && tag.name !== 'br' ? '' : breakFor(text, tag)
      if (lineBreak.includes('\n') || (isAtEdge && lineBreak === '')) lineEdge = tag.end
      else lineEdge = -1
      edits.push(normaliseEdit('tags', tag.start, tag.end, lineBreak))
    }
    return edits.sort((a, b) => a.start - b.start)
  },
}

function tagsIn(text: string): Tag[] {
  const found: Tag[] = []
  TAG.lastIndex = 0
  for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
    const [seen, slash, written, attributes] = match as unknown as [string, string, string, string]
    const name = written.toLowerCase()
    if (name !== 'br' && !BLOCK_NAMES.has(name) && !INLINE_NAMES.has(name) && !CELL_NAMES.has(name)) continue
    found.push({
      start: match.index,
      end: match.index + seen.length,
      name,
      isClosing: slash === '/',
      attributes,
    })
  }
  return found
}

/** Opens and closes of what is not for readers, other than elements. */
const DECLARATION = /<!DOCTYPE[^<>]{0,200}>|<!\[CDATA\[|\]\]>/gi

/** Comments, declarations, and scripts and styles with all that is in them. */
function unseenIn(text: string, found: readonly Tag[]): Edit[] {
  const edits: Edit[] = []
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const end = text.indexOf('-->', start + 4)
    if (end < 0) break
    if (!isInCode(text, start, end + 3)) edits.push(normaliseEdit('comments', start, end + 3, ''))
    start = text.indexOf('<!--', end + 3)
  }
  if (text.includes('<!')) edits.push(...editMatches('comments', text, DECLARATION, () => ''))
  const hidden: Edit[] = []
  let opening: Tag | null = null
  for (const tag of found) {
    if (!UNSEEN_NAMES.has(tag.name)) continue
    if (!tag.isClosing) opening ??= tag
    else if (opening?.name === tag.name) {
      hidden.push(normaliseEdit('tags', opening.start, tag.end, ''))
      opening = null
    }
  }
  return withoutOverlaps([...edits, ...hidden])
}

function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  let end = 0
  return [...edits]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((edit) => {
      const isFree = edit.start >= end
      if (isFree) end = edit.end
      return isFree
    })
}

/** Marks of source code, which shows tags instead of being made of them: braces, arrows, components, XML. */
const CODE =
  /[{}](?:\n|$)|[)\]}"'`];(?:\n|$)|=>|\/>\n|<\/?(?:[A-Z][a-z]\w*|[\w-]+:\w+)[\s>/]|className=|<\?xml/

/** How far around a tag, in UTF-16 code units, its block of lines is looked at. */
const CODE_REACH = 300

/** True for a tag inside a block of lines that reads as source code. */
function isInCode(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - CODE_REACH), start)
  const after = text.slice(end, end + CODE_REACH)
  const gap = after.indexOf('\n\n')
  return CODE.test(before.slice(before.lastIndexOf('\n\n') + 1) + (gap < 0 ? after : after.slice(0, gap)))
}

function isMarkup(
  text: string,
  { start, end, name, isClosing, attributes }: Tag,
  isPaired: boolean,
): boolean {
  if (isInCode(text, start, end)) return false
  if (/^\s(?:tags?|elements?)\b/i.test(text.slice(end, end + 12))) return false
  if (ATTRIBUTE.test(attributes)) return true
  // Words after the name that are no attributes: `<a thousand times>`.
  if (attributes.trim() !== '' && attributes.trim() !== '/') return false
  if (VOID_NAMES.has(name)) return !WORD_NAMES.has(name)
  return isClosing || isPaired || !WORD_NAMES.has(name)
}

/** What a tag leaves behind: nothing inside a line, where no words meet, and at the edge of a line. */
function breakFor(text: string, { start, end, name, isClosing }: Tag): string {
  if (name === 'br') return text[end] === '\n' ? '' : '\n'
  if (CELL_NAMES.has(name)) return isClosing ? '' : ' '
  if (!BLOCK_NAMES.has(name)) return ''
  const isAtEdge =
    /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 32)) ||
    /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 32), start))
  if (isAtEdge) return ''
  return name === 'p' || /^h[1-6]$/.test(name) ? '\n\n' : '\n'
}
