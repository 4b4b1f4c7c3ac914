/** An example of a rule or profile: a change, or a text that must stay. */
export type Example = { readonly from: string; readonly to: string } | { readonly keep: string }

/** What became of one example. `index` counts from 0 in its rule. */
export interface ExampleResult {
  readonly index: number
  readonly passed: boolean
  readonly input: string
  readonly expected: string
  readonly found: string
}

/**
 * Passes and failures of `examples`, in order. `repair` turns the text of a change into its repair, with the document
 * judged to be of the rule's family; `repairKept` does the same for texts that must stay.
 */
export function checkExamples(
  examples: readonly Example[],
  repair: (text: string) => string,
  repairKept: (text: string) => string = repair,
): ExampleResult[] {
  return examples.map((example, index) => {
    const isKept = 'keep' in example
    const input = isKept ? example.keep : example.from
    const expected = isKept ? example.keep : example.to
    const found = isKept ? repairKept(input) : repair(input)
    return { index, passed: found === expected, input, expected, found }
  })
}

/** `id: example 2 gives "…", expected "…"`, with examples counted from 1. */
export function formatExampleResult(id: string, { index, found, expected }: ExampleResult): string {
  return `${id}: example ${index + 1} gives ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`
}
