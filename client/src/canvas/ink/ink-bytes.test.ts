import { seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { decodeInk, encodeInk } from './ink-bytes.ts'
import type { InkFrame } from './ink-bytes.ts'

const look = { tool: 'pen', color: 'light-blue', width: 7.5, record: 'shape:aBc_1-2' } as const

describe('ink on the line', () => {
  it('is read as it was written, to half a board unit', () => {
    const frame: InkFrame = { kind: 'begins', look, points: [10.5, -20, 300_000, 0.2] }
    expect(decodeInk(encodeInk(frame))).toEqual({ ...frame, points: [10.5, -20, 300_000, 0] })
  })

  it('goes on where it was', () => {
    const frame: InkFrame = { kind: 'goes-on', points: [1001, 2002, 1003, 1999] }
    const bytes = encodeInk(frame, [1000, 2000])
    expect(bytes).toHaveLength(5)
    expect(decodeInk(bytes, [1000, 2000])).toEqual(frame)
  })

  it('ends in one byte', () => {
    expect(decodeInk(encodeInk({ kind: 'ends' }))).toEqual({ kind: 'ends' })
    expect(encodeInk({ kind: 'ends' })).toEqual(Uint8Array.of(2))
  })

  it.each([
    [[]],
    [[7]],
    [[0, 9]],
    [[1, 128]],
    [[1, 1]],
    [[0, 0, 60, 3, 60, 62, 34, 0]],
    [[0, 0, 255, 255, 3, 0, 0]],
  ])('is not drawn when it makes no sense: %j', (bytes) => {
    expect(decodeInk(Uint8Array.from(bytes))).toBeUndefined()
  })

  it('never throws, whatever the bytes', () => {
    const random = seededRandom(3)
    for (let times = 0; times < 5_000; times++) {
      const bytes = Uint8Array.from({ length: random() * 30 }, () => random() * 256)
      bytes[0] = random() * 3
      const frame = decodeInk(bytes)
      expect(frame === undefined || 'kind' in frame).toBe(true)
    }
  })
})
