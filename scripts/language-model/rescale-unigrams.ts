import type { TrigramModel } from './trigram-model.js'

/**
 * `model` with every probability multiplied by its word's `log10 factor` and each history made to add up to 1 again:
 * words that are frequent in the text aimed at become likelier everywhere.
 * @see Kneser, Peters and Klakow 1997, fast marginal adaptation.
 */
export function rescaleUnigrams(model: TrigramModel, logFactors: Float64Array): TrigramModel {
  const { words, bigrams, trigrams } = model
  const factors = logFactors.map((log) => 10 ** log)
  const p1 = model.unigramLogProbs.map((log) => 10 ** log)
  const backoff1 = model.unigramBackoffs.map((log) => 10 ** log)
  const p2 = bigrams.logProb.map((log) => 10 ** log)
  const backoff2 = bigrams.backoff.map((log) => 10 ** log)
  const p3 = trigrams.logProb.map((log) => 10 ** log)

  // Sums of the rescaled probabilities after each history, from the shortest to the longest: the n-grams of a history
  // are summed as they are, all other words as the shorter history has them.
  const sum0 = p1.reduce((sum, p, w) => sum + p * factors[w]!, 0)
  const sum1 = backoff1.map((backoff) => backoff * sum0)
  const places = new Map<number, number>()
  for (let i = 0; i < p2.length; i++) {
    const [v, w] = [bigrams.v[i]!, bigrams.w[i]!]
    sum1[v]! += (p2[i]! - backoff1[v]! * p1[w]!) * factors[w]!
    places.set(v * words.length + w, i)
  }
  const sum2 = backoff2.map((backoff, i) => backoff * sum1[bigrams.w[i]!]!)
  const histories = Uint32Array.from(
    p3,
    (_, i) => places.get(trigrams.u[i]! * words.length + trigrams.v[i]!)!,
  )
  for (let i = 0; i < p3.length; i++) {
    const [v, w] = [trigrams.v[i]!, trigrams.w[i]!]
    const shorter = places.get(v * words.length + w)
    const backedOff = shorter === undefined ? backoff1[v]! * p1[w]! : p2[shorter]!
    sum2[histories[i]!]! += (p3[i]! - backoff2[histories[i]!]! * backedOff) * factors[w]!
  }
  const log = Math.log10
  return {
    words,
    unigramLogProbs: model.unigramLogProbs.map((old, w) => old + logFactors[w]! - log(sum0)),
    unigramBackoffs: model.unigramBackoffs.map((old, v) => old + log(sum0) - log(sum1[v]!)),
    bigrams: {
      ...bigrams,
      logProb: bigrams.logProb.map((old, i) => old + logFactors[bigrams.w[i]!]! - log(sum1[bigrams.v[i]!]!)),
      backoff: bigrams.backoff.map((old, i) => old + log(sum1[bigrams.w[i]!]!) - log(sum2[i]!)),
    },
    trigrams: {
      ...trigrams,
      logProb: trigrams.logProb.map(
        (old, i) => old + logFactors[trigrams.w[i]!]! - log(sum2[histories[i]!]!),
      ),
    },
  }
}
