import type { SpinnerProfile } from '../rules/spinner-profile.js'

const WIDTH = 120

/**
 * The profile as a file for `rules/spinners/`, with `remarks` for the person who reviews it in front: one pair and one
 * example a line, so that any of them can be taken out. The schema is `schema/spinner-profile.schema.json`.
 */
export function formatProfile(profile: SpinnerProfile, remarks: readonly string[]): string {
  const { walk, coverage, table, examples, ...plain } = profile
  const { skip, vocabulary, signature, gate_surcharge, digits, ...rest } = plain
  const { id, summary, tokens, inflection, multiword, share, table_confidence, ...found } = rest
  const parts = [
    remarks.map((remark) => `# ${remark}`.trimEnd()),
    entries({ id, summary, tokens, inflection, multiword, share }),
    nested('walk', walk),
    nested('coverage', coverage),
    entries({ table_confidence }),
    entries({ ...found, gate_surcharge, digits }),
    filled('skip', skip),
    filled('vocabulary', vocabulary),
    filled('signature', signature),
    items('table', table),
    items('examples', examples),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function entries(map: object, indent = ''): string[] {
  return Object.entries(map).flatMap(([key, value]) =>
    value === undefined ? [] : [`${indent}${key}: ${inline(value)}`],
  )
}

function nested(key: string, map: object): string[] {
  return [`${key}:`, ...entries(map, '  ')]
}

function items(key: string, list: readonly object[]): string[] {
  return list.length === 0 ? [`${key}: []`] : [`${key}:`, ...list.map((item) => `  - ${inline(item)}`)]
}

/** A list of words over as many lines as it needs. */
function filled(key: string, words: readonly string[]): string[] {
  const lines: string[] = []
  let line = `${key}: [`
  for (const [index, word] of words.entries()) {
    const text = `${inline(word)}${index < words.length - 1 ? ',' : ''}`
    const isFirst = line.endsWith('[') || line.trim() === ''
    if (line.length + text.length + 1 > WIDTH && !isFirst) {
      lines.push(line)
      line = `  ${text}`
    } else line += isFirst ? text : ` ${text}`
  }
  return [...lines, `${line}]`]
}

/** A value in YAML's flow style. Words that YAML could take for something else are quoted as in JSON, which it reads. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).filter(([, part]) => part !== undefined)
    return `{ ${pairs.map(([key, part]) => `${key}: ${inline(part)}`).join(', ')} }`
  }
  if (typeof value !== 'string') return String(value)
  return /^[a-z][a-z_-]*$/.test(value) && !RESERVED.has(value) ? value : JSON.stringify(value)
}

/** Plain words that YAML, in one version or another, does not take for words. */
const RESERVED = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null'])
