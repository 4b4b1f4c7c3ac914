import { describe, expect, it } from 'vitest'
import { wrap } from '../../src/cli/wrap.js'

const plain = (text: string) => text
const starred = (text: string) => `*${text}*`

describe('wrap', () => {
  it('breaks lines at spaces', () => {
    expect(wrap([{ text: 'one two three', show: plain }], 8)).toEqual(['one two', 'three'])
  })

  it('lets a word that is too long stand alone', () => {
    expect(wrap([{ text: 'a incomprehensible b', show: plain }], 5)).toEqual(['a', 'incomprehensible', 'b'])
  })

  it('counts neither styles nor breaks inside a word of two styles', () => {
    const text = [
      { text: 'the pre', show: plain },
      { text: 'fix ended', show: starred },
    ]
    expect(wrap(text, 8)).toEqual(['the', 'pre*fix*', '*ended*'])
  })
})
