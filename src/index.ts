/**
 * Unspin as a library: rules and models are loaded once and shared by all documents, and `clean` is pure.
 *
 * ```ts
 * import { clean, loadResources, toRecord, toSourceRecord } from 'unspin'
 *
 * const resources = await loadResources()
 * const outcome = clean(toSourceRecord('a', scrapedText), resources)
 * if (outcome.status === 'cleaned') console.log(toRecord(outcome.document).text)
 * ```
 *
 * @module
 */
export { type CleanOptions, DEFAULT_CLEAN_OPTIONS } from './clean-options.js'
export type { Document } from './core/document.js'
export type { Edit, Provenance } from './core/edit.js'
export type { Finding } from './core/finding.js'
export type { Outcome } from './core/outcome.js'
export type { SourceRecord } from './core/record.js'
export { clean, type Resources } from './pipeline.js'
export { toSourceRecord } from './read/from-text.js'
export { toHtmlRecord } from './read/html/from-html.js'
export type { ArticleRecord, RecordEdit } from './record/article-record.js'
export { type Fields, type Replayed, replay, type Undone, undo, undoRepairs } from './record/replay.js'
export { DEFAULT_RECORD_OPTIONS, type RecordOptions, toRecord } from './record/to-record.js'
export { loadResources, withProfile, withStories } from './resources.js'
export type { SiteProfile } from './rules/site-profile.js'
export { formatProfile } from './survey/format-profile.js'
export { createSurvey, type Survey } from './survey/survey.js'
