/**
 * Which half of the measured web sites `host` belongs to: constants are tuned on `train`, figures are also given for
 * `held-out`. The choice is a hash of the host, so that pages of one site never stand on both sides.
 */
export function siteSplit(host: string): 'train' | 'held-out' {
  let hash = 0x811c9dc5
  for (const character of host.replace(/^www\./, '')) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  }
  return (hash >>> 0) % 10 < 6 ? 'train' : 'held-out'
}
