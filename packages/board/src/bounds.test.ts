import { describe, expect, it } from 'vitest'
import { bounds } from './bounds.ts'
import { aFrame, aGroup, anArrow, anAsset, aNote } from './test/records.ts'

describe('the bounds of a board', () => {
  it('are those of nothing when there are no shapes', () => {
    expect(bounds([])).toBeUndefined()
    expect(bounds([anAsset('foto'), aGroup('leeg')])).toBeUndefined()
  })

  it('lie around all shapes', () => {
    const notes = [aNote('een', '', { x: -10 }), aNote('twee', '', { x: 300, y: 40 })]
    expect(bounds(notes)).toEqual({ x: -10, y: 0, w: 510, h: 240 })
  })

  it('follow parents and rotation', () => {
    const frame = aFrame('kader', { x: 1000, rotation: Math.PI / 2 })
    const note = aNote('kind', '', { parentId: 'shape:kader', x: 100, y: 600 })
    const { x, y } = bounds([frame, note]) as { x: number; y: number }
    expect(x).toBeCloseTo(200)
    expect(y).toBeCloseTo(0)
  })

  it('of a group are those of what is in it', () => {
    const child = aNote('kind', '', { parentId: 'shape:groep', x: 5, y: 5 })
    expect(bounds([aGroup('groep', { x: 100, y: 100 }), child])).toEqual({
      x: 105,
      y: 105,
      w: 200,
      h: 200,
    })
  })

  it('lie around the points of ink and arrows', () => {
    const points = [
      { x: -5, y: 3, z: 0.5 },
      { x: 20, y: 9 },
    ]
    const props = { segments: [{ type: 'free', points }], scale: 1 }
    const ink = { ...aNote('inkt', '', { x: 10 }), type: 'draw', props }
    expect(bounds([ink])).toEqual({ x: 5, y: 3, w: 25, h: 6 })
    expect(bounds([anArrow('pijl', { x: 10 })])).toEqual({ x: 10, y: 0, w: 100, h: 0 })
  })

  it('of a text are a fair guess', () => {
    const text = { ...aNote('tekst', 'Dit bieden wij'), type: 'text' }
    const { w, h } = bounds([text]) as { w: number; h: number }
    expect(w).toBeGreaterThan(100)
    expect(h).toBeGreaterThan(20)
  })

  it('end also where parents contain each other', () => {
    const one = aFrame('een', { parentId: 'shape:twee' })
    const two = aFrame('twee', { parentId: 'shape:een' })
    expect(bounds([one, two])).toBeDefined()
  })
})
