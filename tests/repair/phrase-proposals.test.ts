import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packThesaurus } from '../../scripts/thesaurus/pack-thesaurus.js'
import { packFile } from '../../src/language/packed-file.js'
import { openThesaurus } from '../../src/language/thesaurus.js'
import { createChannelModel } from '../../src/repair/channel-model.js'
import { createPhraseProposals } from '../../src/repair/phrase-proposals.js'
import { parseYaml } from '../../src/rules/parse-yaml.js'
import { spinnerProfileSchema } from '../../src/rules/spinner-profile.js'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const THESAURUS = openThesaurus(
  packFile(
    packThesaurus(
      { a: ['angstrom', 'angstrom unit'], ride: ['drive', 'go along', 'mount up'], sit: ['ride herd on'] },
      [],
    ),
    digest,
  ).slice().buffer,
)
// Inflected forms that the test's news does not use are left out.
const NEWS = {
  rank: (word: string) =>
    ['a', 'ride', 'rode', 'rides', 'sit', 'sat'].includes(word) ? 50 : Number.POSITIVE_INFINITY,
}

function proposals(file: string, sentence: string): [from: number, to: number, text: string][] {
  const path = `rules/spinners/${file}.yml`
  const parsed = parseYaml(
    path,
    readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'),
    spinnerProfileSchema,
  )
  if (!parsed.ok) throw new Error(path)
  const channel = createChannelModel(parsed.value, THESAURUS, NEWS)
  const propose = createPhraseProposals(channel, () => THESAURUS, NEWS)
  return propose(sentence.split(' ')).map(({ from, to, text }) => [from, to, text])
}

describe('proposals for phrases of the thesaurus', () => {
  it('name the single words that such an entry is listed under', () => {
    expect(proposals('wordnet-noise', 'it was angstrom unit house')).toEqual([[2, 4, 'a']])
  })

  it('name the forms that a spinner that loses endings may have replaced', () => {
    const found = proposals('wordnet-noise', 'they go along')
    expect(found.map(([, , text]) => text).toSorted()).toEqual(['ride', 'rides', 'rode'])
  })

  it('are none for spinners that put in single words only', () => {
    expect(proposals('mythes-first-synonym', 'it was angstrom unit house')).toEqual([])
  })
})
