import ts from 'typescript'

/** A regular expression as it stands in a source file. */
export interface FoundExpression {
  /** Line on which it begins, from 1. */
  readonly line: number
  /** Null where it is put together from what only a run knows. */
  readonly pattern: string | null
  readonly flags: string
  /** Why its input cannot be long, as a comment above it says after `Bounded input:`; null where none does. */
  readonly bound: string | null
}

/** Every regular expression of a TypeScript file: literals, and calls of `RegExp` whose arguments are constants. */
export function findExpressions(path: string, text: string): FoundExpression[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const lines = text.split('\n')
  const constants = constantsOf(file)
  const found: FoundExpression[] = []
  const add = (node: ts.Node, pattern: string | null, flags: string) => {
    const line = lineOf(file, node)
    found.push({ line: line + 1, pattern, flags, bound: boundAbove(lines, file, node) })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      add(node, node.text.slice(1, end), node.text.slice(end + 1))
    } else if (isRegExpCall(node)) {
      const [pattern, flags] = node.arguments ?? []
      const isLiteral = pattern !== undefined && ts.isRegularExpressionLiteral(pattern)
      if (!isLiteral) {
        add(
          node,
          pattern ? constantText(pattern, constants) : '',
          flags ? (constantText(flags, constants) ?? '') : '',
        )
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isRegExpCall(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'RegExp'
  )
}

type Constants = ReadonlyMap<string, ts.Expression>

/** The file's own constants by name, so that patterns made of parts can be put together. */
function constantsOf(file: ts.SourceFile): Constants {
  const constants = new Map<string, ts.Expression>()
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const))
      continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer) constants.set(name.text, initializer)
    }
  }
  return constants
}

/** The text that an expression of strings, numbers and constants stands for; null for any other. */
function constantText(node: ts.Expression, constants: Constants): string | null {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text
  if (ts.isIdentifier(node)) {
    const constant = constants.get(node.text)
    return constant ? constantText(constant, constants) : null
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return joined([constantText(node.left, constants), constantText(node.right, constants)])
  }
  if (ts.isTemplateExpression(node)) return templateValue(node, constants, ({ text }) => text)
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw') {
    const raw = ({ rawText, text }: ts.TemplateLiteralLikeNode) => rawText ?? text
    const { template } = node
    return ts.isTemplateExpression(template) ? templateValue(template, constants, raw) : raw(template)
  }
  return null
}

function templateValue(
  { head, templateSpans }: ts.TemplateExpression,
  constants: Constants,
  read: (part: ts.TemplateLiteralLikeNode) => string,
): string | null {
  return joined([
    read(head),
    ...templateSpans.flatMap((span) => [constantText(span.expression, constants), read(span.literal)]),
  ])
}

function joined(parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : parts.join('')
}

/** What a comment directly above the expression, or above the statement that holds it, says of its input. */
function boundAbove(lines: readonly string[], file: ts.SourceFile, node: ts.Node): string | null {
  let statement = node
  while (!ts.isStatement(statement) && statement.parent) statement = statement.parent
  for (const from of new Set([lineOf(file, node), lineOf(file, statement)])) {
    const comment: string[] = []
    for (let at = from - 1; at >= 0 && /^\s*(?:\/\/|\/?\*)/.test(lines[at]!); at--) {
      comment.unshift(lines[at]!.replace(/^\s*(?:\/\/|\/?\*+\/?)\s?|\s*\*\/$/g, ''))
    }
    const bound = /Bounded input: (.+)/.exec(comment.join(' '))
    if (bound) return bound[1]!.trim()
  }
  return null
}

function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line
}
