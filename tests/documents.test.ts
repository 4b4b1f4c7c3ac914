import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../', import.meta.url)
const { scripts, dependencies } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'))

function read(name: string): string {
  return readFileSync(new URL(name, ROOT), 'utf8')
}

function captures(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, captured]) => captured!)
}

describe.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'THIRD_PARTY_NOTICES.md'])(
  '%s',
  (name) => {
    const text = read(name)

    it('names files and folders that are there', () => {
      const inBackticks = captures(text, /`((?:rules|models|schema|tests|scripts|src|\.ci)\/[\w./-]*)`/g)
      const linked = captures(text, /\]\(([\w./-]+)\)/g)
      const missing = [...inBackticks, ...linked].filter((path) => !existsSync(new URL(path, ROOT)))
      expect(missing).toEqual([])
    })

    it('names scripts that are there', () => {
      const named = captures(text, /npm run (?:--silent )?([\w:]+)/g)
      expect(named.filter((script) => !(script in scripts))).toEqual([])
    })
  },
)

describe('ARCHITECTURE.md', () => {
  it('gives a reason for every dependency, with its version', () => {
    const text = read('ARCHITECTURE.md')
    const missing = Object.entries(dependencies).filter(
      ([name, version]) => !text.includes(`${name} ${version}`),
    )
    expect(missing).toEqual([])
  })
})

describe('THIRD_PARTY_NOTICES.md', () => {
  it('speaks of every model file', () => {
    const text = read('THIRD_PARTY_NOTICES.md')
    const models = captures(read('src/load/models.ts'), /'([\w-]+\.bin)'/g)
    expect(models.length).toBeGreaterThan(0)
    expect(models.filter((model) => !text.includes(`models/${model}`))).toEqual([])
  })
})
