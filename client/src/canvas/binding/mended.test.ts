import { describe, expect, it } from 'vitest'
import { aNote, exchange, twoScreens } from '../test/two-screens.ts'

describe('[B140] [B142] what a board cannot hold', () => {
  it('brings what tldraw makes within what a board can draw, on the own screen too', () => {
    const [anna, bilal] = twoScreens()
    anna.add(aNote('wens'))
    exchange(anna, bilal)
    anna.act(() => {
      anna.store.update(aNote('wens').id, (shape) => ({
        ...shape,
        index: 'a10' as never,
        props: { ...shape.props, scale: 5000 } as never,
      }))
    })
    anna.frame()
    exchange(anna, bilal)
    for (const screen of [anna, bilal]) {
      expect(screen.shape('shape:wens')).toMatchObject({ index: 'a101', props: { scale: 1000 } })
    }
  })
})
