import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/read/decode.js'

const bytes = (...values: number[]) => Uint8Array.from(values)
const ascii = (text: string) => Buffer.from(text, 'latin1')

async function expectDecoded(input: Uint8Array, text: string, encoding: string): Promise<void> {
  expect(await decode(input)).toEqual({ ok: true, text, encoding, findings: [] })
}

describe('decode', () => {
  it('gives an empty text for no bytes', () => expectDecoded(bytes(), '', 'utf-8'))

  it('reads UTF-8', () => expectDecoded(Buffer.from('Café – “été” 😀'), 'Café – “été” 😀', 'utf-8'))

  it('drops a byte-order mark from the text', () =>
    expectDecoded(Buffer.from('\uFEFFHello'), 'Hello', 'utf-8'))

  it('keeps a second byte-order mark, which is a character of the text', () =>
    expectDecoded(Buffer.from('\uFEFF\uFEFFHello'), '\uFEFFHello', 'utf-8'))

  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    it(`reads ${encoding} with a byte-order mark`, () =>
      expectDecoded(iconv.encode('Kyiv’s 😀', encoding, { addBOM: true }), 'Kyiv’s 😀', encoding))

    for (const text of [
      'Kim said so.\nThe end.',
      'Le président a déclaré ceci.',
      'Президент сказал это вчера, в среду.\nВот.',
      '总理在新闻发布会上表示，形势非常严峻。\n需要立即采取行动。\n',
    ]) {
      it(`reads ${encoding} without a mark: ${text.slice(0, 12)}`, () =>
        expectDecoded(iconv.encode(text, encoding, { addBOM: false }), text, encoding))
    }
  }

  it('reads UTF-32 with a byte-order mark', async () => {
    await expectDecoded(bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0, 0, 0xf6, 1, 0), 'A😀', 'utf-32le')
    await expectDecoded(bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x41), 'A', 'utf-32be')
  })

  it('notes UTF-32 code points that no character has', async () => {
    const decoded = await decode(bytes(0, 0, 0xfe, 0xff, 0, 0x11, 0, 0, 0, 0, 0, 0x41))
    expect(decoded).toMatchObject({
      ok: true,
      text: '\uFFFDA',
      findings: [{ ruleId: 'read/lossy-decoding' }],
    })
  })

  const legacy: readonly (readonly [encoding: string, text: string])[] = [
    ['windows-1252', 'He didn’t go.'],
    ['windows-1252', 'It’s “fine” – he said. The café costs €5.'],
    ['windows-1252', 'The fee is £5.'],
    ['windows-1252', 'Der Bürgermeister sagte, die Straße müsse gesperrt werden.'],
    ['windows-1252', 'Le président a déclaré que la situation était « très préoccupante ».'],
    ['windows-1250', 'Prezydent powiedział, że sytuacja jest poważna i wymaga działań. Łódź, Gdańsk.'],
    ['windows-1251', 'Президент России заявил, что переговоры продолжатся.'],
    ['koi8-r', 'Президент России заявил, что переговоры продолжатся.'],
    ['windows-1254', 'Cumhurbaşkanı Erdoğan İstanbul’da yaptığı açıklamada şunları söyledi.'],
    ['shift_jis', '首相は記者会見で、状況は非常に深刻だと述べた。'],
    ['euc-jp', '首相は記者会見で、状況は非常に深刻だと述べた。'],
    ['big5', '總理在新聞發布會上表示，形勢非常嚴峻，需要立即採取行動。'],
    ['euc-kr', '총리는 기자회견에서 상황이 매우 심각하다고 말했다.'],
    ['macintosh', 'It’s “fine,” he said. The café didn’t open.'],
  ]
  for (const [encoding, text] of legacy) {
    it(`detects ${encoding}: ${text.slice(0, 16)}`, () =>
      expectDecoded(iconv.encode(text, encoding), text, encoding))
  }

  it('detects GB18030 under the name that WHATWG gives it', () => {
    const text = '总理在新闻发布会上表示，形势非常严峻，需要立即采取行动。'
    return expectDecoded(iconv.encode(text, 'gb18030'), text, 'gb18030')
  })

  it('reads Japanese that switches character sets by escape sequences', () =>
    expectDecoded(
      Buffer.concat([ascii('Tokyo \x1b$B'), bytes(0x24, 0x22), ascii('\x1b(B.')]),
      'Tokyo あ.',
      'iso-2022-jp',
    ))

  it('finds a legacy character far behind the start of a long text', async () => {
    const text = `${'All of this is plain. '.repeat(10_000)}He didn’t go.`
    await expectDecoded(iconv.encode(text, 'windows-1252'), text, 'windows-1252')
  })

  it('keeps UTF-8 with a few bad bytes, replaces these and says where the first one was', async () => {
    const input = Buffer.concat([Buffer.from('Café “été” '), bytes(0xff), Buffer.from(' ok '), bytes(0xc3)])
    expect(await decode(input)).toEqual({
      ok: true,
      text: 'Café “été” \uFFFD ok \uFFFD',
      encoding: 'utf-8',
      findings: [
        {
          start: 11,
          end: 12,
          stage: 'read',
          ruleId: 'read/lossy-decoding',
          reason: '2 byte sequences could not be decoded as utf-8; the first U+FFFD is at offset 11',
          suggestions: [],
        },
      ],
    })
  })

  it('takes a character cut off by the end of the bytes for damage, not for another encoding', async () => {
    const input = Buffer.from('Café “été”').subarray(0, -1)
    expect(await decode(input)).toMatchObject({
      text: 'Café “été\uFFFD',
      encoding: 'utf-8',
      findings: [{ ruleId: 'read/lossy-decoding', start: 9 }],
    })
  })

  it('notes replacement characters that were in the bytes already', async () => {
    expect(await decode(Buffer.from('It\uFFFDs'))).toMatchObject({
      text: 'It\uFFFDs',
      findings: [{ ruleId: 'read/replacement-character', start: 2, end: 3 }],
    })
  })

  it('keeps a UTF-8 mark’s word when bytes are bad', async () => {
    const input = Buffer.concat([bytes(0xef, 0xbb, 0xbf), bytes(0xff), ascii('abc')])
    expect(await decode(input)).toMatchObject({ text: '\uFFFDabc', encoding: 'utf-8' })
  })

  it('reads ASCII with a stray NUL as it is', async () => {
    await expectDecoded(ascii('A quiet day\0 in Kyiv'), 'A quiet day\0 in Kyiv', 'utf-8')
    await expectDecoded(ascii('ab\0c'), 'ab\0c', 'utf-8')
  })

  it('refuses images, documents and archives by name', async () => {
    for (const [opening, name] of [
      ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'a PNG image'],
      ['\xff\xd8\xff\xe0\0\x10JFIF', 'a JPEG image'],
      ['%PDF-1.7\n', 'a PDF file'],
      ['PK\x03\x04\x14\0', 'a zip archive or office document'],
      ['GIF89a\x01\0\x01\0', 'a GIF image'],
    ] as const) {
      expect(await decode(ascii(opening))).toEqual({
        ok: false,
        reason: `binary data: ${name}, not text`,
      })
    }
  })

  it('reads a text that opens like a format with a readable signature', () =>
    expectDecoded(ascii('MZ is short for Mark Zbikowski.'), 'MZ is short for Mark Zbikowski.', 'utf-8'))

  it('refuses bytes full of control characters and says how many there are', async () => {
    const input = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7919) % 251)
    const decoded = await decode(input)
    expect(decoded.ok).toBe(false)
    expect(decoded).toMatchObject({
      reason: expect.stringMatching(
        /^binary data: \d+ of the first 1000 bytes are control characters, not text$/,
      ),
    })
  })
})
