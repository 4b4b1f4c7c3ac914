/**
 * Upper end of the 95 % Clopper-Pearson interval for a share of which `count` of `total` were seen: the share at which
 * so few would be seen in one of forty samples; with none seen, one in twenty (the rule of three). 1 for no samples.
 * @see Clopper and Pearson 1934
 */
export function upperBound(count: number, total: number): number {
  if (count >= total) return 1
  const tail = count === 0 ? 0.05 : 0.025
  return bisect((share) => cumulative(count, total, share) > tail)
}

/** Lower end of the same interval; 0 for no samples. */
export function lowerBound(count: number, total: number): number {
  return total === 0 ? 0 : 1 - upperBound(total - count, total)
}

/** The largest share from 0 to 1 for which `holds`, which must hold up to some share and not beyond. */
function bisect(holds: (share: number) => boolean): number {
  let low = 0
  let high = 1
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return high
}

/** P(at most `count` of `total`), each with probability `share`. */
function cumulative(count: number, total: number, share: number): number {
  // Summed in logarithms: the single terms of large samples underflow.
  const logShare = Math.log(share)
  const logRest = Math.log1p(-share)
  let logTerm = total * logRest
  let sum = Math.exp(logTerm)
  for (let k = 1; k <= count; k++) {
    logTerm += Math.log((total - k + 1) / k) + logShare - logRest
    sum += Math.exp(logTerm)
  }
  return sum
}
