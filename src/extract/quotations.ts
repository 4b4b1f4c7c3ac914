import { looksLikePersonName } from '../language/person-names.js'
import { type ArticleView, isText, segmentLength, segmentText } from './article.js'

/** Verbs of saying as they stand in attribution lines, in the languages whose news sets quotations apart this way. */
const SAYING =
  /(?<!\p{L})(?:said|says|saying|say|added|adds|noted|notes|stated|states|told|tells|wrote|writes|explained|explains|emphasi[sz]ed|emphasi[sz]es|stressed|stresses|concluded|commented|remarked|reported|reports|posted|warned|argued|claimed|announced|recalled|summari[sz]ed|assured|declared|admitted|replied|answered|according to|the statement|the message|the report|reads|сказал|сказала|сказали|заявил|заявила|заявили|отметил|отметила|добавил|добавила|написал|написала|говорится|сказав|сказала|заявив|заявила|зазначив|зазначила|додав|додала|написав|наголосив|наголосила|йдеться|підкреслив|повідомив|повідомила)(?!\p{L})/iu

/** The longest attribution, in words and symbols. */
const MAX_LENGTH = 24

/** Gives paragraphs that a line such as `– said the mayor.` follows the role of quotations, and that line its own. */
export function assignQuotations(article: ArticleView): void {
  let previous = -1
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i] !== null) continue
    if (previous >= 0 && isText(article, previous) && isAttribution(article, i, previous)) {
      article.roles[previous] = { role: 'quotation', ruleId: 'quotation/before-attribution' }
      article.roles[i] = { role: 'attribution', ruleId: 'attribution/dash' }
    }
    previous = i
  }
}

function isAttribution(article: ArticleView, i: number, previous: number): boolean {
  if (!'–—-'.includes(article.text[article.segments[i]!.start]!) || segmentLength(article, i) > MAX_LENGTH)
    return false
  const text = segmentText(article, i)
  if (!/^[–—-] ?\p{L}/u.test(text)) return false
  // Dashes one under another are a list; a hyphen is one anyway, unless a quotation stands above it.
  const above = segmentText(article, previous)
  const below = article.segments[i + 1] ? segmentText(article, i + 1) : ''
  if (/^[–—-]/.test(above) || (/^[–—-]/.test(below) && article.segments[i + 1]!.breaks <= 1)) return false
  if (text.startsWith('-') && !isQuoted(above)) return false
  // A name alone is an attribution only under words in quotation marks.
  const name = text.slice(1).split(',')[0]!.trim()
  return SAYING.test(text) || (looksLikePersonName(name) && isQuoted(above))
}

/** True for a paragraph that is wholly in quotation marks. */
function isQuoted(text: string): boolean {
  return /^["“«„]/.test(text) && /["”»“][.,]?$/.test(text)
}
