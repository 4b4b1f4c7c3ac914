import { describe, expect, it } from 'vitest'
import { loadNewsUnigrams } from '../../src/load/models.js'
import { createStories } from '../../src/repair/stories.js'

const FERRY =
  'The ferry Halcyon ran aground off Skerry Point in thick fog, and the lifeboat crew ferried passengers to the quay at Dunvarra, the coastguard said.'
const ORCHARD =
  'Growers in the orchard valleys fear that codling moths will spoil the apple harvest, after hailstorms battered the blossom.'
const ASKED = 'Halcyon lifeboat Skerry Dunvarra coastguard passengers quay aground'.toLowerCase().split(' ')

const stories = createStories([ORCHARD, FERRY], loadNewsUnigrams())

describe('clean articles on the same story', () => {
  it('are found by the rare words that they share', () => {
    const story = stories.about(ASKED)
    expect(story?.share('lifeboat')).toBeGreaterThan(0)
    expect(story?.share('orchard')).toBe(0)
  })

  it('are not found by frequent words', () => {
    expect(stories.about(['the', 'crew', 'said', 'that', 'people', 'were', 'there'])).toBeNull()
  })

  it('are found the same in whatever order they come', () => {
    const turned = createStories([FERRY, ORCHARD], loadNewsUnigrams())
    expect(turned.about(ASKED)?.share('quay')).toBe(stories.about(ASKED)?.share('quay'))
  })

  it('are none where nothing is at hand', () => {
    expect(createStories([], loadNewsUnigrams()).about(ASKED)).toBeNull()
  })
})
