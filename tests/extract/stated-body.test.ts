import { describe, expect, it } from 'vitest'
import { statedOdds } from '../../src/extract/stated-body.js'

const STORY = [
  'The orchard above the village has been sold to a cider maker from the coast, the family that owned it said on Sunday.',
  'Four generations picked apples there, and the last of them, a retired teacher, said that nobody wants to go on.',
  'The cider maker plans to keep the oldest trees, to plant six hundred new ones and to open a press house in autumn.',
  'Neighbours fear the traffic that a press house may bring, and have asked the council to look at the narrow road first.',
  'A decision on the road is expected in May, after the council has heard both the cider maker and the neighbours.',
  'Until then nobody may plant, fell or build anything on the slope, not even a fence, a spokesman of the council said.',
]
const PROMPT = 'Our readers send us the best pictures of the season, and we print one of them each week.'

/** What `stated` adds to each line of a page of which all lines look like text to the line model. */
function added(lines: readonly string[], stated: string | null): number[] | null {
  const text = lines.join('\n')
  let at = 0
  const segments = lines.map((line) => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length, breaks: 1, given: null, credit: null }
  })
  const odds = statedOdds(
    { text, segments },
    stated,
    Float64Array.from(lines, () => 2),
  )
  return odds && [...odds]
}

describe('the text that a page states in its data', () => {
  it('speaks for the lines in it, and against others', () => {
    const odds = added([...STORY, PROMPT], STORY.join(' '))!
    expect(odds.slice(0, -1).every((value) => value > 0)).toBe(true)
    expect(odds.at(-1)).toBeLessThan(0)
  })

  it('counts the same with other quotation marks, case and spaces', () => {
    expect(added(STORY, STORY.join('\n\n').toUpperCase())).toEqual(added(STORY, STORY.join(' ')))
  })

  it('says nothing where it was cut off, is another text or is not given', () => {
    expect(added(STORY, `${STORY.slice(0, 2).join(' ')} …`)).toBe(null)
    expect(added(STORY, STORY.map((line) => [...line].reverse().join('')).join(' '))).toBe(null)
    expect(added(STORY, null)).toBe(null)
  })
})
