import { expect, test } from 'vitest'
import { overrideSettings } from '../../../scripts/score/override-settings.js'
import { DEFAULT_REPAIR_SETTINGS } from '../../../src/repair/settings.js'

test('the named settings change and all others stay', () => {
  const changed = overrideSettings(DEFAULT_REPAIR_SETTINGS, '{"decode":{"beam":3},"densities":[1]}')
  expect(changed).toEqual({
    ...DEFAULT_REPAIR_SETTINGS,
    decode: { ...DEFAULT_REPAIR_SETTINGS.decode, beam: 3 },
    densities: [1],
  })
})

test('a setting that there is not, or a value of another type, is refused by name', () => {
  expect(() => overrideSettings(DEFAULT_REPAIR_SETTINGS, '{"decode":{"bean":3}}')).toThrow('decode.bean')
  expect(() => overrideSettings(DEFAULT_REPAIR_SETTINGS, '{"decode":{"beam":"3"}}')).toThrow('decode.beam')
})
