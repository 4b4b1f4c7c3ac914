import type { Edit } from '../core/edit.js'
import { editMatches, type Fixer, normaliseEdit } from './fixer.js'
import { Trait } from './traits.js'

/** A space inside the opening of an address: `https: //example.org`, `https://www. example.org`. */
const BROKEN_OPENING =
  /\bhttps? ?: ?\/\/ ?(?=(?:www\. )?[a-z0-9-]{1,63}\.[a-z])|www\. (?<=:\/\/www\. )(?=[a-z0-9-]{1,63}\.[a-z])/gi

/** An address; that a space follows is asked afterwards, or each of many openings in one word would read the word to its end. */
const ADDRESS = /(?:https?:\/\/|\bwww\.)[^\s<>"“”]{3,2000}/gi

/** How far behind an address, in UTF-16 code units, its line is looked at. */
const REACH = 1000

/** Parts that only an address has: characters of the path's alphabet, no sentence around them. */
const ADDRESS_PART = /^[\w\-.~%/?#[\]@!$&'()*+,;=:]+$/

/**
 * Spaces inside a web address, which scrapers put where a line of the page was broken. A part belongs to the address
 * when it begins or follows with the address's own punctuation (`…/the-old -town-b123`): always where nothing
 * else is in the line, and otherwise only when the part is a slug's tail with two hyphens or more.
 */
export const urlSpaces: Fixer = {
  traits: Trait.any,
  fix(text) {
    if (!text.includes('//') && !text.includes('www.')) return []
    if (!/ :\/\/|: \/\/|:\/\/ |www\. /i.test(text)) return brokenPaths(text)
    const openings = editMatches('url-spaces', text, BROKEN_OPENING, ([seen]) => seen.replaceAll(' ', ''))
    return openings.length > 0 ? openings : brokenPaths(text)
  },
}

function brokenPaths(text: string): Edit[] {
  const edits: Edit[] = []
  let end = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    // An address may hold another, as a parameter.
    if (index < end) continue
    end = index + address.length
    if (text[end] !== ' ' && text[end] !== '\t') continue
    const isAllAddress = isAtLineStart(text, index) && isAddressToLineEnd(text, end)
    let previous = address
    const next = /[ \t]+([^ \t\n]+)/y
    next.lastIndex = end
    for (let match = next.exec(text); match; match = next.exec(text)) {
      const part = match[1]!
      if (!continues(previous, part, isAllAddress)) break
      edits.push(normaliseEdit('url-spaces', end, next.lastIndex - part.length, ''))
      previous = part
      end = next.lastIndex
    }
  }
  return edits
}

function isAtLineStart(text: string, index: number): boolean {
  return /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, index - 64), index))
}

/** True when nothing but parts of addresses stand from `start` to the end of the line, in so far as it is looked at. */
function isAddressToLineEnd(text: string, start: number): boolean {
  const line = text.slice(start, start + REACH).split('\n', 1)[0]!
  return line.split(/[ \t]+/).every((part) => part === '' || ADDRESS_PART.test(part))
}

/** True when `part` goes on with the address that `previous` ends. */
function continues(previous: string, part: string, isAllAddress: boolean): boolean {
  if (/^(?:https?:|www\.)/i.test(part)) return false
  if (!isAllAddress) return /-[a-z0-9]/i.test(previous) && /^-[a-z0-9]+(?:-[a-z0-9]+)+\/?[.,;)]?$/.test(part)
  return /^[-/_?&=%#][\w%/]/.test(part) || (/[\w][-/_?&=%]$/.test(previous) && /^[\w%]/.test(part))
}
