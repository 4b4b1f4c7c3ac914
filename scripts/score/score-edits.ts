import { changes, words } from './align.js'

/** How one repaired text compares with its original; all figures count words of the spun text. */
export interface EditScore {
  readonly words: number
  /** Words that the spinner changed, and of these the ones restored exactly. */
  readonly scrambled: number
  readonly restored: number
  /** Edits made; of these, edits of words that were right, and edits of scrambled words to another wrong word. */
  readonly edits: number
  readonly wrongEdits: number
  readonly missedEdits: number
  readonly misses: readonly Miss[]
}

/** One place where the repaired text is not the original. */
export interface Miss {
  readonly seen: string
  readonly expected: string
  readonly found: string
  readonly context: string
}

/** An edit of the spun text, in UTF-16 offsets. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/**
 * The score of `edits` on `spun`, word by word against `original`, in which `{a|b}` accepts any of its words.
 * `counted` says which scrambled words count, by seen word and original.
 */
export function scoreEdits(
  spun: string,
  original: string,
  edits: readonly TextEdit[],
  counted: (seen: string, original: string) => boolean = () => true,
): EditScore {
  const seenWords = words(spun)
  const wanted = changes(
    seenWords.map(({ text }) => text),
    words(original).map(({ text }) => text),
  )
  const touched = new Set<TextEdit>()
  const misses: Miss[] = []
  let scrambled = 0
  let restored = 0
  let missedEdits = 0
  for (const { start, end, other } of wanted) {
    const from = seenWords[start]?.start ?? spun.length
    const to = end > start ? seenWords[end - 1]!.end : from
    const seen = spun.slice(from, to)
    const here = edits.filter((edit) => edit.start < to && edit.end > from)
    const expected = other.join(' ')
    const found = editedSlice(spun, here, from, to)
    for (const edit of here) touched.add(edit)
    const right = accepts(expected, found)
    // A word that differs only by accepted alternatives was not scrambled.
    if (accepts(expected, seen)) {
      if (!right) missedEdits += here.length
      continue
    }
    if (!right) missedEdits += here.length
    if (!counted(seen, expected)) continue
    scrambled += Math.max(1, end - start)
    if (right) restored += Math.max(1, end - start)
    else misses.push({ seen, expected, found, context: context(spun, from, to) })
  }
  const wrong = edits.filter((edit) => !touched.has(edit))
  for (const edit of wrong) {
    const seen = spun.slice(edit.start, edit.end)
    misses.push({
      seen,
      expected: seen,
      found: edit.replacement,
      context: context(spun, edit.start, edit.end),
    })
  }
  return {
    words: seenWords.length,
    scrambled,
    restored,
    edits: edits.length,
    wrongEdits: wrong.length,
    missedEdits,
    misses,
  }
}

/** The sum of scores. */
export function sumScores(scores: readonly EditScore[]): EditScore {
  const sum = (pick: (score: EditScore) => number) => scores.reduce((total, score) => total + pick(score), 0)
  return {
    words: sum((score) => score.words),
    scrambled: sum((score) => score.scrambled),
    restored: sum((score) => score.restored),
    edits: sum((score) => score.edits),
    wrongEdits: sum((score) => score.wrongEdits),
    missedEdits: sum((score) => score.missedEdits),
    misses: scores.flatMap(({ misses }) => misses),
  }
}

/** The stretch `[from, to)` after the edits that touch it, widened to whole edits. */
function editedSlice(text: string, edits: readonly TextEdit[], from: number, to: number): string {
  let result = ''
  let at = Math.min(from, ...edits.map(({ start }) => start))
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.replacement
    at = edit.end
  }
  return result + text.slice(at, Math.max(to, at))
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
