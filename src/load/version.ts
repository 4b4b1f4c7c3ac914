import { readFileSync } from 'node:fs'

/** The version of Unspin, as its package says. */
export function readVersion(): string {
  // `package.json` lies beside `src/` and `dist/`, and this module in a folder of either.
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return version
}
