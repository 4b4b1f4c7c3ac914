/**
 * Writes what the golden cases in `tests/golden/cases` give now as what they are expected to give. The diff is to be
 * read: it shows what a change does to articles. A new case is a new folder with a `source.txt`.
 *
 *     npx tsx scripts/update-golden.ts
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadResources } from '../src/resources.js'
import { goldenCases, produce } from '../tests/golden/golden-case.js'

const resources = await loadResources()
for (const golden of goldenCases()) {
  for (const [file, text] of Object.entries(produce(golden, resources))) {
    const path = join(golden.folder, file)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    writeFileSync(path, text)
    console.log(`${golden.name}/${file} written`)
  }
}
