import { describe, expect, it } from 'vitest'
import { compileRules, matchRules } from '../../src/rules/match-rules.js'
import { formatProblem, parseYaml } from '../../src/rules/parse-yaml.js'
import { phrasePackSchema } from '../../src/rules/phrase-pack.js'
import { phraseRules } from '../../src/rules/phrase-rules.js'

const PACK = `id: small
families: [noise]
source: made up
weight: 0.9
examples: [{ from: big information, to: big data }, { keep: information }]
phrases:
  huge information: big data
  bosom malignancy: [breast cancer, breast tumour]
`

function parse(text: string) {
  const parsed = parseYaml('pack.yml', text, phrasePackSchema)
  return parsed.ok ? { pack: parsed.value, problems: [] } : { problems: parsed.problems.map(formatProblem) }
}

function matches(text: string, sentence: string): [text: string, weight: number][] {
  const { pack } = parse(text)
  const found = matchRules(compileRules(phraseRules(pack!)), sentence.split(' '))
  return found.map(({ text, logWeight }) => [text, Number((10 ** logWeight).toFixed(3))])
}

describe('a phrase pack', () => {
  it('proposes what stood in the place of a phrase', () => {
    expect(matches(PACK, 'the huge information age')).toEqual([['big data', 0.9]])
  })

  it('shares the weight among several originals, the first the likeliest', () => {
    expect(matches(PACK, 'bosom malignancy')).toEqual([
      ['breast cancer', 0.6],
      ['breast tumour', 0.3],
    ])
  })

  it('weighs terms up that news knows less well', () => {
    expect(matches(PACK.replace('weight: 0.9', 'weight: 0.9\nlead: 1'), 'huge information')).toEqual([
      ['big data', 9],
    ])
  })

  it('says where a phrase stands twice', () => {
    expect(parse(`${PACK}  huge information: large data\n`).problems).toEqual([
      expect.stringMatching(/^pack\.yml:9:\d+ /),
    ])
  })
})
