import { type CleanOptions, DEFAULT_CLEAN_OPTIONS } from './clean-options.js'
import { type Document, toDocument } from './core/document.js'
import type { Finding } from './core/finding.js'
import { NEAR_DUPLICATE, type Repeated, repeatsWhat } from './core/near-duplicate.js'
import { cleaned, type Outcome, rejected } from './core/outcome.js'
import { describePage, holdsArticle } from './core/page-status.js'
import type { SourceRecord } from './core/record.js'
import { detect } from './detect/detect.js'
import { extract } from './extract/extract.js'
import type { ExtractResources } from './extract/extract-resources.js'
import type { ScanTable } from './language/scan-table.js'
import { normalise } from './normalise/normalise.js'
import type { RepairResources } from './repair/reading.js'
import { repair } from './repair/repair.js'
import { DEFAULT_REPAIR_SETTINGS, type RepairSettings } from './repair/settings.js'
import { checkSpelling, type SpellingResources } from './repair/spelling.js'
import type { KnownDuplicates } from './rules/known-duplicates.js'

/** Rules and models, made once by `loadResources` and shared by all documents. */
export interface Resources {
  readonly extract: ExtractResources
  readonly scan: ScanTable
  /** What a survey of the batch has found to repeat; null without one. */
  readonly duplicates: KnownDuplicates | null
  /** What only documents that look spun need; made at the first call. */
  readonly repair: () => RepairResources
  /** What only the spelling check needs; made at the first call. */
  readonly spelling: () => SpellingResources
}

/** The outcome of one record: the whole product, stage by stage. Every change is in the outcome's revisions. */
export function clean(
  record: SourceRecord,
  resources: Resources,
  options: CleanOptions = DEFAULT_CLEAN_OPTIONS,
): Outcome {
  if (record.text.trim() === '') return rejected(record, 'read', 'no_article', 'the document is empty')
  const repeated = resources.duplicates?.(record) ?? null
  const document = repeated ? withRemark(toDocument(record), repeated) : toDocument(record)
  const normalised = normalise(document, { quotes: options.quotes })
  const article = extract(normalised, resources.extract)
  const { status } = article.page
  if (!holdsArticle(status)) return rejected(record, 'extract', status, describePage(article.page))
  if (repeated && options.duplicates === 'reject') {
    return rejected(record, 'profile', status, repeatsWhat(repeated))
  }
  const repaired = options.repair === 'off' ? article : repairSpun(article, resources, options)
  const spelt =
    options.spelling === 'off' ? repaired : checkSpelling(repaired, resources.spelling(), options.spelling)
  return cleaned(spelt)
}

function withRemark(document: Document, repeated: Repeated): Document {
  const remark: Finding = {
    start: 0,
    end: 0,
    stage: 'profile',
    ruleId: NEAR_DUPLICATE,
    reason: repeatsWhat(repeated),
    suggestions: [],
  }
  return { ...document, findings: [...document.findings, remark] }
}

/** The full decoder reads only documents that the scan finds suspicious. */
function repairSpun(article: Document, resources: Resources, options: CleanOptions): Document {
  const nominations = detect(article, resources.scan)
  return nominations.length === 0
    ? article
    : repair(article, nominations, resources.repair(), repairSettings(options))
}

function repairSettings({ repair, minConfidence }: CleanOptions): RepairSettings {
  const mode = repair === 'report' ? 'report' : 'apply'
  return { ...DEFAULT_REPAIR_SETTINGS, mode, caution: { ...DEFAULT_REPAIR_SETTINGS.caution, minConfidence } }
}
