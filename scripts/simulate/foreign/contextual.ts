import type { Thesaurus } from '../../../src/language/thesaurus.js'
import type { Token } from '../../../src/language/token.js'
import { tokenise } from '../../../src/language/tokenise.js'
import type { NewsRanks } from '../../../src/repair/channel-model.js'
import type { Spinner } from '../spin.js'
import { replacing, type SpinnerChange } from '../spun.js'
import { uniform } from '../uniform.js'

const COVERAGE = 0.8
const LAST_RANK = 5000
const LEFT_ALONE = 40

/** What stands before a word, as far as this spinner looks: it takes another synonym after each of these kinds. */
const KINDS = ['determiner', 'preposition', 'pronoun', 'other'] as const
type Kind = (typeof KINDS)[number]

const KIND_OF_WORD: ReadonlyMap<string, Kind> = new Map([
  ...listed(
    'determiner',
    'a an the this that these those his her its their our my your each every some any no',
  ),
  ...listed(
    'preposition',
    'of in to for on with at by from about into over after under against between through',
  ),
  ...listed('pronoun', 'i you he she it we they who which will would can could may might must should not to'),
])

function listed(kind: Kind, words: string): [string, Kind][] {
  return words.split(' ').map((word) => [word, kind])
}

/**
 * A spinner that chooses by context: which of a word's first synonyms it writes depends on the kind of word before
 * it, so that one word has up to four outputs on one page. Lower-case words with white space on both sides only.
 */
export function createContextualSpinner(thesaurus: Thesaurus, news: NewsRanks, seed: string): Spinner {
  const synonymAfter = (word: string, kind: Kind): string | null => {
    const rank = news.rank(word)
    if (rank < LEFT_ALONE || rank >= LAST_RANK || uniform(seed, 'cover', word) >= COVERAGE) return null
    const entry = thesaurus.find(word)
    if (entry < 0) return null
    const synonyms = [...thesaurus.synonyms(entry)]
      .filter((synonym) => synonym < thesaurus.wordCount)
      .slice(0, KINDS.length)
    if (synonyms.length === 0) return null
    const turn = Math.floor(uniform(seed, 'turn', word) * KINDS.length)
    return thesaurus.text(synonyms[(KINDS.indexOf(kind) + turn) % synonyms.length]!)
  }

  const change = (token: Token, before: Token | undefined): SpinnerChange[] => {
    if (!token.lowerCase || !token.spaceBefore || !token.spaceAfter) return []
    const written = synonymAfter(token.key, KIND_OF_WORD.get(before?.key ?? '') ?? 'other')
    return written === null ? [] : [{ start: token.start, end: token.end, written }]
  }

  return (paragraph) =>
    replacing(
      paragraph,
      tokenise(paragraph).flatMap((token, at, tokens) => change(token, tokens[at - 1])),
    )
}
