import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'

/** A fault in a rule file: where it is (1-based) and what was found and expected. */
export interface Problem {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Either the file's value with a way to find its parts again, or every problem found in it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly locate: (keys: readonly PropertyKey[]) => Location }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Line and column, both from 1. */
export interface Location {
  readonly line: number
  readonly column: number
}

/** `path:line:column message`, as editors and compilers write it. */
export function formatProblem({ path, line, column, message }: Problem): string {
  return `${path}:${line}:${column} ${message}`
}

/** The YAML `text` of the file at `path`, checked against `schema`; problems carry line and column. */
export function parseYaml<T>(path: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const lines = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (yaml.errors.length > 0) {
    return {
      ok: false,
      problems: yaml.errors.map((error) => ({ path, ...at(error.pos[0]), message: error.message })),
    }
  }
  const locate = (keys: readonly PropertyKey[]) => at(offsetOf(yaml.contents, keys))
  const checked = schema.safeParse(yaml.toJS())
  if (checked.success) return { ok: true, value: checked.data, locate }
  return {
    ok: false,
    problems: checked.error.issues
      .flatMap((issue) => leafIssues(issue))
      .map(({ keys, message }) => ({
        path,
        ...locate(keys),
        message: keys.length > 0 ? `${keys.map(String).join('.')}: ${message}` : message,
      })),
  }
}

interface LeafIssue {
  readonly keys: readonly PropertyKey[]
  readonly message: string
}

/** A failed union reports each branch; the branch that got furthest says what the writer most likely meant. */
function leafIssues(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[] = []): LeafIssue[] {
  const keys = [...prefix, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ keys, message: issue.message }]
  const depth = (branch: readonly z.core.$ZodIssue[]) => Math.max(...branch.map(({ path }) => path.length))
  const furthest = issue.errors.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best))
  return furthest.flatMap((inner) => leafIssues(inner, keys))
}

/** Offset of the deepest node on the way `keys` that the file holds. */
function offsetOf(root: Node | null, keys: readonly PropertyKey[]): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
      if (!pair) return offset
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(key)]
      offset = (node as Node | undefined)?.range?.[0] ?? offset
    } else return offset
  }
  return offset
}
