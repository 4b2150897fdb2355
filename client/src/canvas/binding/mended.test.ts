import { describe, expect, it } from 'vitest'
import { aNote, exchange, smuggle, twoScreens } from '../test/two-screens.ts'

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

  it('is shown at the nearest that it can, when it is there already', () => {
    const [anna, bilal] = twoScreens()
    smuggle(anna, aNote('stuk'))
    const stored = anna.document.getMap<Map<string, unknown>>('records').get('shape:stuk')
    stored?.set('pi', ['page:page', '!!'])
    stored?.set('p.scale', 1e6)
    exchange(anna, bilal)
    expect(bilal.shape('shape:stuk')).toMatchObject({ index: 'a1', props: { scale: 1000 } })
    expect([...bilal.binding.quarantine]).toEqual([])
  })
})
