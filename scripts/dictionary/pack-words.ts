import { createHash } from 'node:crypto'
import { packFile } from '../../src/language/packed-file.js'
import { packStringTable } from '../../src/language/string-table.js'
import {
  capitalBits,
  SHAPE,
  shapeOf,
  VARIETY,
  type Variety,
  WORD_SET_KIND,
  WORD_SET_VERSION,
} from '../../src/language/word-set.js'

/**
 * The bytes of a word-set file that holds the forms of the two dictionaries; possessives in `'s` are left out, for the
 * reader makes them.
 */
export function packWords(
  dictionaries: Readonly<Record<Variety, Iterable<string>>>,
  sources: readonly string[],
): Uint8Array {
  const shapes = new Map<string, number>()
  const mixed = new Map<string, Set<number>>()
  for (const variety of ['american', 'british'] as const) {
    for (const form of dictionaries[variety]) {
      if (form.endsWith("'s") || !/\p{L}/u.test(form)) continue
      const key = form.toLowerCase()
      const shape = shapeOf(form, 0, form.length)
      shapes.set(key, (shapes.get(key) ?? 0) | shape | VARIETY[variety])
      if (shape !== SHAPE.mixed) continue
      mixed.set(key, (mixed.get(key) ?? new Set()).add(capitalBits(form, 0, form.length)))
    }
  }
  const keys = [...shapes.keys()].sort()
  const table = packStringTable(keys)
  return packFile(
    {
      kind: WORD_SET_KIND,
      version: WORD_SET_VERSION,
      numbers: { words: keys.length },
      sources,
      arrays: {
        wordCharacters: table.characters,
        wordOffsets: table.offsets,
        wordSlots: table.slots,
        shapes: Uint8Array.from(keys, (key) => shapes.get(key)!),
        mixedForms: Uint32Array.from(
          keys.flatMap((key, index) => [...(mixed.get(key) ?? [])].flatMap((bits) => [index, bits])),
        ),
      },
    },
    (bytes) => createHash('sha256').update(bytes).digest('hex'),
  )
}
