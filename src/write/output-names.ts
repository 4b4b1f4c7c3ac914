import { createHash } from 'node:crypto'

/** A segment stays under 255 bytes with a hash, a number and the longest extension behind it. */
const MAX_SEGMENT_BYTES = 200
/** Characters that some file system refuses, and invisible ones that would make two names look alike. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/gu
/** Names that Windows gives to devices, whatever stands behind a dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
/** A folder that ends like this could stand where an article's file has to. */
const OUTPUT_EXTENSION = /\.(txt|md|jsonl|json)$/i

/**
 * A function from record ids to file paths without extension, relative to the output folder, with `/` between folders.
 * It never leads out of that folder, and no two ids of a run get the same name, nor two names that a file system that
 * ignores case takes for one. An id that is a plain name stays as it is; any other carries a hash of what it was.
 */
export function outputNames(): (id: string) => string {
  const taken = new Set<string>()
  return (id) => {
    const segments = id.split('/')
    const name = segments.pop()!
    const folders = segments.map((folder) => safeSegment(folder, OUTPUT_EXTENSION.test(folder)))
    const stem = [...folders, safeSegment(name, false)].join('/')
    const distinct = taken.has(folded(stem)) ? `${stem}-${hash(id)}` : stem
    let path = distinct
    for (let copy = 2; taken.has(folded(path)); copy++) path = `${distinct}-${copy}`
    taken.add(folded(path))
    return path
  }
}

function safeSegment(segment: string, isMarked: boolean): string {
  const plain = cut(
    segment
      .replace(UNSAFE, '_')
      .replace(/^ +/, '')
      .replace(/(?<![. ])[. ]+$/, ''),
  )
  if (plain === segment && plain !== '' && !DEVICE.test(plain) && !isMarked) return segment
  const safe = DEVICE.test(plain) ? `_${plain}` : plain
  return `${safe}-${hash(segment)}`
}

/** The longest beginning of a name that fits, cut between characters. */
function cut(name: string): string {
  if (Buffer.byteLength(name) <= MAX_SEGMENT_BYTES) return name
  let bytes = 0
  let end = 0
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > MAX_SEGMENT_BYTES) break
    end += character.length
  }
  return name.slice(0, end)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

/** What a file system that ignores case and composition compares. */
function folded(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase()
}
