import { describe, expect, it } from 'vitest'
import { sheetsOf } from './sheets.ts'
import type { Sheet } from './sheets.ts'

const limit = { w: 1000, h: 800 }
const note = (x: number, y: number): Sheet => ({ x, y, w: 200, h: 200 })

describe('[I70] a board in sheets', () => {
  it('is one sheet when it fits', () => {
    expect(sheetsOf({ x: 0, y: 0, w: 1000, h: 800 }, [], limit)).toEqual([
      { x: 0, y: 0, w: 1000, h: 800 },
    ])
  })

  it('is cut between things', () => {
    const boxes = [note(0, 0), note(0, 700), note(0, 920), note(0, 1300)]
    const sheets = sheetsOf({ x: 0, y: 0, w: 900, h: 1500 }, boxes, limit)
    expect(sheets).toEqual([
      { x: 0, y: 0, w: 900, h: 700 },
      { x: 0, y: 700, w: 900, h: 800 },
    ])
  })

  it('has everything on a sheet, none of them too large, and none without anything', () => {
    const boxes = Array.from({ length: 200 }, (_, number) =>
      note((number * 379) % 6000, (number * 1531) % 9000),
    )
    const sheets = sheetsOf({ x: 0, y: 0, w: 6200, h: 9200 }, boxes, limit)
    for (const { w, h } of sheets) expect(w <= limit.w && h <= limit.h).toBe(true)
    const covered = (box: Sheet): number =>
      sheets
        .map((sheet) => Math.max(0, overlap('x', 'w', sheet, box) * overlap('y', 'h', sheet, box)))
        .reduce((sum, part) => sum + part, 0)
    for (const box of boxes) expect(covered(box)).toBeCloseTo(box.w * box.h)
    expect(sheets.length).toBeLessThan(200)
  })

  it('cuts a zone that is larger than a sheet, and not what stands in it', () => {
    const zone = { x: 0, y: 0, w: 900, h: 1500 }
    const sheets = sheetsOf(zone, [zone, note(0, 600), note(300, 810)], limit)
    expect(sheets.map(({ h }) => h)).toEqual([800, 700])
  })
})

function overlap(start: 'x' | 'y', size: 'w' | 'h', one: Sheet, other: Sheet): number {
  const end = Math.min(one[start] + one[size], other[start] + other[size])
  return Math.max(0, end - Math.max(one[start], other[start]))
}
