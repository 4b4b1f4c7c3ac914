import { describe, expect, it } from 'vitest'
import { createProgress, formatProgress } from '../../src/cli/progress.js'

describe('formatProgress', () => {
  it('gives the share, the rate and the time left', () => {
    expect(formatProgress(60, 240, 5)).toBe('██████░░░░░░░░░░░░░░░░░░   25%  60 of 240  12/s  0:15 left')
  })

  it('gives hours where there are some, and no rate before the first second counts', () => {
    expect(formatProgress(1, 7201, 1)).toMatch(/ {2}1\.0\/s {2}2:00:00 left$/)
    expect(formatProgress(0, 10, 0)).toMatch(/ {2}0% {2}0 of 10$/)
  })
})

describe('createProgress', () => {
  it('draws at most ten times a second and takes its line away', () => {
    let time = 0
    const written: string[] = []
    const progress = createProgress(
      100,
      (text) => written.push(text),
      () => time,
    )
    for (let done = 0; done < 100; done++) {
      time += 10
      progress.advance()
    }
    expect(written.length).toBe(10)
    progress.clear()
    expect(written.at(-1)).toBe('\r\u001b[K')
    progress.clear()
    expect(written.length).toBe(11)
  })
})
