import type { ArticleView } from './article.js'

/** Segments above the headline, and after the text, in which dates and authors are looked for. */
const ABOVE = 6
const BELOW = 10

/** Indices of the segments of `role` in the article's head, nearest to the headline first, and then below its text. */
export function inFrame(article: ArticleView, headline: number, role: string): number[] {
  const found = firstBody(article)
  const first = found < 0 ? article.roles.length : found
  const last = lastBody(article)
  const anchor = headline < 0 ? Math.max(0, first - ABOVE) : headline
  const of = (from: number, to: number) => {
    const indices: number[] = []
    for (let i = Math.max(0, from); i < Math.min(to, article.roles.length); i++) {
      if (article.roles[i]?.role === role) indices.push(i)
    }
    return indices
  }
  return [
    ...of(anchor, first + 1),
    ...of(anchor - ABOVE, anchor).reverse(),
    ...of(last + 1, last + 1 + BELOW),
  ]
}

/** Index of the first segment of the text; -1 when there is none. */
export function firstBody({ roles }: Pick<ArticleView, 'roles'>): number {
  return roles.findIndex((assigned) => assigned?.role === 'body')
}

/** Index of the last segment of the text; -1 when there is none. */
export function lastBody({ roles }: Pick<ArticleView, 'roles'>): number {
  return roles.findLastIndex((assigned) => assigned?.role === 'body')
}
