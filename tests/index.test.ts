import { describe, expect, it } from 'vitest'
import * as unspin from '../src/index.js'

describe('the library', () => {
  it('has these public names and no others', () => {
    expect(Object.keys(unspin).toSorted()).toEqual([
      'DEFAULT_CLEAN_OPTIONS',
      'DEFAULT_RECORD_OPTIONS',
      'clean',
      'createSurvey',
      'formatProfile',
      'loadResources',
      'replay',
      'toHtmlRecord',
      'toRecord',
      'toSourceRecord',
      'undo',
      'undoRepairs',
      'withProfile',
      'withStories',
    ])
  })

  it('cleans a text, and takes it back', async () => {
    const source =
      'Bridge Opens After Two Years\n\nThe council opened the “new” bridge across the river on Monday.\n'
    const outcome = unspin.clean(unspin.toSourceRecord('a', source), await unspin.loadResources())
    if (outcome.status !== 'cleaned') throw new Error(outcome.reason)
    const record = unspin.toRecord(outcome.document)
    expect(record.text).toBe('The council opened the "new" bridge across the river on Monday.')
    expect(record.metadata.title).toBe('Bridge Opens After Two Years')
    expect(unspin.undo(record, source)).toEqual({ ok: true, source })
    const fields = { text: record.text, title: record.metadata.title }
    expect(unspin.replay(record, source)).toEqual({ ok: true, fields })
  })
})
