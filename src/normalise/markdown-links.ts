import type { Edit } from '../core/edit.js'
import { editMatches, type Fixer, normaliseEdit } from './fixer.js'
import { Trait } from './traits.js'

/** Where a link leads: an address or path, so that `[sic](as he wrote it)` is none; brackets in it close. */
const TARGET =
  String.raw`[ ]?<?(?:https?:\/\/|ftp:\/\/|mailto:|tel:|javascript:|data:|www\.|\.{0,2}\/|#)` +
  String.raw`[^\s()<>]{0,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,2000}){0,4}>?(?:[ ]+"[^"\n]{0,300}")?[ ]?`

const IMAGE = new RegExp(String.raw`!\[[^\[\]\n]{0,600}\]\(${TARGET}\)`, 'g')
const LINK = new RegExp(
  String.raw`\[(?<![!\\]\[)((?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){0,600})\]\(${TARGET}\)`,
  'g',
)

/** Markdown images, `![text](address)`, with their text, which no reader of the page sees. */
export const markdownImages: Fixer = {
  traits: Trait.bracket,
  fix: (text) => (text.includes('](') ? editMatches('markdown-images', text, IMAGE, () => '') : []),
}

/** Markdown links, `[text](address)`, become their text. */
export const markdownLinks: Fixer = {
  traits: Trait.bracket,
  fix(text) {
    if (!text.includes('](')) return []
    const edits: Edit[] = []
    for (const { 0: seen, 1: label, index } of text.matchAll(LINK)) {
      edits.push(normaliseEdit('markdown-links', index, index + 1, ''))
      edits.push(normaliseEdit('markdown-links', index + 1 + label!.length, index + seen.length, ''))
    }
    return edits
  },
}
