/**
 * A number from 0 to 1 (1 excluded) that looks random and depends on `parts` alone, in this order: FNV-1a over them,
 * mixed as MurmurHash3 ends. Choices of the simulators come from here, never from a random source.
 */
export function uniform(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const part of parts) {
    for (const character of `${part}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
    // A part's end counts, so that ('ab', 'c') is not ('a', 'bc').
    hash = Math.imul(hash ^ 0x1f, 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** Index of the mass in which `at`, from 0 to 1, falls when `masses` share that range out; -1 when all are 0. */
export function pickByMass(masses: readonly number[], at: number): number {
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  let left = at * total
  let last = -1
  for (const [index, mass] of masses.entries()) {
    if (mass <= 0) continue
    last = index
    left -= mass
    if (left < 0) return index
  }
  return last
}
