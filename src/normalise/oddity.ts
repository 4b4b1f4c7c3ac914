/**
 * How odd a stretch of text looks: the measure by which mojibake is told from text. It counts neighbours that writing
 * does not put side by side, such as a currency sign behind an accented letter. A single odd pair is evidence enough
 * where decoding it removes the oddity; writing that is merely rare must count nothing here.
 * The idea, pairs of character classes that betray mojibake, is that of ftfy (Speer 2019); classes and pairs are ours.
 */
type Kind =
  | 'neutral'
  | 'lower'
  | 'upper'
  | 'accentedLower'
  | 'accentedUpper'
  | 'greek'
  | 'cyrillic'
  | 'otherLetter'
  | 'low'
  | 'closing'
  | 'currency'
  | 'symbol'
  | 'mathematical'
  | 'box'
  | 'control'

const CLOSING = new Set('…’”»›“‘«‹™®°ºª·–—•¹²³†‡\u00a0')
const LOW = new Set('‚„¿¡')
const CURRENCY = new Set('€£¥¢¤₧')
const MATHEMATICAL = new Set('√¬∂∑∏∫∞≈≠≤≥◊∆Ω≡⌠⌡⌐')

const kinds = new Map<string, Kind>()

function kindOf(character: string): Kind {
  let kind = kinds.get(character)
  if (!kind) {
    kind = classify(character)
    kinds.set(character, kind)
  }
  return kind
}

function classify(character: string): Kind {
  const code = character.codePointAt(0) ?? 0x20
  if (code < 0x80) return /[a-z]/.test(character) ? 'lower' : /[A-Z]/.test(character) ? 'upper' : 'neutral'
  if (code < 0xa0 || /\p{Cn}|\p{Co}/u.test(character)) return 'control'
  if (CLOSING.has(character)) return 'closing'
  if (LOW.has(character)) return 'low'
  if (CURRENCY.has(character)) return 'currency'
  if (MATHEMATICAL.has(character)) return 'mathematical'
  if (code >= 0x2500 && code <= 0x25ff) return 'box'
  if (/\p{Script=Latin}/u.test(character))
    return /\p{Lu}/u.test(character) ? 'accentedUpper' : 'accentedLower'
  if (/\p{Script=Greek}/u.test(character)) return 'greek'
  if (/\p{Script=Cyrillic}/u.test(character)) return 'cyrillic'
  if (/\p{L}/u.test(character)) return 'otherLetter'
  if (/\p{M}/u.test(character)) return /\p{Script=Inherited}/u.test(character) ? 'neutral' : 'otherLetter'
  return code >= 0x2000 && /\p{Extended_Pictographic}/u.test(character) ? 'neutral' : 'symbol'
}

const set = (...members: Kind[]): ReadonlySet<Kind> => new Set(members)
const ASCII_LETTERS = ['lower', 'upper'] as const
const ACCENTED = ['accentedLower', 'accentedUpper'] as const
const ABROAD = ['greek', 'cyrillic', 'otherLetter'] as const

/** For each kind, the kinds that may not follow it. */
const ODD_AFTER: Partial<Record<Kind, ReadonlySet<Kind>>> = {
  lower: set('low', 'currency', 'mathematical', 'box', 'accentedUpper', 'cyrillic', 'otherLetter'),
  upper: set('low', 'mathematical', 'box', 'cyrillic', 'otherLetter'),
  accentedLower: set('low', 'currency', 'symbol', 'mathematical', 'box', 'accentedUpper', ...ABROAD),
  accentedUpper: set('low', 'currency', 'symbol', 'mathematical', 'box', ...ABROAD),
  greek: set('low', 'currency', 'symbol', 'mathematical', 'box', ...ACCENTED, 'cyrillic', 'otherLetter'),
  cyrillic: set(
    'low',
    'currency',
    'symbol',
    'mathematical',
    'box',
    ...ASCII_LETTERS,
    ...ACCENTED,
    'greek',
    'otherLetter',
  ),
  otherLetter: set('low', 'currency', 'mathematical', ...ASCII_LETTERS, ...ACCENTED, 'greek', 'cyrillic'),
  currency: set('closing', 'currency', 'symbol', 'low', ...ACCENTED),
  mathematical: set('closing', 'currency', 'symbol', ...ACCENTED),
  box: set('symbol', 'mathematical', ...ACCENTED, ...ABROAD),
}

/** Capitals that open the UTF-8 of Western letters and signs, as Windows pages show them; few words end in one. */
const TILDE_A = 'Ã'
const CIRCUMFLEX_A = 'Â'

/** The number of odd neighbours and control characters in `text`, seen between the characters around it. */
export function oddity(text: string, before: string, after: string): number {
  const characters = [...before, ...text, ...after]
  let count = 0
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!
    const kind = kindOf(character)
    if (kind === 'control') count++
    const next = characters[i + 1]
    if (next === undefined) continue
    if (ODD_AFTER[kind]?.has(kindOf(next))) count++
    else if (kind === 'accentedUpper' && kindOf(next) === 'closing') {
      if (isOddCapital(characters[i - 1] ?? ' ', character, next, characters[i + 2] ?? ' ')) count++
    }
  }
  return count
}

/**
 * True for a capital before a closing character where a word could not end. Words in capitals may end in Ã or Â
 * (AMANHÃ…), others not; no word goes on in small letters behind a mark (Å“uvre), and none that ends in Â comes before
 * a space or sign that the UTF-8 of Latin-1's signs has.
 */
function isOddCapital(previous: string, capital: string, next: string, afterNext: string): boolean {
  const mayBeInside = '’…–—·»\u00a0'.includes(next)
  if (!mayBeInside && /\p{Ll}/u.test(afterNext)) return true
  if (capital === CIRCUMFLEX_A && next >= '\u00a0' && next <= '\u00bf' && next !== '»') return true
  if (capital !== TILDE_A && capital !== CIRCUMFLEX_A) return false
  const isInCapitals = kindOf(previous) === 'upper' || kindOf(previous) === 'accentedUpper'
  return !isInCapitals || (!mayBeInside && /\p{L}/u.test(afterNext))
}
