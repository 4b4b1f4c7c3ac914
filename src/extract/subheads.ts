import { type ArticleView, isText, segmentLength, segmentText } from './article.js'
import { isAfterBlank } from './page-view.js'

/** The longest subhead, in words and symbols. */
const MAX_LENGTH = 16

/** Gives short headings between the paragraphs of the text their role. */
export function assignSubheads(article: ArticleView): void {
  const text: number[] = []
  for (let i = 0; i < article.segments.length; i++) {
    if (isText(article, i) || article.roles[i]?.role === 'quotation') text.push(i)
  }
  for (let k = 0; k < text.length; k++) {
    const i = text[k]!
    const next = text[k + 1]
    if (article.roles[i] !== null || next === undefined) continue
    if (isSubhead(article, i, text[k - 1], next)) {
      article.roles[i] = { role: 'subhead', ruleId: 'subhead/short-before-paragraph' }
    }
  }
}

function isSubhead(article: ArticleView, i: number, previous: number | undefined, next: number): boolean {
  if (article.table.mass[i]! > 0 || segmentLength(article, i) > MAX_LENGTH) return false
  // Where blank lines part the paragraphs, lines without one are a table's or a list's.
  if (article.hasBlankLines && !isAfterBlank(article, i)) return false
  const text = segmentText(article, i)
  if (text.includes(' | ') || /^[-–—•*]/.test(text)) return false
  if (!/^["'(¿¡]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) || !/[\p{L}\p{N}?!)"'%]$/u.test(text)) return false
  // A list's items are alike; a heading is shorter than the paragraph it opens.
  const isParagraph =
    article.table.mass[next]! > 0 || segmentLength(article, next) >= 2 * segmentLength(article, i) + 8
  const followsColon = previous !== undefined && /[:：]$/.test(segmentText(article, previous))
  return isParagraph && !followsColon
}
