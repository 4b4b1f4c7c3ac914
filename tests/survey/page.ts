import { DEFAULT_CLEAN_OPTIONS } from '../../src/clean-options.js'
import type { Document } from '../../src/core/document.js'
import { clean, type Resources } from '../../src/pipeline.js'
import { toSourceRecord } from '../../src/read/from-text.js'
import { toRecord } from '../../src/record/to-record.js'

const TOPICS = [
  'bridge',
  'harbour',
  'school',
  'museum',
  'forest',
  'market',
  'station',
  'library',
  'theatre',
  'garden',
]

/** A sentence that stands on every page of the site, and looks like one of the article. */
export const SITE_SENTENCE =
  'The Harbour Gazette has been read by the people of the two capes since it was founded by its printers.'

/** An article of its own for each number; `extra` lines stand behind its second paragraph. */
export function articleText(number: number, extra: readonly string[] = []): string {
  const topic =
    `${TOPICS[number % TOPICS.length]} ${'of the northern valley '.repeat(Math.floor(number / TOPICS.length))}`.trim()
  return [
    `Council Decides on the ${topic} After Debate Number ${number}`,
    `The council decided on Monday that the ${topic} would be closed for ${number + 2} weeks, and that nobody would pay for it.`,
    `People near the ${topic} said that they had waited for ${number + 3} years, and that the mayor had promised it to all of them.`,
    ...extra,
    `The ${topic} was built by ${number + 40} workers in a summer of rain, and the ${topic} has stood since without a new roof.`,
    `Nobody knows what the ${topic} will cost, but the council of ${number + 5} members meets again before the winter is over.`,
  ].join('\n\n')
}

/** The page after extraction, as a survey takes it in. */
export function extracted(id: string, text: string, resources: Resources): Document {
  const outcome = clean(toSourceRecord(id, text), resources, { ...DEFAULT_CLEAN_OPTIONS, repair: 'off' })
  if (outcome.status !== 'cleaned') throw new Error(outcome.reason)
  return outcome.document
}

/** The text of the page's record. */
export function cleanedText(id: string, text: string, resources: Resources): string {
  return toRecord(extracted(id, text, resources)).text
}
