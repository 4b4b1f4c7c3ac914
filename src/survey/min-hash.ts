/** Permutations, and so bytes, of a signature. */
export const SIGNATURE_LENGTH = 128
/** Words in a run that is hashed as one. */
const SHINGLE_LENGTH = 4
/** Texts of fewer runs of words have no signature: two short notices are easily alike. */
const LEAST_SHINGLES = 16

/** Multipliers and offsets of the permutations: odd numbers and others from a fixed sequence, so that no run differs. */
const MULTIPLIERS = new Int32Array(SIGNATURE_LENGTH)
const OFFSETS = new Int32Array(SIGNATURE_LENGTH)
for (let p = 0, state = 0x2545f491; p < SIGNATURE_LENGTH; p++) {
  state = scrambled(state + 0x9e3779b9)
  MULTIPLIERS[p] = state | 1
  state = scrambled(state + 0x9e3779b9)
  OFFSETS[p] = state
}

/** The finaliser of MurmurHash3 (public domain, Austin Appleby): every bit of the result depends on every bit given. */
function scrambled(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/**
 * The signature of a text from the hashes of its words: the lowest byte of the least hash of its runs of words under each
 * of 128 permutations; null for a text of a line or two.
 * @see Broder 1997, On the resemblance and containment of documents; Li and König 2010, b-bit minwise hashing.
 */
export function signatureOf(words: Int32Array): Uint8Array | null {
  const shingles = words.length - SHINGLE_LENGTH + 1
  if (shingles < LEAST_SHINGLES) return null
  const least = new Int32Array(SIGNATURE_LENGTH).fill(0x7fffffff)
  for (let i = 0; i < shingles; i++) {
    let shingle = 0
    for (let k = i; k < i + SHINGLE_LENGTH; k++) shingle = scrambled(Math.imul(shingle, 31) + words[k]!)
    for (let p = 0; p < SIGNATURE_LENGTH; p++) {
      const place = Math.imul(shingle, MULTIPLIERS[p]!) ^ OFFSETS[p]!
      if (place < least[p]!) least[p] = place
    }
  }
  // The least values are small by nature: their high bits say little, and so do the low bits of a product.
  return Uint8Array.from(least, (value) => scrambled(value))
}

/** The estimated share, 0 to 1, of the runs of words that two texts have in common; its standard error is 0.04 at most. */
export function similarityOf(a: Uint8Array, b: Uint8Array): number {
  let equal = 0
  for (let p = 0; p < SIGNATURE_LENGTH; p++) if (a[p] === b[p]) equal++
  // One pair of bytes in 256 is equal by chance.
  return Math.max(0, (equal / SIGNATURE_LENGTH - 1 / 256) / (1 - 1 / 256))
}
