import type { RepairSettings } from '../../src/repair/settings.js'

/**
 * `defaults` with the values of `json` in their place, for ablations: `{"topic":{"nearWeight":0}}`.
 * @throws Error when `json` names a setting that there is not, or gives it a value of another type.
 */
export function overrideSettings(defaults: RepairSettings, json: string): RepairSettings {
  // What is merged has the shape of the defaults: every key and type is compared with them.
  return merge(defaults, JSON.parse(json), '') as RepairSettings
}

function merge(known: unknown, given: unknown, path: string): unknown {
  if (typeof known !== typeof given || Array.isArray(known) !== Array.isArray(given)) {
    throw new Error(
      `${path || 'settings'}: ${JSON.stringify(given)}; expected the like of ${JSON.stringify(known)}`,
    )
  }
  if (typeof known !== 'object' || known === null || Array.isArray(known)) return given
  const merged: Record<string, unknown> = { ...known }
  for (const [key, value] of Object.entries(given as object)) {
    const place = path === '' ? key : `${path}.${key}`
    if (!Object.hasOwn(known, key)) throw new Error(`${place}: there is no such setting`)
    merged[key] = merge(merged[key], value, place)
  }
  return merged
}
