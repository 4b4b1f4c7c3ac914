import type { Block } from '../core/block.js'
import type { Span } from '../core/span.js'

/** Where the document's text holds a picture's caption and its credit. */
export interface CaptionSpans {
  readonly text: Span | null
  readonly credit: Span | null
}

/** Where the document's text holds the fields that are read out of it, beside the body. */
export interface FieldSpans {
  readonly title: Span | null
  readonly description: Span | null
  readonly captions: readonly CaptionSpans[]
}

/**
 * The spans of a document's fields: the first headline, the first standfirst, and every caption with the credit that
 * follows it, be it behind a repetition of the caption. A credit that follows no caption is a picture of its own,
 * without text.
 */
export function fieldSpans(blocks: readonly Block[]): FieldSpans {
  const captions: { text: Span | null; credit: Span | null }[] = []
  let previous: Block | null = null
  for (const block of blocks) {
    if (block.role === 'caption') captions.push({ text: block, credit: null })
    else if (block.role === 'credit') {
      if (previous?.role === 'caption') captions.at(-1)!.credit = block
      else captions.push({ text: null, credit: block })
    }
    if (block.role !== 'repeat') previous = block
  }
  return {
    title: blocks.find(({ role }) => role === 'headline') ?? null,
    description: blocks.find(({ role }) => role === 'standfirst') ?? null,
    captions,
  }
}
