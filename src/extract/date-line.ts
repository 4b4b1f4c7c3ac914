import { MONTH_NAMES, WEEKDAY_NAMES } from '../language/month-names.js'
import { type DateOrder, dateAt, type FoundDate, timeAt } from './dates.js'

/** A date that a line states of the article, and whether it is that of publication or of a later change. */
export interface StatedDate extends FoundDate {
  readonly sense: 'published' | 'modified' | 'unsaid'
}

/** The longest line that is asked whether it is a date line, in UTF-16 units. */
const MAX_LENGTH = 160

const PUBLISHED = wordSet(
  'stand published publication posted created issued first originally released filed added publié publiée veröffentlicht ' +
    'erstellt publicado publicada pubblicato opublikowano опубликовано опубліковано yayınlanma gepubliceerd',
)
const MODIFIED = wordSet(
  'updated update modified edited revised changed reviewed mis mise actualisé aktualisiert actualizado atualizado aggiornato ' +
    'zaktualizowano обновлено изменено оновлено змінено güncelleme bijgewerkt',
)
/** Words that may stand beside a date without saying anything more. */
const FILLERS = wordSet(
  'on at date dated time last most recently the of from by le à jour am um uhr el a il alle em às o на о об в від г року года ist edt est ' +
    'et gmt utc bst cet local pm a.m p.m and article story post this page',
)
const SEPARATOR = /[\s|•·,;:()[\]/–—‒-]+/y
/** A time counted back from one that is not known. */
const AGO = /(?:\d{1,3}|an?|one) (?:second|minute|min|hour|hr|day|week|month|year)s? ago/iy
const WORD = /[\p{L}.]+/uy

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

/** The dates of a line that holds nothing but dates, times and words such as "Published on"; null for other lines. */
export function readDateLine(line: string, order: DateOrder | null = null): StatedDate[] | null {
  if (line.length > MAX_LENGTH) return null
  const dates: StatedDate[] = []
  let sense: StatedDate['sense'] = 'unsaid'
  /** A time of day that stands before the date it belongs to. */
  let early: string | null = null
  let at = 0
  while (at < line.length) {
    const separator = matchEnd(SEPARATOR, line, at)
    if (separator > at) {
      at = separator
      continue
    }
    const ago = matchEnd(AGO, line, at)
    if (ago > at) {
      at = ago
      continue
    }
    const end = matchEnd(WORD, line, at)
    const word = line.slice(at, end).toLowerCase().replace(/\.$/, '')
    const date = end === at || MONTH_NAMES.has(word) ? dateAt(line, at, order) : null
    if (date) {
      const value = early && date.value?.length === 10 ? `${date.value}T${early}` : date.value
      dates.push({ ...date, value, sense })
      early = null
      at = date.end
      continue
    }
    const time = end === at ? timeAt(line, at) : null
    if (time) {
      early = time.value
      at = time.end
      continue
    }
    const said = dateWordSense(word)
    if (said === null) return null
    if (said !== 'unsaid') sense = said
    at = end
  }
  return dates.length > 0 ? dates : null
}

/** What a word beside a date says of it: `unsaid` for a filler such as "on" or a weekday; null for other words. */
export function dateWordSense(word: string): StatedDate['sense'] | null {
  const lower = word.toLowerCase().replace(/\.$/, '')
  if (PUBLISHED.has(lower)) return 'published'
  if (MODIFIED.has(lower)) return 'modified'
  return FILLERS.has(lower) || WEEKDAY_NAMES.has(lower) ? 'unsaid' : null
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found ? at + found[0].length : at
}
