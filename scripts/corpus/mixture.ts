/** A source of probabilities: P(word), not in logarithms. */
export type Component = (word: string) => number

/** A part of the development text, with what was estimated without it. */
export interface Fold {
  readonly counts: ReadonlyMap<string, number>
  readonly components: readonly Component[]
  /** The class of a word, from 0: words of a class share their weights. */
  readonly classOf: (word: string) => number
}

/**
 * For each class of words the weights, adding up to 1, under which the mixture of the components gives the folds'
 * words the highest likelihood. Frequent words are then taken from the sources that know them well, rare ones from
 * the largest.
 * @see Jelinek and Mercer 1980, deleted interpolation, solved by EM.
 */
export function mixtureWeights(folds: readonly Fold[], classes: number): number[][] {
  const size = folds[0]!.components.length
  let weights = Array.from({ length: classes }, () => new Array<number>(size).fill(1 / size))
  for (let round = 0; round < 50; round++) {
    // A trace of the even split keeps a class without development words from dividing by nothing.
    const shares = weights.map(() => new Array<number>(size).fill(1e-3))
    for (const { counts, components, classOf } of folds) {
      for (const [word, count] of counts) {
        const wordClass = classOf(word)
        const parts = components.map((component, i) => weights[wordClass]![i]! * component(word))
        const sum = total(parts)
        if (sum > 0) for (const [i, part] of parts.entries()) shares[wordClass]![i]! += (count * part) / sum
      }
    }
    weights = shares.map((row) => row.map((share) => share / total(row)))
  }
  return weights
}

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
