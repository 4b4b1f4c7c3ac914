import { type CleanOptions, DEFAULT_CLEAN_OPTIONS } from './clean-options.js'
import { type Document, toDocument } from './core/document.js'
import { cleaned, type Outcome, rejected } from './core/outcome.js'
import { holdsArticle } from './core/page-status.js'
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

/** Rules and models, made once by `loadResources` and shared by all documents. */
export interface Resources {
  readonly extract: ExtractResources
  readonly scan: ScanTable
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
  const normalised = normalise(toDocument(record), { quotes: options.quotes })
  const article = extract(normalised, resources.extract)
  const { status, evidence } = article.page
  if (!holdsArticle(status)) {
    return rejected(record, 'extract', status, evidence.map(({ reason }) => reason).join('; '))
  }
  const repaired = options.repair === 'off' ? article : repairSpun(article, resources, options)
  const spelt =
    options.spelling === 'off' ? repaired : checkSpelling(repaired, resources.spelling(), options.spelling)
  return cleaned(spelt)
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
