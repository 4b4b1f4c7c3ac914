/**
 * The established terms that a note of the Problematic Paper Screener names, likeliest first; none where its authors
 * were not sure. Notes hold remarks in brackets, `(?)`, abbreviations, and alternatives joined by `/` or `or`.
 */
export function cleanTerm(note: string): string[] {
  const bare = note
    .toLowerCase()
    .replace(/, see .*/, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/["\\]/g, '')
  const certain = tidy(bare.replace(/\?\s*$/, ''))
  if (certain.includes('?')) return []
  const terms = certain.split(' or ').flatMap(alternatives).map(tidy)
  return [...new Set(terms)].filter((term) => /^[a-z0-9][a-z0-9'’éïö.+-]*( [a-z0-9'’éïö.+-]+)*$/.test(term))
}

/** `infected/affected people` gives two terms, and so does `digital crime/cyber crime`. */
function alternatives(term: string): string[] {
  const sides = term.split('/').map(tidy)
  if (sides.length === 1) return sides
  const lengths = new Set(sides.map((side) => side.split(' ').length))
  if (lengths.size === 1) return sides
  let variants = ['']
  for (const word of term.split(' ')) {
    variants = variants.flatMap((variant) => word.split('/').map((choice) => `${variant} ${choice}`))
  }
  return variants.slice(0, 4)
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
