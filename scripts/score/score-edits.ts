import { overlaps, type Span } from '../../src/core/span.js'
import { type Change, changes, words } from '../../src/language/align-words.js'
import type { Scrambled } from '../simulate/spun.js'

/** An edit of the spun text, in UTF-16 offsets. */
export interface TextEdit extends Span {
  readonly replacement: string
}

/**
 * What an edit did: it restored the author's word; it changed a scrambled word to another wrong one; or it changed a
 * word that was right.
 */
export type Verdict = 'right' | 'missed' | 'wrong'

/** A place that the spinner changed, and what stands there after the repair. The span counts in the spun text. */
export interface Place extends Span {
  readonly seen: string
  readonly expected: string
  readonly found: string
  /** Words of the original that the spinner took from this place, at least 1, and how many stand there again. */
  readonly words: number
  readonly restoredWords: number
  readonly context: string
}

/** One place where the repaired text is not the original. */
export type Miss = Pick<Place, 'seen' | 'expected' | 'found' | 'context'>

/** How one repaired text compares with its original. */
export interface EditScore<E extends TextEdit = TextEdit> {
  /** Words of the spun text. */
  readonly words: number
  /** Words of the original that the spinner changed, and of these the ones restored exactly. */
  readonly scrambled: number
  readonly restored: number
  /** Edits made; of these, edits of words that were right, and edits of scrambled words to another wrong word. */
  readonly edits: number
  readonly wrongEdits: number
  readonly missedEdits: number
  readonly places: readonly Place[]
  readonly verdicts: readonly { readonly edit: E; readonly verdict: Verdict }[]
  /** Places not restored, then wrong edits. */
  readonly misses: readonly Miss[]
}

/**
 * The score of `edits` on `spun`, word by word against `original`, in which `{a|b}` accepts any of its words.
 * `counted` says which scrambled words count, by seen word and original.
 */
export function scoreEdits<E extends TextEdit>(
  spun: string,
  original: string,
  edits: readonly E[],
  counted: (seen: string, original: string) => boolean = () => true,
): EditScore<E> {
  const seenWords = words(spun)
  const aligned = changes(
    seenWords.map(({ text }) => text),
    words(original).map(({ text }) => text),
  )
  const scrambled = aligned.map(({ start, end, other }) => {
    const from = seenWords[start]?.start ?? spun.length
    return { start: from, end: end > start ? seenWords[end - 1]!.end : from, original: other.join(' ') }
  })
  return scorePlaces(spun, scrambled, edits, counted)
}

/** The score of `edits` on `spun` where it is known which places are scrambled; both ordered. */
export function scorePlaces<E extends TextEdit>(
  spun: string,
  scrambled: readonly Scrambled[],
  edits: readonly E[],
  counted: (seen: string, original: string) => boolean = () => true,
): EditScore<E> {
  const verdicts = new Map<E, Verdict>()
  const places: Place[] = []
  let first = 0
  for (const { start, end, original: expected } of widenedByEdits(spun, scrambled, edits)) {
    while (first < edits.length && edits[first]!.end <= start) first++
    const here: E[] = []
    for (let at = first; at < edits.length && edits[at]!.start < end; at++) here.push(edits[at]!)
    const seen = spun.slice(start, end)
    const { found, lostWords, right } = compare(spun, start, end, here, expected)
    for (const edit of here) {
      verdicts.set(edit, right.has(edit) && verdicts.get(edit) !== 'missed' ? 'right' : 'missed')
    }
    // A word that differs only by accepted alternatives was not scrambled.
    if (accepts(expected, seen) || !counted(seen, expected)) continue
    // Of a phrase some words may stand in both texts.
    const scrambledWords = Math.max(1, countDiffering(seen, expected))
    places.push({
      start,
      end,
      seen,
      expected,
      found,
      words: scrambledWords,
      restoredWords: Math.max(0, scrambledWords - lostWords),
      context: context(spun, start, end),
    })
  }
  return score(spun, places, edits, (edit) => verdicts.get(edit) ?? 'wrong')
}

/**
 * The places, widened to whole edits, and those joined to one that the same edit touches: it is right only if it is
 * right in all of them.
 */
function widenedByEdits(
  spun: string,
  scrambled: readonly Scrambled[],
  edits: readonly TextEdit[],
): Scrambled[] {
  const widened: Scrambled[] = []
  let next = 0
  for (const { start, end, original } of scrambled) {
    while (next < edits.length && edits[next]!.end <= start) next++
    const first = edits[next]
    const isTouched = first !== undefined && first.start < end
    let last = next
    while (isTouched && last + 1 < edits.length && edits[last + 1]!.start < end) last++
    const from = isTouched ? Math.min(start, first.start) : start
    const to = isTouched ? Math.max(end, edits[last]!.end) : end
    const before = widened.at(-1)
    if (before && from < before.end) {
      // The one before ends with spun text up to `before.end`, in which this place lies or begins.
      const shared = before.original.slice(0, before.original.length - (before.end - start))
      const joined = shared + original + spun.slice(end, Math.max(to, before.end))
      widened[widened.length - 1] = { start: before.start, end: Math.max(to, before.end), original: joined }
    } else {
      widened.push({
        start: from,
        end: to,
        original: spun.slice(from, start) + original + spun.slice(end, to),
      })
    }
  }
  return widened
}

