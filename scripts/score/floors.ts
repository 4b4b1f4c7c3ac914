import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Figure } from './figure.js'

const pinSchema = z.union([
  z.strictObject({ floor: z.number(), why: z.string().optional() }),
  z.strictObject({ ceiling: z.number(), why: z.string().optional() }),
])

/** For figures by name: the least, or the most, that each may come to. */
export type Floors = Readonly<Record<string, z.infer<typeof pinSchema>>>

/** The floors pinned in `floors.json`. */
export function readFloors(): Floors {
  const text = readFileSync(new URL('./floors.json', import.meta.url), 'utf8')
  return z.record(z.string(), pinSchema).parse(JSON.parse(text))
}

/**
 * A line for each figure of `figures` that is worse than its pin, and for each pin that begins with one of `sections`
 * and has no figure, so that a figure cannot escape its pin by another name.
 */
export function brokenFloors(
  figures: readonly Figure[],
  floors: Floors,
  sections: readonly string[],
): string[] {
  const byName = new Map(figures.map((figure) => [figure.name, figure]))
  return Object.entries(floors).flatMap(([name, pin]) => {
    const figure = byName.get(name)
    if (!figure) {
      return sections.some((section) => name.startsWith(`${section}/`))
        ? [`${name} is pinned but was not measured`]
        : []
    }
    const { value } = figure
    if ('floor' in pin) return value < pin.floor ? [`${name} is ${value}, below its floor ${pin.floor}`] : []
    return value > pin.ceiling ? [`${name} is ${value}, above its ceiling ${pin.ceiling}`] : []
  })
}
