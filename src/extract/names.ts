import { looksLikePersonName } from '../language/person-names.js'
import { WORD_KIND } from '../language/scan-words.js'
import { type ArticleView, firstText, isText, lastText, segmentLength, segmentText } from './article.js'
import { mentionsRole } from './bylines.js'
import { isHeadMatter } from './headline-features.js'

/** Segments above the headline in which the author may stand. */
const ABOVE = 6

/** Gives a person's name that stands alone in the article's head, beside a date, a post or the like, the byline's role. */
export function assignNames(article: ArticleView, headline: number): void {
  const first = firstText(article)
  if (first < 0) return
  const start = Math.max(0, (headline < 0 ? first : headline) - ABOVE)
  for (let i = start; i < first; i++) {
    if (article.roles[i] !== null || isText(article, i) || article.phrases[i]?.isCertain) continue
    const text = segmentText(article, i)
    const afterBy = isUnderLabel(article, i)
    if (afterBy ? looksLikePersonName(text) : isNameWithPost(text)) {
      article.roles[i] = { role: 'byline', ruleId: afterBy ? 'byline/under-by' : 'byline/name-and-post' }
    } else if (isNameByItself(article, i, text) && isBesideFrame(article, i)) {
      article.roles[i] = { role: 'byline', ruleId: 'byline/name-in-head' }
    }
  }
}

/** Segments below the text in which the author may stand under a label. */
const BELOW = 12

/** Gives the name under "Written by" below the text the byline's role, where none stands above. */
export function assignNameBelow(article: ArticleView): void {
  if (article.roles.some((assigned) => assigned?.role === 'byline')) return
  const last = lastText(article)
  if (last < 0) return
  for (let i = last + 2; i < Math.min(article.segments.length, last + BELOW); i++) {
    if (article.roles[i] !== null || !isUnderLabel(article, i)) continue
    if (!looksLikePersonName(segmentText(article, i).split(',', 1)[0]!)) continue
    article.roles[i] = { role: 'byline', ruleId: 'byline/under-by' }
    return
  }
}

const BYLINE_LABEL =
  /^(?:(?:article |story |post |text |words )?(?:written |posted |published )?by|authors?|writers?|contributors?|about the author)\s*:?$/i

/** True for a segment right under a label such as "Written by". */
function isUnderLabel(article: ArticleView, i: number): boolean {
  return i > 0 && segmentLength(article, i - 1) <= 4 && BYLINE_LABEL.test(segmentText(article, i - 1))
}

/** `Ann Lee, Political Editor`, `Ann Lee | Guest Columnist`. */
function isNameWithPost(text: string): boolean {
  const parted = /^([^,|–]{5,40})(?:,|\s[|–-])\s*([^,|–.!?][^.!?]{2,60})$/u.exec(text)
  return parted !== null && looksLikePersonName(parted[1]!.trim()) && mentionsRole(parted[2]!)
}

/** A person's name: two words and more with capitals, none of which the page also writes small. */
function isNameByItself(article: ArticleView, i: number, text: string): boolean {
  if (article.phrases[i] !== null || !looksLikePersonName(text)) return false
  const { words } = article
  const own = new Set<number>()
  for (let k = article.firstWord[i]!; k < article.endWord[i]!; k++) {
    if (words.kind[k] === WORD_KIND.capitalised || words.kind[k] === WORD_KIND.capitals)
      own.add(words.hash[k]!)
  }
  for (let k = 0; k < words.count; k++) {
    if (words.kind[k] === WORD_KIND.lower && own.has(words.hash[k]!)) return false
  }
  return true
}

function isBesideFrame(article: ArticleView, i: number): boolean {
  return [i - 1, i + 1, i + 2].some((j) => {
    if (j < 0 || j >= article.segments.length) return false
    return (
      isHeadMatter(article, j) || article.roles[j]?.role === 'date' || /^by$/i.test(segmentText(article, j))
    )
  })
}
