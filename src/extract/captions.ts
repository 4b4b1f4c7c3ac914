import { type ArticleView, firstText, isText, segmentLength, segmentText } from './article.js'

/** How many words a caption may well have; longer ones need more evidence. */
const USUAL_LENGTH = 50

/**
 * Evidence that a segment is a caption, in points; `CAPTION` points decide. The weights are judgements checked on the
 * development pages, not fitted: reviewers of those pages did not mark captions.
 */
const POINTS = {
  creditOnLine: 3,
  creditOnNextLine: 2,
  creditAfterBlank: 1,
  twiceInARow: 3,
  label: 3,
  beforeText: 1,
  pictureWords: 1,
  endsWithDate: 1,
  oneSentence: 0.5,
  noFullStop: 0.5,
  manySentences: -2,
  long: -2,
} as const
const CAPTION = 3

/** What announces a caption; the colon or comma keeps sentences out. */
const LABEL =
  /^(?:(?:file photo|photo|photos|image|picture|caption|image caption|pictured|in this (?:photo|image|picture)|file)\s*(?::|–|—|-)|image caption,)\s*(?=\S)/i
/** First letters of `LABEL`. */
const LABEL_STARTS = /[fpic]/i
const PICTURE_WORDS =
  /\((?:left|right|centre|center|l|r|c|top|bottom|pictured|file|[lr]-[lr])\)|, (?:left|right|centre|center|second left|second right|far left|far right)\b|\b(?:pictured|is seen|are seen|seen here|poses? for|posing|stands? (?:near|next|in front|beside|outside)|shakes? hands|file photo|this photo|this image|this picture|handout|screenshot|aerial view|photo taken|image taken|during a (?:visit|meeting|ceremony|press conference|news conference|parade|rally)|attends? a|at a joint)\b/i
const DATE_AT_END =
  /\b(?:\d{1,2},? )?(?:January|February|March|April|May|June|July|August|September|October|November|December|\p{Lu}\p{Ll}{2}\.?)(?: \d{1,2},)? \d{4}[.)]?$/u

/** Gives captions and their credits their roles; a caption that stands again becomes a repeat. */
export function assignCaptions(article: ArticleView): void {
  const first = firstText(article)
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i] !== null || !mayBeCaption(article, i)) continue
    if (captionPoints(article, i, first) >= CAPTION) {
      article.roles[i] = { role: 'caption', ruleId: 'caption/looks' }
      if (article.keys[i + 1] === article.keys[i]) {
        article.roles[i + 1] = { role: 'repeat', ruleId: 'repeat/caption' }
      }
    }
  }
  assignCredits(article)
  repeatLaterCopies(article)
}

function mayBeCaption(article: ArticleView, i: number): boolean {
  const length = segmentLength(article, i)
  return length >= 3 && length <= 120 && !article.phrases[i]?.isCertain && article.kinds[i] === null
}

function captionPoints(article: ArticleView, i: number, first: number): number {
  const { credit, start } = article.segments[i]!
  const length = segmentLength(article, i)
  const isTwice = length >= 5 && article.keys[i + 1] === article.keys[i]
  const creditAt = isTwice ? i + 2 : i + 1
  const hasCredit = article.kinds[creditAt] === 'credit' || article.roles[creditAt]?.role === 'credit'
  const isLabelled = LABEL_STARTS.test(article.text[start]!) && LABEL.test(segmentText(article, i))
  if (!credit && !isTwice && !hasCredit && !isLabelled) return 0
  const text = segmentText(article, i)
  const sentences = text.match(/[.!?。](?=\s|["')\]]|$)/g)?.length ?? 0
  let points = 0
  if (credit) points += POINTS.creditOnLine
  if (hasCredit) {
    points += article.segments[creditAt]!.breaks <= 1 ? POINTS.creditOnNextLine : POINTS.creditAfterBlank
  }
  if (isTwice) points += POINTS.twiceInARow
  if (isLabelled) points += POINTS.label
  if (first >= 0 && i <= first) points += POINTS.beforeText
  if (PICTURE_WORDS.test(text)) points += POINTS.pictureWords
  if (DATE_AT_END.test(text)) points += POINTS.endsWithDate
  if (sentences <= 1) points += POINTS.oneSentence
  if (sentences === 0) points += POINTS.noFullStop
  if (sentences > 3) points += POINTS.manySentences
  if (length > USUAL_LENGTH) points += POINTS.long
  return points
}

/** Credits: those that follow a caption, and those that stand alone as such. */
function assignCredits(article: ArticleView): void {
  for (let i = 0; i < article.segments.length; i++) {
    if (article.roles[i] !== null || article.kinds[i] !== 'credit' || article.phrases[i]?.isCertain) continue
    const before = article.roles[i - 1]?.role
    const followsCaption =
      before === 'caption' || (before === 'repeat' && article.roles[i - 2]?.role === 'caption')
    // Under a list position stands the title of another article or picture.
    if (before === 'list-marker') continue
    if (followsCaption || !isText(article, i)) article.roles[i] = { role: 'credit', ruleId: 'credit/line' }
  }
}

/** A caption that a gallery or an enlarged picture shows again. */
function repeatLaterCopies(article: ArticleView): void {
  const seen = new Set<number>()
  for (let i = 0; i < article.segments.length; i++) {
    const role = article.roles[i]?.role
    if (role === 'caption' && !seen.has(article.keys[i]!)) seen.add(article.keys[i]!)
    else if (seen.has(article.keys[i]!) && role !== 'repeat') {
      article.roles[i] = { role: 'repeat', ruleId: 'repeat/caption' }
    }
  }
}

/** How many UTF-16 units of a caption are its label, such as `FILE PHOTO: `; 0 when it has none. */
export function captionLabel(caption: string): number {
  return LABEL.exec(caption)?.[0].length ?? 0
}
