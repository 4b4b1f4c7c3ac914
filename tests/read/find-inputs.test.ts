import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FindOptions, type FoundInputs, findInputs } from '../../src/read/find-inputs.js'

const ANYWHERE: FindOptions = { outputFolder: null, source: null }
const isRoot = process.getuid?.() === 0

let root: string
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'unspin-find-')))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function make(...paths: string[]): Promise<void> {
  for (const path of paths) {
    const full = join(root, path)
    await mkdir(path.endsWith('/') ? full : dirname(full), { recursive: true })
    if (!path.endsWith('/')) await writeFile(full, path)
  }
}

const find = (paths: string[], options: Partial<FindOptions> = {}) =>
  findInputs(
    paths.map((path) => join(root, path)),
    { ...ANYWHERE, ...options },
  )
const ids = ({ inputs }: FoundInputs) => inputs.map(({ id }) => id)

describe('findInputs', () => {
  it('walks folders and keeps their relative paths, in the order of code units', async () => {
    await make('in/b.txt', 'in/a.txt', 'in/sub/deep/c.TXT', 'in/Z.text', 'in/é.txt')
    const found = await find(['in'])
    expect(ids(found)).toEqual(['Z', 'a', 'b', 'sub/deep/c', 'é'])
    expect(found.inputs[3]).toEqual({
      id: 'sub/deep/c',
      filePath: 'sub/deep/c.TXT',
      source: 'in',
      path: join(root, 'in/sub/deep/c.TXT'),
    })
  })

  it('drops both extensions of a packed file from its id', async () => {
    await make('in/a.txt.gz', 'in/Report No. 5.txt')
    expect(ids(await find(['in']))).toEqual(['Report No. 5', 'a'])
  })

  it('keeps the extension where two files share an id', async () => {
    await make('in/a.txt', 'in/a.txt.gz', 'in/a.text', 'in/b.txt')
    expect(ids(await find(['in']))).toEqual(['a.text', 'a.txt', 'a.txt.gz', 'b'])
  })

  it('puts the folder in front where two arguments hold the same path', async () => {
    await make('one/a.txt', 'two/a.txt', 'two/b.txt')
    expect(ids(await find(['one', 'two']))).toEqual(['one/a.txt', 'two/a.txt', 'b'])
  })

  it('gives unique ids even where the folders are called the same', async () => {
    await make('x/in/a.txt', 'y/in/a.txt')
    const given = ids(await find(['x/in', 'y/in']))
    expect(new Set(given).size).toBe(2)
    expect(given.every((id) => id.startsWith('in/a.txt'))).toBe(true)
  })

  it('skips unknown extensions and hidden names, and lists them', async () => {
    await make('in/a.txt', 'in/README.md', 'in/photo.jpg', 'in/.hidden.txt', 'in/.git/x.txt', 'in/txt')
    const found = await find(['in'])
    expect(ids(found)).toEqual(['a'])
    expect(found.skipped).toEqual([
      { filePath: '.git', reason: 'hidden' },
      { filePath: '.hidden.txt', reason: 'hidden' },
      { filePath: 'README.md', reason: 'unknown extension' },
      { filePath: 'photo.jpg', reason: 'unknown extension' },
      { filePath: 'txt', reason: 'unknown extension' },
    ])
  })

  it('takes a file that is named outright whatever its extension, with its folder’s name as the source', async () => {
    await make('feed/story.news')
    const found = await find(['feed/story.news'])
    expect(found.inputs).toMatchObject([{ id: 'story.news', filePath: 'story.news', source: 'feed' }])
  })

  it('takes the source that the command gives', async () => {
    await make('feed/a.txt')
    expect((await find(['feed'], { source: 'wire' })).inputs[0]!.source).toBe('wire')
  })

  it('reads a file that is given twice once', async () => {
    await make('in/a.txt', 'in/b.txt')
    const found = await find(['in', 'in/a.txt', 'in'])
    expect(ids(found)).toEqual(['a', 'b'])
    expect(found.skipped).toEqual([
      { filePath: 'a.txt', reason: 'read already under another path' },
      { filePath: 'in', reason: 'read already under another path' },
    ])
  })

  it('never reads the output folder', async () => {
    await make('all/a.txt', 'all/out/a.txt', 'all/out/sub/b.txt')
    const found = await find(['all', 'all/out/sub/b.txt'], { outputFolder: join(root, 'all/out') })
    expect(ids(found)).toEqual(['a'])
    expect(found.skipped.map(({ reason }) => reason)).toEqual([
      'inside the output folder',
      'inside the output folder',
    ])
  })

  it('reads a folder whose name only begins like the output folder’s', async () => {
    await make('all/out/a.txt', 'all/output/b.txt')
    expect(ids(await find(['all'], { outputFolder: join(root, 'all/out') }))).toEqual(['output/b'])
  })

  it('ends where links lead back to a folder above', async () => {
    await make('in/sub/a.txt')
    await symlink(join(root, 'in'), join(root, 'in/sub/loop'))
    const found = await find(['in'])
    expect(ids(found)).toEqual(['sub/a'])
    expect(found.skipped).toEqual([{ filePath: 'sub/loop', reason: 'read already under another path' }])
  })

  it('reports a link that leads to itself, and one that leads nowhere', async () => {
    await make('in/a.txt')
    await symlink('self.txt', join(root, 'in/self.txt'))
    await symlink('gone', join(root, 'in/broken.txt'))
    const found = await find(['in'])
    expect(ids(found)).toEqual(['a'])
    expect(found.failures).toEqual([
      {
        status: 'failed',
        id: 'broken',
        filePath: 'broken.txt',
        stage: 'read',
        reason: 'no such file or folder',
      },
      {
        status: 'failed',
        id: 'self',
        filePath: 'self.txt',
        stage: 'read',
        reason: 'its symbolic links form a loop',
      },
    ])
  })

  it('follows links to files and folders elsewhere, and prefers a file’s own path to a link', async () => {
    await make('in/z.txt', 'else/b.txt')
    await symlink(join(root, 'in/z.txt'), join(root, 'in/a.txt'))
    await symlink(join(root, 'else'), join(root, 'in/more'))
    expect(ids(await find(['in']))).toEqual(['more/b', 'z'])
  })

  it('goes through a folder whose name looks like a file’s', async () => {
    await make('in/x.txt/a.txt')
    expect(ids(await find(['in']))).toEqual(['x.txt/a'])
  })

  it('reports an argument that does not exist', async () => {
    expect((await find(['nothing.txt'])).failures).toMatchObject([
      { id: 'nothing', filePath: 'nothing.txt', reason: 'no such file or folder' },
    ])
  })

  it('finds nothing in an empty folder', async () => {
    await make('in/')
    expect(await find(['in'])).toEqual({ inputs: [], failures: [], skipped: [] })
  })

  it('takes a hyphen for standard input, once', async () => {
    const { inputs } = await findInputs(['-', '-'], ANYWHERE)
    expect(inputs).toEqual([{ id: 'stdin', filePath: '-', source: 'stdin', path: '-' }])
  })

  it('keeps odd characters in names', async () => {
    const names = ["it's 100% “odd” \n & <b>.txt", ' spaced .txt', '数.txt']
    await make(...names.map((name) => `in/${name}`))
    expect(ids(await find(['in'])).sort()).toEqual(names.map((name) => name.slice(0, -4)).sort())
  })

  it.skipIf(isRoot)('reports a folder that it may not list and goes on', async () => {
    await make('in/closed/a.txt', 'in/b.txt')
    await chmod(join(root, 'in/closed'), 0)
    const found = await find(['in'])
    await chmod(join(root, 'in/closed'), 0o755)
    expect(ids(found)).toEqual(['b'])
    expect(found.failures).toMatchObject([{ filePath: 'closed', reason: 'no permission to read it' }])
  })
})
