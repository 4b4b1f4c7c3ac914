import { looksLikePersonName, looksLikeSingleName } from '../language/person-names.js'
import type { Agencies } from '../rules/known-names.js'
import { findDates } from './dates.js'

/** The longest line that is asked whether it is a byline, in UTF-16 units. */
const MAX_LENGTH = 180

const LABEL =
  /^(?:[-–—•|/]\s*)?(?:(?:by|written by|interview by|interviewed by|words by|story by|text by|report by|reported by|posted by|published by|authored by|contributed by|compiled by|reviewed by|article by|author|authors|writer|reporter|reporting by|par|von|por|di|door|av|автор|авторы|автори|текст)\s*[:：]?\s+|(?:author|authors|autor|autora|auteur|by|writer|автор|автори|written by|reporter|words|记者|記者|作者|文|기자)\s*[:：]\s*)/iu
const ROLE =
  /\b(?:reporters?|correspondents?|editors?|writers?|journalists?|columnists?|contributors?|producers?|staff|analysts?|bureau chief|author|news desk|newsroom|desk|team|agency|photographer|researcher|fellow|professor|director|manager|specialist|strategist|founder|ceo|president|chief|associate|assistant|senior|guest|freelance|web|digital|online|editorial|admin|expert|physician|doctor|nurse|dietitian|attorney)\b/i
const PROFESSION =
  /^(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|producer|analyst|author|photographer|director|manager)s?$/i
/** Accounts that stand for no person. */
const NOBODY =
  /^(?:admin|administrator|webmaster|editor|staff|guest|author|contributor|user|root|anonymous)$/i
const POST_WORD =
  /^(?:Executive|Chief|Head|Deputy|Political|Health|Science|Business|Sports?|Education|Foreign|World|Video|Multimedia|National|Guest|Special|Senior|Associate|Assistant|Staff|Contributing|Managing|Former|Principal|Lead|Founder|Co-Founder)$/
const MEDIUM =
  /\b(?:news|times|post|media|tv|radio|magazine|press|herald|tribune|journal|gazette|today|daily|weekly|bbc|cnn|npr|observer|guardian|independent|telegraph|mail|sun|star|globe|chronicle|network|service|online|\.com|\.org|\.net)\b/i
/** Words of the next line, glued to a name. */
const GLUED_LABEL =
  /(?<=\p{Ll})((?:Published|Updated|Posted|Reviewed|Medically|Written|Edited|Last|Fact)\b)/gu
/** The longest list of names that is read, in UTF-16 units: a paper's hundred authors; not tuned. */
const MAX_LIST_LENGTH = 2000

// Bounded input: MAX_LIST_LENGTH.
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g
const HANDLE = /(?:^|[\s(])@\w{2,30}\)?/g
// Bounded input: MAX_LIST_LENGTH.
const PIECES =
  /\s*(?:,|;|\||•|·|\/|\s[-–—]\s|\band\b|\bund\b|\bet\b|\by\b|\band\s+by\b|&|(?<=\s)и(?=\s)|(?<=\s)та(?=\s))\s*/u
// Bounded input: MAX_LIST_LENGTH.
const TAIL = /\s+(?:in|at|for|of|on|from|with|is|special to|via)\s.*$/i

/** A name in Chinese, Japanese or Korean letters. */
const HAN_NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}·]{2,8}$/u

/** Names that a byline gives: "By Ann Lee and Jo Roe, BBC News" to the two names; null for a line that is no byline. */
export function readByline(line: string, agencies: Agencies): string[] | null {
  if (line.length > MAX_LENGTH) return null
  const label = LABEL.exec(line)
  if (!label) {
    const name = readNameAndPost(line)
    return name === null ? null : [name]
  }
  return readNames(line.slice(label[0].length), agencies)
}

/**
 * The names in the text after "By": people, agencies, or a single name; e-mail addresses, handles, roles and media
 * are left out. Null where the text is something else, or too long for a list of names.
 */
export function readNames(text: string, agencies: Agencies): string[] | null {
  if (text.length > MAX_LIST_LENGTH) return null
  let rest = text
    .replace(EMAIL, ' ')
    .replace(HANDLE, ' ')
    .replace(/\(\s*\)/g, ' ')
  rest = rest.replace(GLUED_LABEL, ' $1')
  const date = findDates(rest)[0]
  if (date) rest = rest.slice(0, date.start)
  rest = rest
    .replace(/(?<!\s)\s+(?:published|updated|posted|last updated|on|\||•|·|[-–—])\s*(?::\s*)?$/i, '')
    .trim()
  if (rest === '' || /[.!?]\s+\p{Ll}/u.test(rest)) return null
  const names: string[] = []
  for (const raw of rest.split(PIECES)) {
    const piece = raw
      .replace(/^(?:by|written by)\s+/i, '')
      .replace(/^[\s("'[*]+/, '')
      .replace(/(?<![\s)"'\]*:.])[\s)"'\]*:.]+$/, '')
      .trim()
    if (piece === '') continue
    const name = readName(piece, names.length === 0, agencies)
    if (name) names.push(name)
    else if (names.length === 0) return null
    // What follows the names may be a role, a place or a medium; running text makes it no byline.
    else if (piece.split(' ').length > 8) return null
  }
  return names.length > 0 ? names : null
}

function readName(piece: string, isFirst: boolean, agencies: Agencies): string | null {
  if (NOBODY.test(piece)) return null
  // After people's names an agency is the one they work for.
  if (agencies.has(piece.toLowerCase())) return isFirst ? piece : null
  if (looksLikePersonName(piece)) {
    if (!isFirst && (ROLE.test(piece) || MEDIUM.test(piece))) return null
    return withoutPost(piece)
  }
  const head = piece.replace(TAIL, '')
  if (head !== piece) return readName(head, isFirst, agencies)
  if (isFirst && (looksLikeSingleName(piece) || HAN_NAME.test(piece))) return piece
  return null
}

/** `Ann Lee Executive Editor` to `Ann Lee`. */
function withoutPost(name: string): string {
  const words = name.split(' ')
  const post = words.findIndex((word, index) => index >= 2 && (POST_WORD.test(word) || PROFESSION.test(word)))
  return post < 0 ? name : words.slice(0, post).join(' ')
}

/** The name in `Ann Lee Education editor`; null for other lines. */
function readNameAndPost(line: string): string | null {
  if (line.length > 60 || !PROFESSION.test(line.slice(line.lastIndexOf(' ') + 1))) return null
  const words = line.split(' ')
  const post = words.findIndex((word, index) => index >= 2 && (POST_WORD.test(word) || PROFESSION.test(word)))
  if (post < 0 || post > 4 || words.length - post > 4) return null
  const name = words.slice(0, post).join(' ')
  return looksLikePersonName(name) ? name : null
}

/** True when `text` speaks of a post or profession, as the line under an author's name does. */
export function mentionsRole(text: string): boolean {
  return ROLE.test(text)
}
