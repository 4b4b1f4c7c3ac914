/**
 * Writes `src/extract/page-weights.ts`: what tells a page with an article from a listing of many, by logistic regression
 * on the train sites of the WCXB development pages: whole, with the beginning of their article alone, without it, and
 * with the headlines and teasers of other pages in its place. Pages that `status-labels.json` names, or uses, take no part.
 *
 *     npx tsx scripts/fit-page-model.ts
 */
import { writeFileSync } from 'node:fs'
import type { Document } from '../src/core/document.js'
import { viewArticle } from '../src/extract/extract.js'
import { PAGE_FEATURES, pageFeatures } from '../src/extract/page-features.js'
import { loadResources } from '../src/resources.js'
import { fitLogistic, type Sample } from './extraction/fit-logistic.js'
import { labelledPages } from './extraction/labelled-pages.js'
import { asListing, keeping, withoutArticle } from './extraction/other-pages.js'
import { hasPages } from './extraction/pages.js'
import { labelledIds } from './extraction/status-labels.js'

/** A whole article that is taken for something else costs more than the reverse. */
const WHOLE_WEIGHT = 2

if (!hasPages()) {
  console.error('fit-page-model: skipped, the development pages are not beside the project')
} else {
  const { extract: resources } = await loadResources()
  const samples: Sample[] = []
  const add = (document: Document, target: number, weight = 1) => {
    const { article, roles, lines } = viewArticle(document, resources)
    samples.push({ features: pageFeatures(article, roles.headline, lines), target, weight })
  }
  const labelled = labelledIds()
  for (const scope of ['page', 'html'] as const) {
    const pages = (await labelledPages(scope, process.argv[2])).filter(
      ({ page }) => page.split === 'train' && !labelled.has(page.id) && page.body.length > 1000,
    )
    for (const [n, page] of pages.entries()) {
      let kept = 0
      add(
        keeping(page, () => true),
        1,
        WHOLE_WEIGHT,
      )
      add(
        keeping(page, (i) => page.labels[i]! < 0.5 || ++kept <= 4 + (n % 5)),
        1,
      )
      add(withoutArticle(page), 0)
      const others = [...pages.slice(n + 1), ...pages.slice(0, n)]
      add(asListing(page, others, n), 0)
    }
  }
  const weights = fitLogistic(samples, PAGE_FEATURES.length, 1)
  const rows = PAGE_FEATURES.map((name, f) => `  ['${name}', ${Number(weights[f]!.toFixed(2)) || 0}],`)
  writeFileSync(new URL('../src/extract/page-weights.ts', import.meta.url), file(rows))
  console.log(rows.join('\n'))
}

function file(rows: readonly string[]): string {
  return `import type { PAGE_FEATURES } from './page-features.js'

// Written by \`npx tsx scripts/fit-page-model.ts\`: logistic regression on the train sites of the WCXB development pages
// (CC-BY-4.0, © 2026 Murrough Foley), and on pages made of them without their article.

/** Log odds, base e, that each of \`PAGE_FEATURES\` adds to a page holding an article, in their order. */
export const PAGE_WEIGHTS: readonly (readonly [name: (typeof PAGE_FEATURES)[number], weight: number])[] = [
${rows.join('\n')}
]
`
}
