import { CODE_PAGES } from './code-pages.js'
import { editMatches, type Fixer } from './fixer.js'
import { Trait } from './traits.js'

const WINDOWS_1252 = CODE_PAGES[0]!.upperHalf
const NEXT_LINE = '\u0085'

/**
 * Control characters U+0080 to U+009F, which Windows-1252 read as Latin-1 leaves: they become the characters that they
 * stand for there, as web browsers do. U+0085 is also a line break; it is an ellipsis only where the text has others of
 * the kind. The five that Windows-1252 leaves open stay, for the removal of control characters.
 */
export const c1Controls: Fixer = {
  traits: Trait.c1,
  fix(text) {
    const isWindows = /[\u0080\u0082-\u0084\u0086-\u008c\u008e\u0091-\u009c\u009e\u009f]/.test(text)
    return editMatches('c1-controls', text, /[\u0080-\u009f]/g, ([control]) => {
      if (control === NEXT_LINE && !isWindows) return null
      return WINDOWS_1252[control.charCodeAt(0) - 0x80]!
    })
  },
}
