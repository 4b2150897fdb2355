import { describe, expect, it } from 'vitest'
import type { WetStroke } from '../binding/wet-ink.ts'
import { inkOf, scribbleOf } from './ink.ts'

describe('ink that is still wet', () => {
  it('is where the stroke is on the board', () => {
    expect(inkOf(aStroke(2))).toEqual([10, 20, 11, 20])
  })

  it('stays small enough to send, however long the stroke, and reaches the pen', () => {
    const ink = inkOf(aStroke(5000))
    expect(JSON.stringify(ink).length).toBeLessThan(3500)
    expect(ink.slice(-2)).toEqual([10 + 4999, 20])
    expect(scribbleOf(ink)?.points).toHaveLength(ink.length / 2)
  })

  it.each([
    undefined,
    null,
    'ink',
    [],
    [1, 2],
    [1, 2, 'x', 4],
    [1, 2, Infinity, 4],
    Array(5000).fill(1),
  ])('is not drawn when it makes no sense: %j', (nonsense) => {
    expect(scribbleOf(nonsense)).toBeUndefined()
  })
})

/** A straight stroke to the right that begins at 10, 20. */
function aStroke(points: number): WetStroke {
  const segment = {
    type: 'free',
    points: Array.from({ length: points }, (_, x) => ({ x, y: 0, z: 0.5 })),
  }
  return { x: 10, y: 20, props: { segments: [segment], isComplete: false } } as unknown as WetStroke
}
