import { describe, expect, it } from 'vitest'
import { mostSelected, readSaid } from './said.ts'

describe('what others say about themselves', () => {
  it('is where they point, what they selected and where they look', () => {
    const said = {
      pointer: { x: 1, y: 2 },
      selected: ['shape:a'],
      view: { x: 0, y: 0, w: 800, h: 600 },
    }
    expect(readSaid({ ...said, user: { name: 'Anna' }, more: 1 })).toEqual(said)
  })

  it.each([
    {},
    { pointer: null, selected: null, view: null },
    { pointer: { x: '1', y: 2 }, selected: 'shape:a', view: { x: 0, y: 0, w: 0, h: 5 } },
    { pointer: { x: Number.NaN, y: 2 }, selected: [1, 'page:page'], view: [0, 0, 1, 1] },
    { pointer: { x: 1e12, y: 2 }, selected: [`shape:${'a'.repeat(300)}`], view: { x: 0 } },
  ])('is passed over where it makes no sense: %j', (nonsense) => {
    const { pointer, selected, view } = readSaid(nonsense)
    expect([pointer ?? null, selected, view]).toEqual([null, [], null])
  })

  it('is not drawn for more things than one can see at a glance', () => {
    const selected = Array.from({ length: 500 }, (_, number) => `shape:${number}`)
    expect(readSaid({ selected }).selected).toHaveLength(mostSelected)
  })
})
