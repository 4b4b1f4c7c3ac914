import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ARTICLE, files, folder, got, put, records, report, unspin } from './command.js'

/** Cleans the folder `in`, in which `good.txt` is an article and must come out. */
async function cleanBeside(flags: readonly string[] = []) {
  put('in/good.txt', ARTICLE)
  const called = await unspin(['clean', 'in', '--output', 'out', ...flags])
  expect(records().map(({ id }) => id)).toContain('good')
  return called
}

describe('a batch goes on beside', () => {
  it.each([
    ['no bytes', ''],
    ['spaces alone', ' \n\t\n'],
  ])('a file of %s, which is rejected', async (_, content) => {
    put('in/bad.txt', content)
    const { code, err } = await cleanBeside()
    expect(code).toBe(0)
    expect(err).toContain('rejected  bad.txt: the document is empty\n')
    expect(report().rejected).toEqual([
      {
        id: 'bad',
        file_path: 'bad.txt',
        stage: 'read',
        status: 'no_article',
        reason: 'the document is empty',
      },
    ])
  })

  it('binary data, which fails', async () => {
    put(
      'in/bad.txt',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 73 + (index >> 3)) & 0xff),
    )
    const { code, err } = await cleanBeside()
    expect(code).toBe(1)
    expect(err).toMatch(/^failed {4}bad\.txt: .*binary.*$/m)
  })

  it('damaged gzip data, which fails', async () => {
    put('in/bad.txt.gz', gzipSync(ARTICLE).subarray(0, 60))
    const { code, err } = await cleanBeside()
    expect(code).toBe(1)
    expect(err).toMatch(/^failed {4}bad\.txt\.gz: .*gzip.*$/m)
  })

  it('invalid UTF-8, which is cleaned with a finding', async () => {
    const bytes = Buffer.from(ARTICLE.replaceAll('e', 'é').replace('noon', 'n|on'))
    bytes[bytes.indexOf('|')] = 0xff
    put('in/bad.txt', bytes)
    const { code } = await cleanBeside()
    expect(code).toBe(0)
    expect(report().findings.total).toBeGreaterThan(0)
    expect(records().length).toBe(2)
  })

  it('UTF-16, which is read as what it says', async () => {
    put('in/wide.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(ARTICLE, 'utf16le')]))
    await cleanBeside()
    const [good, wide] = records()
    expect(wide?.text).toBe(good?.text)
  })

  it('a document larger than it may be, which fails', async () => {
    put('in/long.txt', `${ARTICLE}\n`.repeat(20))
    const { code, err } = await cleanBeside(['--max-document-bytes', '1000'])
    expect(code).toBe(1)
    expect(err).toContain('failed    long.txt: more than 1000 bytes\n')
  })

  it('one line of a million characters, which is cleaned', async () => {
    put('in/line.txt', ARTICLE.replaceAll('\n', ' ').repeat(3700))
    const { code } = await cleanBeside()
    expect(code).toBe(0)
    expect(report().counts.read).toBe(2)
  })

  // Permissions do not bind root, so that there only the others can see this.
  it.skipIf(process.getuid?.() === 0)('a file and a folder that may not be read, which fail', async () => {
    put('in/locked.txt', ARTICLE)
    chmodSync(join(folder, 'in/locked.txt'), 0)
    mkdirSync(join(folder, 'in/closed'), { mode: 0 })
    const { code, err } = await cleanBeside()
    chmodSync(join(folder, 'in/closed'), 0o700)
    expect(code).toBe(1)
    expect(err).toContain('failed    locked.txt: no permission to read it\n')
    expect(err).toContain('failed    closed: no permission to read it\n')
  })

  it('links that form loops or lead nowhere', async () => {
    mkdirSync(join(folder, 'in'))
    symlinkSync('.', join(folder, 'in/loop'))
    symlinkSync('self.txt', join(folder, 'in/self.txt'))
    symlinkSync('nowhere.txt', join(folder, 'in/gone.txt'))
    const { code, err } = await cleanBeside()
    expect(code).toBe(1)
    expect(err).toContain('failed    self.txt: its symbolic links form a loop\n')
    expect(err).toContain('failed    gone.txt: no such file or folder\n')
    expect(report().counts).toMatchObject({ cleaned: 1, failed: 2 })
  })

  it('odd names, which stay inside the output folder', async () => {
    for (const name of ['..txt', ' space .txt', 'new\nline.txt', 'a:b*c?.txt', 'CON.txt', '🙂 “q”.txt']) {
      put(`in/${name}`, ARTICLE)
    }
    const { code } = await cleanBeside()
    expect(code).toBe(0)
    const texts = files('out').filter((path) => path.endsWith('.txt'))
    expect(texts.length).toBe(report().counts.cleaned)
    expect(texts).toContain('🙂 “q”.txt')
    for (const path of texts) expect(path).not.toMatch(/[\n:*?]|^CON\.|^ /)
  })
})

describe('a limit of time', () => {
  it('leaves the bytes of documents that keep it, in the order of the inputs', async () => {
    put('in/a.txt', ARTICLE)
    put('in/b.html', `<title>Bridge</title><article><p>${ARTICLE.replaceAll('\n\n', '<p>')}</article>`)
    put('in/c.txt', '')
    put('in/d.txt', ARTICLE.replaceAll('on ', 'connected ').replaceAll('at ', 'astatine '))
    await unspin(['clean', 'in', '--output', 'out'])
    const { code } = await unspin(['clean', 'in', '--output', 'limited', '--max-document-ms', '600000'])
    expect(code).toBe(0)
    expect(files('limited')).toEqual(files('out'))
    for (const path of files('out').filter((path) => path !== 'report.json')) {
      expect(got(`limited/${path}`)).toBe(got(`out/${path}`))
    }
    const { options, ...rest } = report('limited')
    expect(options.max_document_ms).toBe(600_000)
    expect(rest).toEqual({ ...report(), options: undefined })
  })

  it('fails what takes longer, and the run goes to its end', async () => {
    put('in/a.txt', `${ARTICLE}\n`.repeat(5000))
    put('in/b.txt', `${ARTICLE}\n`.repeat(5000))
    const { code, err } = await unspin(['clean', 'in', '--output', 'out', '--max-document-ms', '1'])
    expect(code).toBe(1)
    expect(err).toContain('failed    a.txt: not done after 1 ms')
    expect(report().counts).toMatchObject({ read: 2, failed: 2 })
  })

  it('holds for standard input too', async () => {
    const limited = await unspin(['clean', '-', '--max-document-ms', '600000'], ARTICLE)
    expect(limited).toEqual(await unspin(['clean', '-'], ARTICLE))
  })
})
