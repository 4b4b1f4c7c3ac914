/** The page that another repeats. */
export interface Repeated {
  /** Id of the first page with the article. */
  readonly id: string
  /** Share of their runs of words that the group's pages have in common with the first, 0 to 1, at the least. */
  readonly similarity: number
}

/** The rule id of the finding that a page repeats another. */
export const NEAR_DUPLICATE = 'profile/near-duplicate'

/** What people are told of a page that repeats another. */
export function repeatsWhat({ id, similarity }: Repeated): string {
  return `repeats ${id}: ${Math.round(100 * similarity)} % of its runs of words are the same`
}
