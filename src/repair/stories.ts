import type { NewsUnigrams } from '../language/news-unigrams.js'
import { stem } from '../language/stem.js'
import { tokeniseSpan } from '../language/tokenise.js'

/** What clean articles on the same story say, taken together. */
export interface Story {
  /** Share of their words, 0 to 1, that have this stem. */
  share(stem: string): number
}

/** Clean articles, to be asked for those on the same story as a page. Answers depend on the texts alone. */
export interface Stories {
  /** How many articles there are. */
  readonly size: number
  /** What is told by the articles that share their rarest words with `words`; null where none does. */
  about(words: Iterable<string>): Story | null
}

/** Words more frequent in news than this many others tell no story from another. */
const RARE = 3000
/** Two articles on one story share at least this many rare stems, and this much of their weight (a cosine). */
const LEAST_SHARED = 5
const LEAST_LIKENESS = 0.12
/** Articles of one story that are listened to. */
const MOST_ARTICLES = 8

interface Article {
  readonly text: string
  readonly stems: ReadonlySet<string>
}

/**
 * An index of `texts` by their rare stems.
 * @see Spärck Jones 1972, inverse document frequency
 */
export function createStories(texts: readonly string[], news: NewsUnigrams): Stories {
  const articles = texts.map((text): Article => ({ text, stems: rareStems(wordsOf(text), news) }))
  const holders = new Map<string, number[]>()
  for (const [index, { stems }] of articles.entries()) {
    for (const stem of stems) {
      const list = holders.get(stem)
      if (list) list.push(index)
      else holders.set(stem, [index])
    }
  }
  const weight = (stem: string): number =>
    1 + Math.log10((articles.length + 1) / ((holders.get(stem)?.length ?? 0) + 1))
  const norm = (stems: ReadonlySet<string>): number =>
    Math.sqrt([...stems].reduce((sum, stem) => sum + weight(stem) ** 2, 0))
  const norms = articles.map(({ stems }) => norm(stems))

  const alike = (words: Iterable<string>): Article[] => {
    const asked = rareStems(words, news)
    const shared = new Map<number, { count: number; weight: number }>()
    for (const stem of asked) {
      for (const index of holders.get(stem) ?? []) {
        const sum = shared.get(index) ?? { count: 0, weight: 0 }
        shared.set(index, { count: sum.count + 1, weight: sum.weight + weight(stem) ** 2 })
      }
    }
    const own = norm(asked)
    return [...shared]
      .filter(([, { count }]) => count >= LEAST_SHARED)
      .map(([index, { weight }]) => ({ index, likeness: weight / (own * norms[index]!) }))
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
      .slice(0, MOST_ARTICLES)
      .map(({ index }) => articles[index]!)
  }

  return {
    size: articles.length,
    about: (words) => {
      const found = alike(words)
      return found.length === 0 ? null : tell(found)
    },
  }
}

function tell(articles: readonly Article[]): Story {
  const counts = new Map<string, number>()
  let total = 0
  for (const { text } of articles) {
    for (const word of wordsOf(text)) {
      const key = stem(word)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      total++
    }
  }
  return { share: (stem) => (counts.get(stem) ?? 0) / total }
}

function wordsOf(text: string): string[] {
  return tokeniseSpan(text, 0, text.length).flatMap(({ kind, key }) => (kind === 'word' ? [key] : []))
}

function rareStems(words: Iterable<string>, news: NewsUnigrams): Set<string> {
  const stems = new Set<string>()
  for (const word of words) if (word.length > 3 && news.rank(word) >= RARE) stems.add(stem(word))
  return stems
}
