import type { Thesaurus } from '../language/thesaurus.js'
import type { SynonymWalk } from './synonym-walk.js'

/**
 * The walk of a spinner that takes any word of a list, each as likely as the others: all that can be said where the
 * thesaurus lists hundreds of words in no order. One step, from any single-word entry to any other.
 */
export function createListWalk(thesaurus: Thesaurus): SynonymWalk {
  const { wordCount } = thesaurus
  const counts = new Map<number, number>()
  const count = (head: number): number => {
    let known = counts.get(head)
    if (known === undefined) {
      known = thesaurus.synonyms(head).filter((synonym) => synonym < wordCount).length
      counts.set(head, known)
    }
    return known
  }
  return {
    originals: (seen) => {
      const heads = thesaurus.heads(seen).filter((head) => head < wordCount && head !== seen)
      return new Map([...heads].map((head) => [head, 1 / count(head)]))
    },
    returning: (entry) => (count(entry) === 0 ? 1 : 0),
  }
}
