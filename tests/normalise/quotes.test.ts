import { describe, it } from 'vitest'
import { expectKept, expectNormalised } from './normalised.js'

describe('curly quotes', () => {
  const expectCurly = (from: string, to: string) => expectNormalised(from, to, 'curly')

  it('opens behind spaces, brackets and dashes, and closes elsewhere', () => {
    expectCurly('"Yes," he said. ("No.")—"Maybe" "again"', '“Yes,” he said. (“No.”)—“Maybe” “again”')
  })

  it('nests single marks in double ones and the other way round', () => {
    expectCurly(`"He said 'go' and 'stay.'"`, '“He said ‘go’ and ‘stay.’”')
    expectCurly(`'A "word" of it'`, '‘A “word” of it’')
    expectCurly(`"'Go,' he said."`, '“‘Go,’ he said.”')
  })

  it('tells apostrophes from opening marks', () => {
    expectCurly(
      `It's the boys' dog, rock 'n' roll of the '90s; 'tis the workers' 2024's`,
      'It’s the boys’ dog, rock ’n’ roll of the ’90s; ’tis the workers’ 2024’s',
    )
  })

  it('opens again in a paragraph that goes on with a quotation', () => {
    expectCurly('"One.\n\n"Two," he said.', '“One.\n\n“Two,” he said.')
  })

  it('closes a quotation that ends in a figure', () => {
    expectCurly('"We were 20" and \'in 1990\'', '“We were 20” and ‘in 1990’')
  })

  it('leaves feet and inches', () => {
    expectKept(`5'10" tall, a 27" screen and 6' wide`, 'curly')
  })

  it('keeps curly marks that stand already', () => {
    expectKept('“It’s ‘fine’,” he said. „So“', 'curly')
  })

  it('turns reversed marks round', () => expectCurly('‟Yes” ‛no’', '“Yes” ‘no’'))
})

describe('kept quotes', () => {
  it('leaves marks as they come, and still mends apostrophes', () => {
    expectNormalised('“Yes” "no" ‘so’ 2025′s', '“Yes” "no" ‘so’ 2025\'s', 'keep')
  })
})
