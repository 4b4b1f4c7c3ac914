import { createRequire } from 'node:module'
import type { Processor } from 'unified'

/**
 * The parser of English text into nlcst trees: retext's processor with the parser for English. Loaded when the first
 * flagged document asks for it, since its fifty modules cost a clean one a tenth of its time.
 */
export function loadEnglishParser(): Pick<Processor, 'parse'> {
  const require = createRequire(import.meta.url)
  const { retext }: typeof import('retext') = require('retext')
  const { default: english }: typeof import('retext-english') = require('retext-english')
  return retext().use(english)
}
