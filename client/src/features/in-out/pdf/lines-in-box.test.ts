import { array, assert, double, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LETTER_WIDTH, LINE_HEIGHT, linesInBox } from './lines-in-box.ts'

const box = { x: 10, y: 20, w: 200, h: 100 }

describe('[I60] a text in a box', () => {
  it('keeps every word, whole', () => {
    const text = array(string({ maxLength: 12, unit: 'grapheme' }), { maxLength: 40 })
    const size = double({ min: 0, max: 500, noNaN: true })
    assert(
      property(text, size, size, (words, w, h) => {
        const written = words.join(' ')
        const lines = linesInBox(written, { x: 0, y: 0, w, h })
        const read = lines.map(({ paragraph, start, end }) => paragraph.slice(start, end))
        expect(read.join(' ').match(/\S+/g)).toEqual(written.match(/\S+/g))
      }),
    )
  })

  it('stands within it', () => {
    const lines = linesInBox('Er is veel meer groen in de stad dan er ooit was', box)
    expect(lines.length).toBeGreaterThan(1)
    const bottom = Math.max(...lines.map(({ baseline }) => baseline))
    expect(bottom).toBeLessThanOrEqual(box.y + box.h)
    for (const { start, end, size, stretch, x } of lines) {
      expect(x).toBe(box.x)
      expect((end - start) * size * LETTER_WIDTH * stretch).toBeLessThanOrEqual(box.w + 0.001)
    }
  })

  it('stays on one line when it is as short as a line on a note', () => {
    expect(linesInBox('Meer groen in de straat', { ...box, w: 100 })).toHaveLength(1)
  })

  it('gives blank lines no line', () => {
    const lines = linesInBox('een\n\ntwee', box)
    expect(lines.map(({ paragraph }) => paragraph)).toEqual(['een', 'twee'])
    const [first, second] = lines
    expect((second?.baseline ?? 0) - (first?.baseline ?? 0)).toBeCloseTo(
      LINE_HEIGHT * (first?.size ?? 0),
    )
  })
})
