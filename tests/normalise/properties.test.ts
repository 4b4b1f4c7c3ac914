import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invertRevisions, replayRevisions } from '../../src/core/revision.js'
import { QUOTE_STYLES } from '../../src/normalise/fixer.js'
import { normalised } from './normalised.js'

/** Pieces that fixers look for, whole, broken and side by side. */
const FRAGMENTS = [
  ...[
    'â€™',
    'â€œ',
    'â€',
    'Ã©',
    'Ã ',
    'Â ',
    'Â\u00a0',
    'É…',
    'ðŸ˜€',
    'Ã¢â‚¬â„¢',
    '‚Äô',
    'вЂ™',
    'ΓÇÖ',
    'Ð¿Ñ€',
    'Å“',
    '√©',
    'â\u0080',
  ],
  ...[
    '&amp;',
    '&amp;amp;lt;',
    '&#8217;',
    '&#39',
    '&nbsp;',
    '&copy=',
    '&',
    '&lt;b&gt;',
    '&#x1F600;',
    '&shy;',
    '&#13;',
    '&',
    ';',
  ],
  ...[
    '<b>',
    '</b>',
    '<br>',
    '<p>',
    '</p>',
    '<unknown>',
    '<a href="x">',
    '<',
    '>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<td>',
  ],
  ...['**', '*', '__', '_', '~~', '[', '](http://a.b)', '](', '![', ')', '(', '#', '`', '``', "''"],
  ...[
    '\u200b',
    '\u200d',
    '\u00ad',
    '\ufeff',
    '\u0000',
    '\u0085',
    '\u0092',
    '\u200e',
    '\u001b[31m',
    '\u2028',
    '\r',
    '\r\n',
    '\f',
    '\v',
  ],
  ...['\n', '\n\n', ' ', '  ', '\t', '\u00a0', '\u3000', '\u2009'],
  ...['"', "'", '“', '”', '‘', '’', '‚', '„', '′', '´', 'ʼ', '«', '5', '10', 's', "'90s", 'n'],
  ...[
    'to',
    'the',
    'a',
    'that',
    'had',
    'to to',
    'the the the',
    'a-',
    'Word',
    'word',
    'é',
    'e\u0301',
    'ﬁ',
    '\u212b',
    '\u1100\u1161',
    'が',
  ],
  ...[
    'https://example.org/a-b',
    '/y?u=https://b-q.org/x',
    'https: //',
    'www. ',
    '-c-d',
    '/x',
    '?a=1&b=2',
    '😀',
    '👨\u200d👩',
    'क्\u200dष',
    'می\u200cخواهم',
    'שלום',
  ],
  ...['.', ',', '!', '-', '–', '—', '…'],
  ...[
    'This line of some words was wrapped where it ended at this',
    'column and went on in the next line until it was too long for',
    'it, so that another line came to be needed by the paragraph,',
    'which then came to its end.',
  ],
]

const nasty = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...FRAGMENTS) },
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  {
    maxLength: 24,
  },
)
const text = fc.tuple(nasty, fc.constantFrom('', '', ' ', '\n')).map(([parts, joint]) => parts.join(joint))
const style = fc.constantFrom(...QUOTE_STYLES)
const RUNS = { numRuns: 3000 }

/** Offsets between the halves of a surrogate pair. */
function splitsPair(within: string, offset: number): boolean {
  const isHigh = /[\ud800-\udbff]/.test(within[offset - 1] ?? '')
  return isHigh && /[\udc00-\udfff]/.test(within[offset] ?? '')
}

describe('normalise, for any text', () => {
  it('leaves a normalised text as it is', () => {
    fc.assert(
      fc.property(text, style, (source, quotes) => {
        const once = normalised(source, quotes).text
        expect(normalised(once, quotes).text).toBe(once)
      }),
      RUNS,
    )
  })

  it('gives the text back when its edits are replayed, and the source when they are undone', () => {
    fc.assert(
      fc.property(text, style, (source, quotes) => {
        const { text: result, revisions } = normalised(source, quotes)
        expect(replayRevisions(source, revisions)).toBe(result)
        expect(replayRevisions(result, invertRevisions(source, revisions))).toBe(source)
      }),
      RUNS,
    )
  })

  it('never cuts a surrogate pair, and never asks for an edit that changes nothing', () => {
    fc.assert(
      fc.property(text, style, (source, quotes) => {
        let current = source
        for (const revision of normalised(source, quotes).revisions) {
          for (const { start, end, replacement } of revision.edits) {
            expect(splitsPair(current, start) || splitsPair(current, end)).toBe(false)
            expect(current.slice(start, end)).not.toBe(replacement)
          }
          current = replayRevisions(current, [revision])
        }
      }),
      RUNS,
    )
  })

  it('leaves none of what it is there to remove', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { text: result } = normalised(source)
        expect(result).not.toMatch(/[\r\f\v\u0085\u2028\u2029\u00a0\u3000\u2000-\u200a\u00ad\ufeff“”‘’„‛\t]/)
        expect(result).not.toMatch(/ {2}|^ | $| \n|\n /)
        expect(result.normalize('NFC')).toBe(result)
      }),
      RUNS,
    )
  })
})
