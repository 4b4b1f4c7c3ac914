import type { Input } from './input.js'
import { splitExtension } from './readers.js'

/** An input that has no id yet. */
export interface Located extends Omit<Input, 'id'> {
  /** Name of the folder that `filePath` is relative to; empty for standard input. */
  readonly folder: string
}

/**
 * The inputs with their ids: the path without its extension; where two share that, both keep the extension; where they
 * still do, having come from different arguments, both get their folder's name in front; at last a number behind.
 */
export function assignIds(located: readonly Located[]): Input[] {
  const levels = new Array<number>(located.length).fill(0)
  for (;;) {
    const holders = new Map<string, number[]>()
    for (const [index, place] of located.entries()) {
      const id = idAt(place, levels[index]!, index)
      const others = holders.get(id)
      if (others) others.push(index)
      else holders.set(id, [index])
    }
    const clashing = [...holders.values()].filter((indices) => indices.length > 1).flat()
    if (clashing.length === 0) break
    for (const index of clashing) levels[index]!++
  }
  return located.map((place, index) => {
    const { path, filePath, source } = place
    return { id: idAt(place, levels[index]!, index), filePath, source, path }
  })
}

function idAt({ filePath, folder }: Located, level: number, index: number): string {
  if (filePath === '-') return level === 0 ? 'stdin' : `stdin~${level}`
  if (level === 0) return splitExtension(filePath).stem
  if (level === 1) return filePath
  const full = `${folder}/${filePath}`
  // The place in the run tells apart what names do not; more levels, more marks, so that the loop ends.
  return level === 2 ? full : `${full}${'~'.repeat(level - 2)}${index + 1}`
}
