/** A codebook and the code of every value: the codebook's nearest entry. */
export interface Quantised {
  readonly codebook: Float32Array
  readonly codes: Uint16Array
}

/**
 * `values` as codes into a codebook of at most `size` entries, found by Lloyd's algorithm from starting points of which
 * half follow the values' density and half their range, so that the few frequent n-grams keep their precision.
 * Values in `exact` have entries of their own.
 */
export function quantise(values: Float64Array, size: number, exact: readonly number[] = []): Quantised {
  const sorted = Float64Array.from(values).sort()
  const free = size - exact.length
  const first = sorted[0] ?? 0
  const last = sorted.at(-1) ?? 0
  let centres = Array.from({ length: free }, (_, i) => {
    const share = (i >> 1) / Math.max(1, (free - 1) >> 1)
    return i % 2 === 0 ? sorted[Math.round(share * (sorted.length - 1))]! : first + share * (last - first)
  })
  centres = distinct(centres)
  for (let round = 0; round < 30; round++) {
    const sums = new Float64Array(centres.length)
    const counts = new Float64Array(centres.length)
    let centre = 0
    for (const value of sorted) {
      while (centre + 1 < centres.length && centres[centre + 1]! - value < value - centres[centre]!) centre++
      sums[centre]! += value
      counts[centre]! += 1
    }
    centres = distinct(centres.map((old, i) => (counts[i]! > 0 ? sums[i]! / counts[i]! : old)))
  }
  const codebook = Float32Array.from(distinct([...centres, ...exact]))
  return { codebook, codes: Uint16Array.from(values, (value) => nearest(codebook, value)) }
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values.map(Math.fround))].sort((a, b) => a - b)
}

/** Index of the entry of an ascending `codebook` that is nearest to `value`. */
function nearest(codebook: Float32Array, value: number): number {
  let low = 0
  let high = codebook.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (codebook[middle]! < value) low = middle + 1
    else high = middle
  }
  return low > 0 && value - codebook[low - 1]! <= codebook[low]! - value ? low - 1 : low
}
