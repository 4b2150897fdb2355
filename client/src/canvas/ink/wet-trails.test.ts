import { beforeEach, describe, expect, it } from 'vitest'
import { encodeInk } from './ink-bytes.ts'
import type { InkLook } from './ink-bytes.ts'
import { WetTrails } from './wet-trails.ts'

const pen: InkLook = { tool: 'pen', color: 'black', width: 5, record: 'shape:stroke' }
const laser: InkLook = { tool: 'laser', color: 'red', width: 8, record: '' }

describe('the ink of others', () => {
  let now = 0
  let dry: Set<string>
  let trails: WetTrails

  beforeEach(() => {
    now = 0
    dry = new Set()
    trails = new WetTrails(
      () => now,
      (record) => dry.has(record),
    )
  })

  it('grows while it is drawn', () => {
    trails.hear(1, begins(pen, 0, 0))
    trails.hear(1, encodeInk({ kind: 'goes-on', points: [5, 6] }, [0, 0]))
    expect(trails.visible()).toMatchObject([{ ...pen, points: [0, 0, 5, 6] }])
  })

  it('goes when the drawing is on the board, also when that was first', () => {
    trails.hear(1, begins(pen, 0, 0))
    dry.add('shape:stroke')
    expect(trails.visible()).toEqual([])
    trails.hear(2, begins(pen, 0, 0))
    expect(trails.isEmpty).toBe(true)
  })

  it('goes when nothing comes of it: given up, or the line broke', () => {
    trails.hear(1, begins(pen, 0, 0))
    trails.hear(2, begins(pen, 0, 0))
    trails.hear(1, encodeInk({ kind: 'ends' }))
    now = 1_999
    expect(trails.visible()).toHaveLength(2)
    now = 2_001
    expect(trails.visible()).toHaveLength(1)
    now = 10_001
    expect(trails.visible()).toEqual([])
  })

  it('of a laser fades behind the dot, and goes out with it', () => {
    trails.hear(1, begins(laser, 0, 0))
    now = 900
    trails.hear(1, encodeInk({ kind: 'goes-on', points: [5, 5] }, [0, 0]))
    now = 1_100
    expect(trails.visible()).toMatchObject([{ points: [5, 5] }])
    now = 5_000
    expect(trails.visible()).toMatchObject([{ points: [5, 5] }])
    trails.hear(1, encodeInk({ kind: 'ends' }))
    expect(trails.visible()).toEqual([])
  })

  it('is passed over when it belongs to nothing, makes no sense or is too much', () => {
    trails.hear(1, encodeInk({ kind: 'goes-on', points: [5, 6] }))
    trails.hear(1, Uint8Array.of(9, 9, 9))
    expect(trails.isEmpty).toBe(true)
    for (let number = 0; number < 100; number++) trails.hear(number, begins(pen, 0, 0))
    expect(trails.visible()).toHaveLength(64)
  })
})

function begins(look: InkLook, ...points: number[]): Uint8Array {
  return encodeInk({ kind: 'begins', look, points })
}
