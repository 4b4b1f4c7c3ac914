/** Lower-case words that stand inside names of people. */
const PARTICLES = new Set(
  "de da do dos das del della di du des la le van von der den ten ter af av al el bin ibn bint abu ben zu y e i d' o'".split(
    ' ',
  ),
)
/** Capitalised words that begin sentences and headings rather than names. */
const NOT_NAMES = new Set(
  (
    'the a an and or but in on at of for to from by with as is are was were be this that these those it he she they we you i my our your ' +
    'his her their what why how who when where which if not no yes all more most new best top last first next after before here there ' +
    'about over under up down out read see get news world politics business sports sport opinion home video photo photos image live ' +
    'breaking latest january february march april may june july august september october november december monday tuesday wednesday ' +
    'thursday friday saturday sunday'
  ).split(' '),
)
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}]*\.?(?:['’-]\p{L}[\p{L}\p{M}]*)*|[dDlLoO]['’]\p{Lu}[\p{L}\p{M}]*|\p{Lu}\.(?:\p{Lu}\.){1,3})$/u
const SUFFIX = /^(?:Jr|Sr|II|III|IV|PhD|Ph\.D|MD|M\.D|Esq|RN|MSc|MBA|CFA|CPA|RD)\.?$/

/** True for two to five words that are written like the name of a person. */
export function looksLikePersonName(text: string): boolean {
  if (text.length > 60) return false
  const words = text.split(' ').filter((word) => word !== '')
  if (words.length < 2 || words.length > 6) return false
  let capitalised = 0
  for (const [index, word] of words.entries()) {
    if (SUFFIX.test(word.replace(/,$/, ''))) continue
    if (PARTICLES.has(word.toLowerCase()) && index < words.length - 1) continue
    if (!NAME_WORD.test(word) || NOT_NAMES.has(word.toLowerCase())) return false
    capitalised++
  }
  return capitalised >= 1 && capitalised <= 5 && (capitalised >= 2 || words.length >= 2)
}

/** True for one word that is written like a name: `AFP`, `Voltaire`. */
export function looksLikeSingleName(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}.&'’-]{1,24}$/u.test(text) && !NOT_NAMES.has(text.toLowerCase())
}
