import type { Edit, Provenance } from './edit.js'
import { overlaps } from './span.js'

/**
 * The one list of edits that does what `first` and then `second` do: spans of `first` and of the result count in the
 * original text, spans of `second` in the text after `first`. Edits that overlap become one edit over their union,
 * with the provenance of the later; edits that only touch stay apart, an insertion of `second` before a deletion of
 * `first` at the same place. Both lists must be ordered and free of overlaps; linear in their lengths.
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  if (first.length === 0) return [...second]
  if (second.length === 0) return [...first]
  const result: Edit[] = []
  // How far an offset of the original text has moved, behind the first `earlier` edits of `first`.
  let shift = 0
  let earlier = 0
  let later = 0
  while (earlier < first.length && later < second.length) {
    const before = placed(first[earlier]!, shift)
    const after = second[later]!
    if (after.end <= before.start) {
      result.push({ ...after, start: after.start - shift, end: after.end - shift })
      later++
    } else if (before.end <= after.start) {
      result.push(before.edit)
      shift = before.shift
      earlier++
    } else {
      const cluster = collectCluster(first, earlier, second, later, shift)
      result.push(mergeCluster(cluster, shift))
      earlier += cluster.earlier.length
      later += cluster.later.length
      shift = cluster.earlier.at(-1)!.shift
    }
  }
  for (; earlier < first.length; earlier++) result.push(first[earlier]!)
  for (; later < second.length; later++) {
    const after = second[later]!
    // Here every edit of `first` lies before `after`, so `shift` is the whole of it.
    result.push({ ...after, start: after.start - shift, end: after.end - shift })
  }
  return result
}

/** An edit of the first list and the span of its replacement in the text between; `shift` holds behind it. */
interface PlacedEdit {
  readonly edit: Edit
  readonly start: number
  readonly end: number
  readonly shift: number
}

function placed(edit: Edit, shift: number): PlacedEdit {
  const start = edit.start + shift
  const end = start + edit.replacement.length
  return { edit, start, end, shift: end - edit.end }
}

/** Edits of both lists that hang together by overlaps, each list with at least one. */
interface Cluster {
  readonly earlier: readonly PlacedEdit[]
  readonly later: readonly Edit[]
}

function collectCluster(
  first: readonly Edit[],
  earlierIndex: number,
  second: readonly Edit[],
  laterIndex: number,
  shift: number,
): Cluster {
  const earlier = [placed(first[earlierIndex]!, shift)]
  const later = [second[laterIndex]!]
  // Each list is ordered, so a next edit can only meet the last one taken from the other list.
  for (;;) {
    const nextEarlier = first[earlierIndex + earlier.length]
    const nextPlaced = nextEarlier && placed(nextEarlier, earlier.at(-1)!.shift)
    const nextLater = second[laterIndex + later.length]
    if (nextPlaced && overlaps(nextPlaced, later.at(-1)!)) earlier.push(nextPlaced)
    else if (nextLater && overlaps(nextLater, earlier.at(-1)!)) later.push(nextLater)
    else return { earlier, later }
  }
}

function mergeCluster({ earlier, later }: Cluster, shift: number): Edit {
  const firstEarlier = earlier[0]!
  const lastEarlier = earlier.at(-1)!
  const firstLater = later[0]!
  const lastLater = later.at(-1)!
  // Text of the cluster that no later edit covers was written by an earlier one, so the source is never needed.
  let replacement = ''
  let at = Math.min(firstEarlier.start, firstLater.start)
  let index = 0
  const writeUpTo = (end: number) => {
    for (; at < end; index++) {
      const { edit, start, end: pieceEnd } = earlier[index]!
      if (pieceEnd <= at) continue
      replacement += edit.replacement.slice(at - start, end - start)
      at = Math.min(end, pieceEnd)
      if (pieceEnd > end) break
    }
  }
  for (const edit of later) {
    writeUpTo(edit.start)
    replacement += edit.replacement
    at = edit.end
  }
  writeUpTo(lastEarlier.end)
  return {
    start: firstLater.start < firstEarlier.start ? firstLater.start - shift : firstEarlier.edit.start,
    end: lastLater.end > lastEarlier.end ? lastLater.end - lastEarlier.shift : lastEarlier.edit.end,
    replacement,
    provenance: mergedProvenance(earlier, later),
  }
}

/** The later edit says why the text reads as it does, unless it only writes white space over another change. */
function mergedProvenance(earlier: readonly PlacedEdit[], later: readonly Edit[]): Provenance {
  const telling =
    later.find((edit) => !writesOnlySpace(edit)) ??
    earlier.map(({ edit }) => edit).find((edit) => !writesOnlySpace(edit))
  return (telling ?? later[0]!).provenance
}

function writesOnlySpace({ replacement }: Edit): boolean {
  return replacement !== '' && replacement.trim() === ''
}
