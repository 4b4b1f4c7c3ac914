import type { SiteProfile } from '../rules/site-profile.js'

/** The profile as the text of its file: JSON with a line for each line and page, so that people can read and edit it. */
export function formatProfile({ version, sites, near_duplicates }: SiteProfile): string {
  const surveyed = sites.map(
    ({ site, pages, lines }) =>
      `    {\n      "site": ${JSON.stringify(site)},\n      "pages": ${pages},\n      "lines": ${listed(lines, '      ')}\n    }`,
  )
  const groups = near_duplicates.map(
    ({ similarity, pages }) =>
      `    {\n      "similarity": ${similarity},\n      "pages": ${listed(pages, '      ')}\n    }`,
  )
  const list = (entries: readonly string[]) => (entries.length > 0 ? `[\n${entries.join(',\n')}\n  ]` : '[]')
  return `{\n  "version": ${version},\n  "sites": ${list(surveyed)},\n  "near_duplicates": ${list(groups)}\n}\n`
}

function listed(entries: readonly object[], indent: string): string {
  const lines = entries.map((entry) => {
    const fields = Object.entries(entry).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    )
    return `${indent}  { ${fields.join(', ')} }`
  })
  return lines.length > 0 ? `[\n${lines.join(',\n')}\n${indent}]` : '[]'
}
