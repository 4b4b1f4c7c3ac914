/** How a word is inflected: as it stands in a dictionary, or with one of the endings that English has for all words. */
export type Form = 'base' | 's' | 'ed' | 'ing'

/** One reading of a word: the dictionary form it may come from. */
export interface Analysis {
  readonly lemma: string
  readonly form: Form
}

/** Past forms and plurals that no rule gives, by their base. Past participles are left out where they differ. */
const IRREGULAR_PAST: Readonly<Record<string, string>> = {
  become: 'became',
  begin: 'began',
  break: 'broke',
  bring: 'brought',
  build: 'built',
  buy: 'bought',
  catch: 'caught',
  choose: 'chose',
  come: 'came',
  draw: 'drew',
  drive: 'drove',
  eat: 'ate',
  fall: 'fell',
  feel: 'felt',
  fight: 'fought',
  find: 'found',
  fly: 'flew',
  get: 'got',
  give: 'gave',
  go: 'went',
  grow: 'grew',
  hear: 'heard',
  hold: 'held',
  keep: 'kept',
  know: 'knew',
  lead: 'led',
  leave: 'left',
  lose: 'lost',
  make: 'made',
  mean: 'meant',
  meet: 'met',
  pay: 'paid',
  rise: 'rose',
  run: 'ran',
  say: 'said',
  see: 'saw',
  seek: 'sought',
  sell: 'sold',
  send: 'sent',
  sit: 'sat',
  speak: 'spoke',
  spend: 'spent',
  stand: 'stood',
  steal: 'stole',
  take: 'took',
  teach: 'taught',
  tell: 'told',
  think: 'thought',
  throw: 'threw',
  understand: 'understood',
  wear: 'wore',
  win: 'won',
  write: 'wrote',
}
const IRREGULAR_PLURAL: Readonly<Record<string, string>> = {
  child: 'children',
  foot: 'feet',
  life: 'lives',
  man: 'men',
  person: 'people',
  tooth: 'teeth',
  wife: 'wives',
  woman: 'women',
}
const BASE_OF_PAST = invert(IRREGULAR_PAST)
const BASE_OF_PLURAL = invert(IRREGULAR_PLURAL)

/** Shorter lemmas are mostly stems cut wrong, such as `us` of "used". */
const MIN_LEMMA = 3

/** All readings of the lower-case `word`, inflected ones first, the likeliest first; its base reading is the last. */
export function analyse(word: string): Analysis[] {
  const analyses: Analysis[] = []
  const add = (form: Form, ...lemmas: string[]) => {
    for (const lemma of lemmas) {
      if (lemma.length >= MIN_LEMMA && inflectWord(lemma, form) === word) analyses.push({ lemma, form })
    }
  }
  const past = BASE_OF_PAST.get(word)
  if (past) add('ed', past)
  const plural = BASE_OF_PLURAL.get(word)
  if (plural) add('s', plural)
  if (word.endsWith('ied')) add('ed', `${word.slice(0, -3)}y`)
  else if (word.endsWith('ed')) add('ed', ...stems(word.slice(0, -2)))
  if (word.endsWith('ing')) add('ing', ...stems(word.slice(0, -3)))
  if (word.endsWith('ies')) add('s', `${word.slice(0, -3)}y`)
  else if (/(?:s|x|z|ch|sh|o)es$/.test(word)) add('s', word.slice(0, -2), word.slice(0, -1))
  else if (/[^s]s$/.test(word) && !/(?:us|is)$/.test(word)) add('s', word.slice(0, -1))
  analyses.push({ lemma: word, form: 'base' })
  return analyses
}

/** What may stand before -ed or -ing: `us` is `use`, `stopp` is `stop`, `want` is itself. */
function stems(stem: string): string[] {
  const isDoubled = /([bdgklmnprt])\1$/.test(stem)
  return [...(isDoubled ? [stem.slice(0, -1)] : []), stem, `${stem}e`]
}

/**
 * `lemma` in `form`. Of several words the one is inflected that carries it: the first before a particle ("make use of"
 * gives "makes use of"), else the last.
 */
export function inflect(lemma: string, form: Form): string {
  const words = lemma.split(' ')
  const at = words.slice(1).some((word) => PARTICLES.has(word)) ? 0 : words.length - 1
  words[at] = inflectWord(words[at]!, form)
  return words.join(' ')
}

const PARTICLES = new Set(
  'about after against around as at away back by down for from in into of off on out over round the to together up upon with'.split(
    ' ',
  ),
)

function inflectWord(word: string, form: Form): string {
  const consonantY = /[^aeiou]y$/.test(word)
  switch (form) {
    case 'base':
      return word
    case 's':
      if (Object.hasOwn(IRREGULAR_PLURAL, word)) return IRREGULAR_PLURAL[word]!
      if (consonantY) return `${word.slice(0, -1)}ies`
      return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
    case 'ed':
      if (Object.hasOwn(IRREGULAR_PAST, word)) return IRREGULAR_PAST[word]!
      if (consonantY) return `${word.slice(0, -1)}ied`
      return word.endsWith('e') ? `${word}d` : `${doubled(word)}ed`
    case 'ing':
      if (word.endsWith('ie')) return `${word.slice(0, -2)}ying`
      return /[^eoy]e$/.test(word) ? `${word.slice(0, -1)}ing` : `${doubled(word)}ing`
  }
}

/** The final consonant doubles after one vowel in words of one syllable: stop, stopped. */
function doubled(word: string): string {
  return /^[^aeiou]*[aeiou][bdgkmnprt]$/.test(word) ? word + word.at(-1)! : word
}

function invert(forms: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(forms).map(([base, form]) => [form, base]))
}
