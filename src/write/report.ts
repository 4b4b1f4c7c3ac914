import { isBodyRole } from '../core/block.js'
import type { Document } from '../core/document.js'
import { STAGES } from '../core/edit.js'
import { NEAR_DUPLICATE } from '../core/near-duplicate.js'
import type { Outcome } from '../core/outcome.js'
import type { PageStatus } from '../core/page-status.js'

/** What every run with the same versions, rules, models and options has in common. */
export interface RunSettings {
  /** Version of Unspin. */
  readonly version: string
  /** The rule files, with the SHA-256 of each. */
  readonly rules: readonly { readonly file: string; readonly sha256: string }[]
  readonly models: readonly { readonly name: string; readonly version: number; readonly sha256: string }[]
  /** The options that decide what the output holds, by name. */
  readonly options: { readonly [name: string]: unknown }
  /** SHA-256 of the site profile, where the run has one. */
  readonly profile?: string
}

/** A document that repeats another, by the site profile. */
export interface RepeatedPage {
  readonly id: string
  readonly file_path: string
  readonly reason: string
}

/** A document that gave no article, and why. */
export interface Refusal {
  readonly id: string
  readonly file_path: string
  readonly stage: string
  /** What a rejected document holds; absent from failed ones, which nobody could read. */
  readonly status?: PageStatus
  readonly reason: string
}

type Counts = { readonly [name: string]: number }

/** The account of a run: `report.json`. It holds no time and no path of the machine. */
export interface RunReport {
  readonly version: string
  /** Documents: `read` is the sum of the next three; `skipped` counts files that were passed over. */
  readonly counts: {
    readonly read: number
    readonly cleaned: number
    readonly rejected: number
    readonly failed: number
    readonly skipped: number
  }
  /** Documents that were cleaned or rejected, by what the page held. */
  readonly statuses: Counts
  /** Edits of each stage that changes text, by rule. */
  readonly edits: { readonly [stage: string]: { readonly total: number; readonly rules: Counts } }
  /** Blocks that left the text, by role and by rule. */
  readonly removed: { readonly total: number; readonly roles: Counts; readonly rules: Counts }
  /** Documents with a scrambled paragraph, and such paragraphs. */
  readonly scrambled: { readonly documents: number; readonly paragraphs: number }
  /** Remarks that changed nothing, by rule. */
  readonly findings: { readonly total: number; readonly rules: Counts }
  readonly rejected: readonly Refusal[]
  readonly failed: readonly Refusal[]
  /** Files passed over, by reason. */
  readonly skipped: Counts
  readonly rules: RunSettings['rules']
  readonly models: RunSettings['models']
  readonly options: RunSettings['options']
  /** The site profile, where the run had one: its SHA-256, and the cleaned documents that repeat another. */
  readonly profile?: { readonly sha256: string; readonly near_duplicates: readonly RepeatedPage[] }
}

/** Counts what became of each document; keeps totals and the refusals, not the documents. */
export class RunTally {
  readonly #edits = new Map(STAGES.map((stage) => [stage, new Tally()]))
  readonly #roles = new Tally()
  readonly #removals = new Tally()
  readonly #findings = new Tally()
  readonly #skipped = new Tally()
  readonly #statuses = new Tally()
  readonly #rejected: Refusal[] = []
  readonly #failed: Refusal[] = []
  readonly #repeated: RepeatedPage[] = []
  #cleaned = 0
  #scrambledDocuments = 0
  #scrambledParagraphs = 0

  count(outcome: Outcome): void {
    if (outcome.status === 'cleaned') this.#countDocument(outcome.document)
    else if (outcome.status === 'rejected') {
      const { record, stage, page, reason } = outcome
      this.#statuses.add(page)
      this.#rejected.push({ id: record.id, file_path: record.filePath, stage, status: page, reason })
      for (const { ruleId } of record.findings) this.#findings.add(ruleId)
    } else {
      const { id, filePath, stage, reason } = outcome
      this.#failed.push({ id, file_path: filePath, stage, reason })
    }
  }

  countSkipped(reason: string): void {
    this.#skipped.add(reason)
  }

  #countDocument({ record, revisions, blocks, page, scrambled, findings }: Document): void {
    this.#cleaned++
    this.#statuses.add(page.status)
    for (const { edits } of revisions) {
      for (const { provenance } of edits) this.#edits.get(provenance.stage)!.add(provenance.ruleId)
    }
    for (const { role, ruleId } of blocks) {
      if (isBodyRole(role)) continue
      this.#roles.add(role)
      this.#removals.add(ruleId)
    }
    for (const { ruleId, reason } of findings) {
      this.#findings.add(ruleId)
      if (ruleId === NEAR_DUPLICATE)
        this.#repeated.push({ id: record.id, file_path: record.filePath, reason })
    }
    if (scrambled.length > 0) this.#scrambledDocuments++
    this.#scrambledParagraphs += scrambled.length
  }

  report({ version, rules, models, options, profile }: RunSettings): RunReport {
    const [cleaned, rejected, failed] = [this.#cleaned, this.#rejected.length, this.#failed.length]
    const edits = [...this.#edits].filter(([, tally]) => tally.total > 0)
    return {
      version,
      counts: { read: cleaned + rejected + failed, cleaned, rejected, failed, skipped: this.#skipped.total },
      statuses: this.#statuses.counts(),
      edits: Object.fromEntries(
        edits.map(([stage, tally]) => [stage, { total: tally.total, rules: tally.counts() }]),
      ),
      removed: { total: this.#roles.total, roles: this.#roles.counts(), rules: this.#removals.counts() },
      scrambled: { documents: this.#scrambledDocuments, paragraphs: this.#scrambledParagraphs },
      findings: { total: this.#findings.total, rules: this.#findings.counts() },
      rejected: this.#rejected,
      failed: this.#failed,
      skipped: this.#skipped.counts(),
      rules,
      models,
      options,
      ...(profile === undefined ? {} : { profile: { sha256: profile, near_duplicates: this.#repeated } }),
    }
  }
}

/** Counts by name. */
class Tally {
  readonly #counts = new Map<string, number>()
  total = 0

  add(name: string): void {
    this.total++
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  /** The counts, most frequent first and then by name, so that no order of arrival shows. */
  counts(): Counts {
    const byName = ([a]: [string, number], [b]: [string, number]) => (a < b ? -1 : 1)
    return Object.fromEntries([...this.#counts].toSorted((a, b) => b[1] - a[1] || byName(a, b)))
  }
}

/** The file of a run's report. */
export const REPORT_FILE = 'report.json'

/** A report as the text of its file. */
export function formatReport(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
