import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { whatIsWrongWith, WordVectors } from './word-vectors.ts'

const lines = 'bus 1 0.5\nhalte 0.9 4e-1\nBoom -0.25 1\n'

function aFile(content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'stip-vectors-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'woorden.vec')
  writeFileSync(path, content)
  return path
}

function binary(words: readonly (readonly [string, readonly number[]])[], end = '\n'): Buffer {
  const axes = words[0]?.[1].length ?? 0
  return Buffer.concat([
    Buffer.from(`${words.length} ${axes}\n`),
    ...words.flatMap(([word, numbers]) => [
      Buffer.from(`${word} `),
      Buffer.from(Float32Array.from(numbers).buffer),
      Buffer.from(end),
    ]),
  ])
}

describe('[PV4] word vectors of the administrator', () => {
  it.each([
    ['lines', lines],
    ['lines with their number first', `3 2\n${lines}`],
    ['lines without an end', lines.trimEnd()],
    [
      'bytes',
      binary([
        ['bus', [1, 0.5]],
        ['halte', [0.9, 0.4]],
        ['boom', [-0.25, 1]],
      ]),
    ],
    [
      'bytes without lines',
      binary(
        [
          ['bus', [1, 0.5]],
          ['halte', [0.9, 0.4]],
          ['boom', [-0.25, 1]],
        ],
        '',
      ),
    ],
  ])('are read from %s, and only those that are asked for', (_kind, content) => {
    const vectors = new WordVectors(aFile(content))
    const found = vectors.of(['boom', 'halte', 'onbekend'])
    expect([...found.keys()]).toEqual(['boom', 'halte'])
    expect([...(found.get('boom') ?? [])]).toEqual([-0.25, 1])
    expect(vectors.of(['bus']).get('bus')?.[1]).toBe(0.5)
  })

  it('are read from a file that is larger than what is read at a time', () => {
    const many = Array.from({ length: 60_000 }, (_, place) => `woord${place} ${place} 1 2 3\n`)
    const found = new WordVectors(aFile(many.join(''))).of(['woord0', 'woord31000', 'woord59999'])
    expect([...found.values()].map(([first]) => first)).toEqual([0, 31_000, 59_999])
  })

  it.each([
    ['een brief', 'staan geen woorden met getallen'],
    ['', 'staan geen woorden met getallen'],
    ['bus een twee\nhalte drie vier\n', 'staan geen woorden met getallen'],
    [new Uint8Array(300).fill(7), 'staan geen woorden met getallen'],
  ])('of a file that is none are refused in a sentence: %s', (content, sentence) => {
    const path = aFile(content)
    expect(whatIsWrongWith(path)).toContain(sentence)
    expect(() => new WordVectors(path).of(['bus'])).toThrow(sentence)
  })

  it('of a file that is not there, or a folder, are refused in a sentence', () => {
    expect(whatIsWrongWith('/nergens/woorden.vec')).toContain('is er niet')
    expect(whatIsWrongWith(tmpdir())).toContain('niet te lezen')
    expect(whatIsWrongWith(aFile(lines))).toBeUndefined()
  })

  it.each([
    ['bus 1 2\nhalte 1\n', 'niet evenveel getallen'],
    [
      binary([
        ['bus', [1, 2]],
        ['halte', [1, 2]],
      ]).subarray(0, 18),
      'ontbreekt het eind',
    ],
  ])('that are broken further on are refused then', (content, sentence) => {
    expect(() => new WordVectors(aFile(content)).of(['halte'])).toThrow(sentence)
  })
})
