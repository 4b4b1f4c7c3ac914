import { looksLikePersonName } from '../language/person-names.js'
import { type ArticleView, firstText, isText, segmentText } from './article.js'
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
    if (article.roles[i] !== null || isText(article, i)) continue
    const text = segmentText(article, i)
    const afterBy =
      i > 0 && /^(?:by|written by|author|words by|posted by)\s*:?$/i.test(segmentText(article, i - 1))
    if (afterBy ? looksLikePersonName(text) : isNameWithPost(text)) {
      article.roles[i] = { role: 'byline', ruleId: afterBy ? 'byline/under-by' : 'byline/name-and-post' }
    } else if (looksLikePersonName(text) && article.phrases[i] === null && isBesideFrame(article, i)) {
      article.roles[i] = { role: 'byline', ruleId: 'byline/name-in-head' }
    }
  }
}

/** `Ann Lee, Political Editor`. */
function isNameWithPost(text: string): boolean {
  const comma = text.indexOf(',')
  return (
    comma > 0 &&
    text.length < 100 &&
    looksLikePersonName(text.slice(0, comma)) &&
    mentionsRole(text.slice(comma + 1)) &&
    !/[.!?]$/.test(text)
  )
}

function isBesideFrame(article: ArticleView, i: number): boolean {
  return [i - 1, i + 1, i + 2].some((j) => {
    if (j < 0 || j >= article.segments.length) return false
    return (
      isHeadMatter(article, j) || article.roles[j]?.role === 'date' || /^by$/i.test(segmentText(article, j))
    )
  })
}
