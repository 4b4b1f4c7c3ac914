/** A stretch of text and how it is shown. */
export interface StyledText {
  readonly text: string
  readonly show: (text: string) => string
}

/**
 * Styled text as lines of at most `width` characters, broken at spaces; longer words stand alone. Styles end at each
 * line's end and begin again on the next.
 */
export function wrap(stretches: readonly StyledText[], width: number): string[] {
  const lines: StyledText[][] = [[]]
  let length = 0
  for (const word of words(stretches)) {
    const wordLength = word.reduce((sum, { text }) => sum + text.length, 0)
    const isSpace = word.every(({ text }) => text.trim() === '')
    if (length > 0 && length + wordLength > width && !isSpace) {
      lines.push([])
      length = 0
    }
    if (length === 0 && isSpace) continue
    lines.at(-1)!.push(...word)
    length += wordLength
  }
  return lines.map((line) => joined(line))
}

/** Runs of letters and runs of spaces, each as the stretches that it is made of. */
function words(stretches: readonly StyledText[]): StyledText[][] {
  const words: StyledText[][] = []
  let wasSpace: boolean | null = null
  for (const { text, show } of stretches) {
    for (const part of text.match(/\s+|\S+/g) ?? []) {
      const isSpace = part.trim() === ''
      if (isSpace === wasSpace) words.at(-1)!.push({ text: part, show })
      else words.push([{ text: part, show }])
      wasSpace = isSpace
    }
  }
  return words
}

/** The line's text, neighbours of one style shown together. */
function joined(line: readonly StyledText[]): string {
  const runs: { text: string; show: StyledText['show'] }[] = []
  for (const { text, show } of line) {
    const last = runs.at(-1)
    if (last?.show === show) last.text += text
    else runs.push({ text, show })
  }
  const last = runs.at(-1)
  if (last) last.text = last.text.trimEnd()
  return runs.map(({ text, show }) => show(text)).join('')
}