function score<E extends TextEdit>(
  spun: string,
  places: readonly Place[],
  edits: readonly E[],
  verdictOf: (edit: E) => Verdict,
): EditScore<E> {
  const verdicts = edits.map((edit) => ({ edit, verdict: verdictOf(edit) }))
  const wrong = verdicts.filter(({ verdict }) => verdict === 'wrong').map(({ edit }) => edit)
  const sum = (pick: (place: Place) => number) => places.reduce((total, place) => total + pick(place), 0)
  return {
    words: words(spun).length,
    scrambled: sum((place) => place.words),
    restored: sum((place) => place.restoredWords),
    edits: edits.length,
    wrongEdits: wrong.length,
    missedEdits: verdicts.filter(({ verdict }) => verdict === 'missed').length,
    places,
    verdicts,
    misses: [
      ...places.filter((place) => !isRestored(place)),
      ...wrong.map(({ start, end, replacement }) => {
        const seen = spun.slice(start, end)
        return { seen, expected: seen, found: replacement, context: context(spun, start, end) }
      }),
    ],
  }
}

/** True when the whole place is as its author wrote it. */
export function isRestored({ words, restoredWords }: Place): boolean {
  return words === restoredWords
}

/** The sum of scores. */
export function sumScores<E extends TextEdit>(scores: readonly EditScore<E>[]): EditScore<E> {
  const sum = (pick: (score: EditScore<E>) => number) =>
    scores.reduce((total, score) => total + pick(score), 0)
  return {
    words: sum((score) => score.words),
    scrambled: sum((score) => score.scrambled),
    restored: sum((score) => score.restored),
    edits: sum((score) => score.edits),
    wrongEdits: sum((score) => score.wrongEdits),
    missedEdits: sum((score) => score.missedEdits),
    places: scores.flatMap(({ places }) => places),
    verdicts: scores.flatMap(({ verdicts }) => verdicts),
    misses: scores.flatMap(({ misses }) => misses),
  }
}

/** What stands in a place after the edits that touch it. */
interface Comparison {
  readonly found: string
  /** Words of the original that do not stand there. */
  readonly lostWords: number
  /** The edits that put in nothing but words of the original. */
  readonly right: ReadonlySet<TextEdit>
}

/** Compares the stretch `[from, to)` after `edits`, widened to whole edits, with what the author wrote. */
function compare(
  text: string,
  from: number,
  to: number,
  edits: readonly TextEdit[],
  expected: string,
): Comparison {
  let found = ''
  const written = new Map<TextEdit, Span>()
  let at = Math.min(from, ...edits.map(({ start }) => start))
  for (const edit of edits) {
    found += text.slice(at, edit.start)
    written.set(edit, { start: found.length, end: found.length + edit.replacement.length })
    found += edit.replacement
    at = edit.end
  }
  found += text.slice(at, Math.max(to, at))
  if (accepts(expected, found)) return { found, lostWords: 0, right: new Set(edits) }
  // Places grow together where a spinner writes several words for one: there each word counts for itself.
  const foundWords = words(found)
  const differing = changes(
    foundWords.map(({ text }) => text),
    words(expected).map(({ text }) => text),
  )
  const isWrong = (edit: TextEdit) =>
    differing.some(({ start, end }) => {
      const first = foundWords[start]
      const last = foundWords[end - 1]
      return (
        end > start && first && last && overlaps({ start: first.start, end: last.end }, written.get(edit)!)
      )
    })
  return {
    found,
    lostWords: Math.max(1, countLost(differing)),
    right: new Set(edits.filter((edit) => !isWrong(edit))),
  }
}

/** Words of `expected` that do not stand in `seen`, by the best alignment. */
function countDiffering(seen: string, expected: string): number {
  const texts = (text: string) => words(text).map((word) => word.text)
  return countLost(changes(texts(seen), texts(expected)))
}

function countLost(differing: readonly Change[]): number {
  return differing.reduce((sum, { other }) => sum + other.length, 0)
}

/** True when `found` is `expected`, where `{a|b}` in `expected` stands for any of its words. */
function accepts(expected: string, found: string): boolean {
  const alternatives = /\{([^}]*)\}/.exec(expected)
  if (!alternatives) return expected === found
  return alternatives[1]!.split('|').some((choice) =>
    accepts(
      expected.replace(alternatives[0], () => choice),
      found,
    ),
  )
}

function context(text: string, from: number, to: number): string {
  return `${text.slice(Math.max(0, from - 40), from)}[${text.slice(from, to)}]${text.slice(to, to + 40)}`.replaceAll(
    '\n',
    ' ',
  )
}
