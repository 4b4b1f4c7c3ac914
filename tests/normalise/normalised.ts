import { expect } from 'vitest'
import { type Document, toDocument } from '../../src/core/document.js'
import type { QuoteStyle } from '../../src/normalise/fixer.js'
import { normalise } from '../../src/normalise/normalise.js'

/** The document that a text gives, normalised. */
export function normalised(text: string, quotes: QuoteStyle = 'straight'): Document {
  const document = toDocument({
    id: 'a',
    filePath: 'a.txt',
    source: 'tests',
    text,
    format: 'text',
    markup: null,
    sha256: '',
    encoding: 'utf-8',
    supplied: { url: null, added: null },
    findings: [],
  })
  return normalise(document, { quotes })
}

/** Expects `text` to become `expected`, and that to stay as it is. */
export function expectNormalised(text: string, expected: string, quotes: QuoteStyle = 'straight'): void {
  expect(normalised(text, quotes).text).toBe(expected)
  expect(normalised(expected, quotes).text).toBe(expected)
}

/** Expects `text` to stay as it is. */
export function expectKept(text: string, quotes: QuoteStyle = 'straight'): void {
  expect(normalised(text, quotes).text).toBe(text)
}

/** The rules behind the edits of a text, in order, each named once. */
export function rulesOf(text: string): string[] {
  const edits = normalised(text).revisions.flatMap((revision) => revision.edits)
  return [...new Set(edits.map(({ provenance }) => provenance.ruleId))]
}
