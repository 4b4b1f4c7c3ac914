import { writeFileSync } from 'node:fs'
import { segmentText } from '../src/extract/article.js'
import { HEADLINE_FEATURES, headlineCandidates } from '../src/extract/headline-features.js'
import { scoreLines } from '../src/extract/score-lines.js'
import { titleKey } from '../src/extract/titles.js'
import { fitLogistic, type Sample } from './extraction/fit-logistic.js'
import { labelledPages, shortened, tightened } from './extraction/labelled-pages.js'
import { hasPages } from './extraction/pages.js'

if (!hasPages()) {
  console.error('fit-headline: skipped, the development pages are not beside the project')
} else {
  const rendered = process.argv[2]
  const samples: Sample[] = []
  const near = await labelledPages('near', rendered)
  const whole = await labelledPages('page', rendered)
  const collections = [whole, whole.map(shortened), near, near.map(shortened), near.map(tightened)]
  for (const pages of collections) {
    for (const { page, view } of pages) {
      if (page.split !== 'train') continue
      const article = scoreLines(view)
      const wanted = titleKey(page.title)
      const candidates = headlineCandidates(article)
      const isTitle = candidates.map(({ index }) => titleKey(segmentText(article, index)) === wanted)
      const stands = view.segments.some((_, i) => titleKey(segmentText(article, i)) === wanted)
      // A page whose title stands where no candidate is says nothing of the candidates.
      if (stands && !isTitle.includes(true)) continue
      for (const [i, { features }] of candidates.entries()) {
        samples.push({ features, target: isTitle[i] ? 1 : 0, weight: stands ? 1 : 0.5 })
      }
    }
  }
  const weights = fitLogistic(samples, HEADLINE_FEATURES.length, 1)
  const rows = HEADLINE_FEATURES.map((name, f) => `  ['${name}', ${Number(weights[f]!.toFixed(2)) || 0}],`)
  writeFileSync(new URL('../src/extract/headline-weights.ts', import.meta.url), file(rows))
}

function file(rows: readonly string[]): string {
  return `import type { HEADLINE_FEATURES } from './headline-features.js'

// Written by \`npx tsx scripts/fit-headline.ts\`: logistic regression on the train sites of the WCXB development pages
// (CC-BY-4.0, © 2026 Murrough Foley), whole, shortened and tightened pages together.

/** Log odds, base e, that each feature adds to a segment being the headline, in the order of \`HEADLINE_FEATURES\`. */
export const HEADLINE_WEIGHTS: readonly (readonly [name: (typeof HEADLINE_FEATURES)[number], weight: number])[] = [
${rows.join('\n')}
]
`
}
