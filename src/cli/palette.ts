/** Ways to show a stretch of text on a terminal. */
export interface Palette {
  /** A word that another took the place of. */
  readonly removed: (text: string) => string
  /** A block that was taken out. */
  readonly taken: (text: string) => string
  readonly added: (text: string) => string
  readonly metadata: (text: string) => string
  readonly remark: (text: string) => string
  readonly faint: (text: string) => string
  readonly strong: (text: string) => string
  /** What stands around and between a word as it was and as it is. */
  readonly change: { readonly open: string; readonly arrow: string; readonly close: string }
}

/** Shows text as it is. */
export const PLAIN: Palette = {
  removed: plain,
  taken: plain,
  added: plain,
  metadata: plain,
  remark: plain,
  faint: plain,
  strong: plain,
  change: { open: '[', arrow: ' → ', close: ']' },
}

/** Shows text in the colours of the terminal. */
export const COLOURED: Palette = {
  removed: ansi('9;31'),
  taken: ansi('31'),
  added: ansi('32'),
  metadata: ansi('36'),
  remark: ansi('33'),
  faint: ansi('2'),
  strong: ansi('1'),
  change: { open: '', arrow: ' ', close: '' },
}

/** Colours for a terminal whose user has not asked for none (https://no-color.org), plain text for everything else. */
export function paletteFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Palette {
  return stream.isTTY && !environment.NO_COLOR ? COLOURED : PLAIN
}

function plain(text: string): string {
  return text
}

function ansi(code: string): (text: string) => string {
  return (text) => `\u001b[${code}m${text}\u001b[0m`
}
