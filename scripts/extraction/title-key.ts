/** The words of a title in lower case: titles are compared without punctuation. */
export function titleKey(title: string): string {
  return (
    title
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
}
