import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/** A module of `src/`, by its path there. */
interface Module {
  readonly path: string
  /** A folder of `src/`, or the file itself where it stands beside them. */
  readonly part: string
  readonly imports: readonly Import[]
  /** Names used as values, such as `process`. */
  readonly identifiers: ReadonlySet<string>
}

interface Import {
  /** A path in `src/`, or the name of a package. */
  readonly target: string
  readonly isOurs: boolean
  readonly isType: boolean
  readonly isLazy: boolean
}

const MODULES: readonly Module[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => readModule(path.replaceAll('\\', '/')))

function readModule(path: string): Module {
  const text = readFileSync(join(SRC, path), 'utf8')
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const imports: Import[] = []
  const identifiers = new Set<string>()
  const add = (specifier: ts.Node | undefined, isType: boolean, isLazy: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return
    const isOurs = specifier.text.startsWith('.')
    const target = isOurs
      ? relative(SRC, join(SRC, dirname(path), specifier.text))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts')
      : specifier.text
    imports.push({ target, isOurs, isType, isLazy })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false, false)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, true)
    } else if (ts.isIdentifier(node) && !isMemberName(node)) identifiers.add(node.text)
    else if (ts.isPropertyAccessExpression(node)) identifiers.add(node.getText(file).replace(/\s/g, ''))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { path, part: path.includes('/') ? path.slice(0, path.indexOf('/')) : path, imports, identifiers }
}

/** True for the `b` of `a.b` and for the names of properties: they are no use of a global. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isPropertySignature(parent) && parent.name === node) ||
    (ts.isQualifiedName(parent) && parent.right === node)
  )
}

const STAGES = ['normalise', 'extract', 'detect', 'repair']

/** What each part may import beside itself. Whatever is not listed here may import anything that is. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  language: ['core'],
  rules: ['core', 'language'],
  normalise: ['core', 'language', 'rules'],
  extract: ['core', 'language', 'rules'],
  detect: ['core', 'language', 'rules'],
  repair: ['core', 'language', 'rules'],
  learn: ['core', 'language', 'rules', 'repair'],
  survey: ['core', 'language', 'rules'],
  record: ['core'],
  read: ['core'],
  write: ['core', 'record'],
  load: ['core', 'language', 'rules'],
  'clean-options.ts': STAGES,
  'pipeline.ts': ['core', 'language', 'rules', ...STAGES, 'clean-options.ts'],
  'resources.ts': ['core', 'language', 'rules', 'load', ...STAGES, 'pipeline.ts'],
  'settle-record.ts': ['core', 'read', 'record', 'clean-options.ts', 'pipeline.ts'],
  supervise: ['core', 'read', 'record', 'clean-options.ts', 'pipeline.ts', 'settle-record.ts'],
  'run.ts': [
    'core',
    'read',
    'record',
    'write',
    'clean-options.ts',
    'pipeline.ts',
    'settle-record.ts',
    'supervise',
  ],
}

/** Parts that only these may import: nothing below the command knows of it. */
const TOP = ['cli', 'index.ts', 'check-rules.ts', 'run.ts']

/** Where the world outside may be named. */
const OUTSIDE = new Set(['read', 'write', 'load', 'supervise', 'run.ts', 'cli'])

/** Packages that stand in more than one file, with the reason. */
const SHARED_PACKAGES: Readonly<Record<string, string>> = {
  entities: 'characters written by name stand in text and, twice escaped, in structured data',
  zod: 'each definition of a file format is written in it',
}

function sources(packageName: string): string[] {
  return MODULES.filter(({ imports }) =>
    imports.some(({ target, isOurs }) => !isOurs && packageOf(target) === packageName),
  ).map(({ path }) => path)
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The shortest chain of imports by which loading `path` loads `target`; null when it does not. */
function wayTo(path: string, target: string): readonly string[] | null {
  const seen = new Set([path])
  const ways: (readonly string[])[] = [[path]]
  for (const way of ways) {
    if (way.at(-1) === target) return way
    const module = MODULES.find(({ path }) => path === way.at(-1))
    for (const next of module?.imports ?? []) {
      if (next.isType || next.isLazy || seen.has(next.target)) continue
      seen.add(next.target)
      ways.push([...way, next.target])
    }
  }
  return null
}

describe('the imports', () => {
  it.each(MODULES)('of $path go only where its part may go', ({ path, part, imports }) => {
    const allowed = ALLOWED[part]
    const targets = imports.filter(({ isOurs }) => isOurs).map(({ target }) => target)
    for (const target of targets) {
      const to = target.includes('/') ? target.slice(0, target.indexOf('/')) : target
      if (to === part && part !== path) continue
      if (allowed) expect(allowed, `${path} imports ${target}`).toContain(to)
      else expect(part === 'cli' || to !== 'cli', `${path} imports ${target}`).toBe(true)
    }
  })

  it('name every part of src', () => {
    const known = new Set([...Object.keys(ALLOWED), ...TOP])
    expect(MODULES.map(({ part }) => part).filter((part) => !known.has(part))).toEqual([])
  })

  it('make no cycle', () => {
    const done = new Set<string>()
    const visit = (path: string, way: readonly string[]): void => {
      expect(way, `${[...way, path].join(' → ')} is a cycle`).not.toContain(path)
      if (done.has(path)) return
      const module = MODULES.find((module) => module.path === path)
      for (const { target, isOurs } of module?.imports ?? []) if (isOurs) visit(target, [...way, path])
      done.add(path)
    }
    for (const { path } of MODULES) visit(path, [])
  })

  it('of a package stand in one file', () => {
    const packages = new Set(
      MODULES.flatMap(({ imports }) => imports)
        .filter(({ target, isOurs }) => !isOurs && !target.startsWith('node:'))
        .map(({ target }) => packageOf(target)),
    )
    const spread = [...packages].filter((name) => sources(name).length > 1)
    expect(spread.filter((name) => !(name in SHARED_PACKAGES))).toEqual([])
  })
})

describe('the world outside', () => {
  const inside = MODULES.filter(({ part }) => !OUTSIDE.has(part))

  it.each(inside)('is not named in $path', ({ imports, identifiers }) => {
    const modules = imports.map(({ target }) => target).filter((target) => /^node:|^p-queue$/.test(target))
    expect(modules).toEqual([])
    for (const name of ['process', 'console', 'require', 'fetch']) expect(identifiers).not.toContain(name)
  })

  it.each(MODULES.filter(({ part }) => part !== 'cli'))(
    'lends $path neither clock nor chance nor locale',
    ({ identifiers }) => {
      for (const name of ['Date', 'performance', 'Math.random', 'Intl'])
        expect(identifiers).not.toContain(name)
      expect([...identifiers].filter((name) => /\.(toLocale\w*|localeCompare)$/.test(name))).toEqual([])
    },
  )
})

describe('starting', () => {
  it.each(['p-queue', 'zod', 'yaml', 'pipeline.ts', 'run.ts'])(
    'for the help alone does not load %s',
    (name) => {
      expect(wayTo('cli/main.ts', 'commander')).not.toBeNull()
      expect(wayTo('cli/main.ts', name)).toBeNull()
    },
  )

  it.each(['zod', 'yaml'])('to clean does not load %s', (name) => {
    expect(wayTo('cli/clean.ts', 'p-queue')).not.toBeNull()
    expect(wayTo('cli/clean.ts', name)).toBeNull()
  })
})
