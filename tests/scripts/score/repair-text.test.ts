import { expect, test } from 'vitest'
import { repairText } from '../../../scripts/score/repair-text.js'
import { openRules } from '../../../src/load/rules.js'
import { DEFAULT_REPAIR_SETTINGS } from '../../../src/repair/settings.js'
import { createResources } from '../../../src/resources.js'

const resources = createResources(await openRules())

test('edits are given by paragraph, with spans in that paragraph', () => {
  const spun = [
    'Officials said the aforesaid antheral had stolen wealth successful the metropolis.',
    'Helium told the tribunal that helium would like to beryllium astatine location portion the lawsuit goes connected.',
  ]
  const { opened, edits } = repairText(spun, resources, DEFAULT_REPAIR_SETTINGS)
  expect(opened).toBe(true)
  const seen = edits.map((list, index) => list.map(({ start, end }) => spun[index]!.slice(start, end)))
  expect(seen[0]).toContain('successful')
  expect(seen[1]).toContain('helium')
})

test('clean text is not opened', () => {
  const { opened, edits } = repairText(
    ['The council met on Monday to discuss the new bridge over the river.'],
    resources,
    DEFAULT_REPAIR_SETTINGS,
  )
  expect(opened).toBe(false)
  expect(edits).toEqual([[]])
})
