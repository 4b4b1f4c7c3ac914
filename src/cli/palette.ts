/** Ways to show a stretch of text on a terminal. */
export interface Palette {
  readonly removed: (text: string) => string
  readonly added: (text: string) => string
  readonly metadata: (text: string) => string
  readonly remark: (text: string) => string
  readonly faint: (text: string) => string
  readonly strong: (text: string) => string
}

/** Shows text as it is. */
export const PLAIN: Palette = {
  removed: plain,
  added: plain,
  metadata: plain,
  remark: plain,
  faint: plain,
  strong: plain,
}

/** Shows text in the colours of the terminal. */
export const COLOURED: Palette = {
  removed: ansi(31),
  added: ansi(32),
  metadata: ansi(36),
  remark: ansi(33),
  faint: ansi(2),
  strong: ansi(1),
}

/** Colours for a terminal whose user has not asked for none (https://no-color.org), plain text for everything else. */
export function paletteFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Palette {
  return stream.isTTY && !environment.NO_COLOR ? COLOURED : PLAIN
}

function plain(text: string): string {
  return text
}

function ansi(code: number): (text: string) => string {
  return (text) => `\u001b[${code}m${text}\u001b[0m`
}
