/** A family of spun text that a document may belong to. */
export interface Nomination {
  /** Id of the family's profile. */
  readonly family: string
  /** Indices of the document's blocks that gave the suspicion, ascending. */
  readonly blocks: readonly number[]
}
