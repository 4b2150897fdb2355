import { array, assert, double, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesIn } from './set-lines.ts'
import type { Letters } from './set-lines.ts'

const letters: Letters = { widthOf: (words, size) => words.length * size * 0.5 }
const style = { size: 10, weight: 'regular' } as const

describe('[I75] words in lines', () => {
  it('[I75] are all there, in order', () => {
    const text = array(string({ maxLength: 30, unit: 'grapheme' }), { maxLength: 40 })
    assert(
      property(text, double({ min: 5, max: 500, noNaN: true }), (words, width) => {
        const written = words.join(' ')
        const read = linesIn(written, width, style, letters).map(({ paragraph, start, end }) =>
          paragraph.slice(start, end),
        )
        expect(read.join('').replaceAll(/\s/g, '')).toBe(written.replaceAll(/\s/g, ''))
      }),
    )
  })

  it('[I75] are no wider than there is room', () => {
    const text = 'De gemeente wil overheidsparticipatiebeleidsontwikkeling met de buurt'
    for (const width of [30, 60, 100, 200]) {
      for (const line of linesIn(text, width, style, letters)) {
        expect(letters.widthOf(line.text, 10, 'regular')).toBeLessThanOrEqual(width)
      }
    }
    const cut = linesIn(text, 60, style, letters).map((line) => line.text)
    expect(cut).toContain('overheidspa-')
  })
})
