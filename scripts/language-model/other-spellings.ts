import { installedForms } from '../dictionary/installed.js'

/** Letters that British spelling has where American spelling has others; one or two of them make a pair. */
const SUBSTITUTIONS: readonly (readonly [british: string, american: string])[] = [
  ['our', 'or'], // colour
  ['is', 'iz'], // organise
  ['ys', 'yz'], // analyse
  ['re', 'er'], // centre
  ['red', 'ered'], // centred
  ['ring', 'ering'], // centring
  ['ll', 'l'], // travelled
  ['l', 'll'], // fulfil
  ['c', 's'], // defence
  ['s', 'c'], // practised
  ['s', 'z'], // cosy
  ['gue', 'g'], // dialogue
  ['gued', 'ged'], // catalogued
  ['guing', 'ging'],
  ['ae', 'e'], // anaemia
  ['oe', 'e'], // oestrogen
  ['oeu', 'eu'], // manoeuvre
  ['ey', 'ay'], // grey
  ['ou', 'o'], // mould
  ['ou', 'u'], // moustache
  ['ough', 'ow'], // plough
  ['augh', 'af'], // draughty
  ['que', 'ck'], // cheque
  ['qu', 'ck'], // chequered
  ['ph', 'f'], // sulphur
  ['mme', 'm'], // programme
  ['sc', 'sk'], // sceptic
  ['ium', 'um'], // aluminium
  ['yj', 'aj'], // pyjamas
  ['e', ''], // ageing
  ['e', 'i'], // artefact
  ['en', 'in'], // enquiry
  ['pp', 'p'], // kidnapped
  ['tt', 't'], // omelette
  ['mum', 'mom'],
  ['aero', 'air'], // aeroplane
  ['ts', 'cz'], // tsar
  ['lt', 'lled'], // spelt
  ['nt', 'ned'], // learnt
  ['dst', 'd'], // amidst
  ['gst', 'g'], // amongst
  ['wards', 'ward'], // onwards
  ['ity', 'ty'], // speciality
  ['ities', 'ties'],
  ['maths', 'math'],
]

/** Spellings whose American word is good British too, so that the word lists do not show them as a pair. */
const SHARED: readonly (readonly [british: string, american: string])[] = [
  ['cheque', 'check'],
  ['cheques', 'checks'],
  ['draughts', 'drafts'],
  ['enquire', 'inquire'],
  ['enquired', 'inquired'],
  ['enquires', 'inquires'],
  ['enquiries', 'inquiries'],
  ['enquiring', 'inquiring'],
  ['enquiry', 'inquiry'],
  ['kerbs', 'curbs'],
  ['licence', 'license'],
  ['licences', 'licenses'],
  ['metre', 'meter'],
  ['metres', 'meters'],
  ['practises', 'practices'],
  ['practised', 'practiced'],
  ['practising', 'practicing'],
  ['programmes', 'programs'],
  ['storeys', 'stories'],
  ['storey', 'story'],
  ['spelt', 'spelled'],
  ['spoilt', 'spoiled'],
  ['whilst', 'while'],
]

/** Names in their present spelling, by the spelling that older texts know. */
const NAMES: readonly (readonly [now: string, before: string])[] = [
  ['kyiv', 'kiev'],
  ['kharkiv', 'kharkov'],
  ['lviv', 'lvov'],
  ['odesa', 'odessa'],
  ['türkiye', 'turkey'],
  ['quran', 'koran'],
  ['gaddafi', 'qaddafi'],
]

/** Words of `vocabulary` by their British spellings, by the installed dictionaries, and names by their present ones. */
export function otherSpellings(vocabulary: ReadonlySet<string>): Map<string, string> {
  const found = britishSpellings(
    installedForms('dictionary-en'),
    installedForms('dictionary-en-gb'),
    vocabulary,
  )
  for (const [now, before] of NAMES) {
    if (vocabulary.has(before) && !vocabulary.has(now)) found.set(now, before)
  }
  return found
}

/**
 * American words of `vocabulary` by the British spellings that it lacks.
 * A pair is two words, one in the British dictionary alone, one in the American alone, that differ by one or two of
 * the substitutions above; or an American word in -ize and its kin spelt with s, which is no other American word.
 */
export function britishSpellings(
  american: ReadonlySet<string>,
  british: ReadonlySet<string>,
  vocabulary: ReadonlySet<string>,
): Map<string, string> {
  const isAmericanOnly = (word: string): boolean => american.has(word) && !british.has(word)
  const found = new Map<string, string>()
  const add = (from: string, to: string | undefined): void => {
    if (to !== undefined && vocabulary.has(to) && !vocabulary.has(from) && !found.has(from))
      found.set(from, to)
  }
  for (const [from, to] of SHARED) add(from, to)
  for (const word of [...british].sort()) {
    if (american.has(word) || word !== word.toLowerCase() || word.includes("'")) continue
    const once = [...substituted(word)]
    const pair =
      once.find(isAmericanOnly) ?? once.flatMap((other) => [...substituted(other)]).find(isAmericanOnly)
    add(word, pair)
  }
  for (const word of [...vocabulary].sort()) {
    const spelt = word.replace(/([iy])z(?=(e|ed|es|er|ers|ing|ation|ations|able)$)/, '$1s')
    if (spelt !== word && !american.has(spelt)) add(spelt, word)
  }
  return found
}

/** `word` with one substitution in one place, in every way. */
function* substituted(word: string): Generator<string> {
  for (const [from, to] of SUBSTITUTIONS) {
    for (let at = word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1)) {
      yield word.slice(0, at) + to + word.slice(at + from.length)
    }
  }
}
