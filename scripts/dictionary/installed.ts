import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expandHunspell } from './expand-hunspell.js'

export type DictionaryName = 'dictionary-en' | 'dictionary-en-gb'

/** All forms of the dictionary that npm installed under `name`. */
export function installedForms(name: DictionaryName): Set<string> {
  const folder = installedFolder(name)
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
  return expandHunspell(read('index.aff'), read('index.dic'))
}

/** The installed version of `name`. */
export function installedVersion(name: DictionaryName): string {
  const path = join(installedFolder(name), 'package.json')
  // npm writes the file; its `version` is a string.
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}

function installedFolder(name: DictionaryName): string {
  return dirname(createRequire(import.meta.url).resolve(name))
}
