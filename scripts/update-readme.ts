/**
 * Puts into README.md what its calls print now, by the built command. Its diff is to be read: the README shows what
 * the product does.
 *
 *     npx tsx scripts/update-readme.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { withFreshOutput } from './console-examples.js'

const README = new URL('../README.md', import.meta.url)
const before = readFileSync(README, 'utf8')
const after = await withFreshOutput(before)
if (after !== before) writeFileSync(README, after)
console.log(`README.md ${after === before ? 'current' : 'written'}`)
