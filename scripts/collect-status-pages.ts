/**
 * Fetches the labelled pages that lie in npm packages into `.cache/status-pages`, for `npm run score -- status`. The
 * pages are their publishers' and are not kept with the project.
 *
 *     npx tsx scripts/collect-status-pages.ts
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COLLECTED, statusLabels } from './extraction/status-labels.js'

mkdirSync(COLLECTED, { recursive: true })
const wanted = statusLabels().flatMap(({ name, page }) => (page.kind === 'npm' ? [{ ...page, name }] : []))
for (const name of new Set(wanted.map((page) => page.package))) {
  const pages = wanted.filter((page) => page.package === name)
  const folder = mkdtempSync(join(tmpdir(), 'status-pages-'))
  const packed = execFileSync('npm', ['pack', name, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
  })
  execFileSync('tar', ['-xzf', join(folder, packed.trim()), '-C', folder])
  for (const page of pages)
    copyFileSync(join(folder, 'package', page.file), join(COLLECTED, `${page.name}.html`))
  rmSync(folder, { recursive: true })
  console.log(`${name}: ${pages.length} pages`)
}
