/**
 * The weights of `names`, in their order, from `column` of a table of weights that a script wrote to `file`.
 * @throws Error when a feature has none: the script has not been run since it was added.
 */
export function weightsOf(
  names: readonly string[],
  table: readonly (readonly [name: string, ...weights: number[]])[],
  file: string,
  column = 1,
): Float64Array {
  const rows = new Map(table.map((row) => [row[0], row]))
  return Float64Array.from(names, (name) => {
    const row = rows.get(name)
    if (!row) throw new Error(`${file} has no weight for ${name}; expected one for each feature`)
    return Number(row[column])
  })
}
