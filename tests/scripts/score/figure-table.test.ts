import { expect, test } from 'vitest'
import { countFigure, faultFigure } from '../../../scripts/score/figure.js'
import { withFigures } from '../../../scripts/score/figure-table.js'

const PAGE = `# Page

<!-- figures: written by scripts/write-figures.ts -->
old
<!-- end of figures -->

After.
`

test('the figures take the place between the marks, and writing them again changes nothing', () => {
  const figures = [countFigure('seed/shipped/restored', 97, 98), faultFigure('clean/texts opened', 0, 1000)]
  const written = withFigures(PAGE, figures, 'version 1')
  expect(written).toContain('| shipped, restored | 97 | of 98 |  |')
  expect(written).toContain('| texts opened | 0.0000 | 0 of 1000 | ≤ 0.0030 |')
  expect(written).not.toContain('old')
  expect(written.endsWith('\nAfter.\n')).toBe(true)
  expect(withFigures(written, figures, 'version 1')).toBe(written)
})

test('a page without marks is refused', () => {
  expect(() => withFigures('# Page', [], 'version 1')).toThrow('expected the marks')
})
