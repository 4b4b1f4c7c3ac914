import { describe, expect, it } from 'vitest'
import { clean } from '../../src/pipeline.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import { toRecord } from '../../src/record/to-record.js'
import { loadResources } from '../../src/resources.js'
import { HEADLINES } from '../headlines.js'

const resources = await loadResources()

const MENU = [
  'Home',
  'News',
  'Politics',
  'Business',
  'Sport',
  'Culture',
  'Travel',
  'Weather',
  'Sign in',
  'Subscribe',
]
const STORY =
  'A fire in a warehouse at the harbour was put out early on Tuesday after six hours, the fire brigade said. Nobody was ' +
  'hurt in the fire, which began in a store of paint on the ground floor of the warehouse. The harbour was closed to ' +
  'ships until noon, and the police asked people who live near it to keep their windows shut.'

describe('an article of one paragraph', () => {
  it('is found among much furniture', () => {
    const page = [
      ...MENU,
      ...HEADLINES,
      'Fire in harbour warehouse put out',
      STORY,
      'Most read',
      ...HEADLINES,
    ].join('\n')
    const outcome = clean(toSourceRecord('page', page), resources)
    if (outcome.status !== 'cleaned') throw new Error(outcome.reason)
    expect(toRecord(outcome.document)).toMatchObject({
      text: STORY,
      metadata: { title: 'Fire in harbour warehouse put out', status: 'article' },
    })
  })
})
