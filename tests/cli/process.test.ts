import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ARTICLE, COMMAND, files, folder, got, put, unspin } from './command.js'

describe('the process', () => {
  it('shows help with an example for each command, and its version', async () => {
    for (const words of [[], ['clean'], ['explain'], ['replay'], ['undo'], ['rules'], ['rules', 'test']]) {
      const { code, out, err } = await unspin([...words, '--help'])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain(`Usage: ${['unspin', ...words].join(' ')} `)
      if (words[0] !== 'rules' || words.length === 2) expect(out).toContain('  unspin ')
    }
    expect((await unspin(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('is executable as it was built', () => {
    expect(statSync(COMMAND).mode & 0o111).toBe(0o111)
    expect(got(COMMAND).startsWith('#!/usr/bin/env node\n')).toBe(true)
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends on %s with %i and leaves no half-written file', async (signal, expected) => {
    put('out/articles.jsonl', 'as it was\n')
    // Standard input that never ends keeps the run waiting until the signal comes.
    const child = spawn(process.execPath, [COMMAND, 'clean', '-', '--output', 'out'], { cwd: folder })
    const exit = once(child, 'exit')
    while (child.exitCode === null && !files('out').some((name) => name.endsWith('.tmp'))) await sleep(20)
    await sleep(100)
    child.kill(signal)
    const [code] = await exit
    expect(code).toBe(expected)
    expect(files('out')).toEqual(['articles.jsonl'])
    expect(got('out/articles.jsonl')).toBe('as it was\n')
  })

  it('stops in silence when nobody reads its output any more', async () => {
    const child = spawn(process.execPath, [COMMAND, 'clean', '-', '--format', 'text'], { cwd: folder })
    child.stdout.destroy()
    child.stdin.end(ARTICLE.repeat(2000))
    let err = ''
    child.stderr.on('data', (data) => {
      err += data
    })
    const [code] = await once(child, 'exit')
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('gives up when the output cannot be written', async () => {
    put('in/a.txt', ARTICLE)
    put('out/a.txt/file', 'a folder stands where the text has to')
    const { code, err } = await unspin(['clean', 'in', '--output', 'out'])
    expect(code).toBe(2)
    expect(err).toMatch(/^unspin: .*a\.txt/m)
    expect(existsSync(join(folder, 'out/articles.jsonl'))).toBe(false)
  })
})
