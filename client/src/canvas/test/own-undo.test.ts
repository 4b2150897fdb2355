import { plainTextOf, readRecord } from '@stip/documents'
import type { TLNoteShape, TLShape } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { aNote, exchange, twoScreens } from './two-screens.ts'
import type { Screen } from './two-screens.ts'

describe('undo takes back one’s own work, and nobody else’s', () => {
  it('takes my move back after your colour', () => {
    const [anna, bilal] = aSharedNote()
    anna.move('shape:wens', 100, 100)
    exchange(anna, bilal)
    bilal.color('shape:wens', 'blue')
    exchange(anna, bilal)
    undo(anna, bilal)
    expect(bilal.shape('shape:wens')).toMatchObject({ x: 0, y: 0, props: { color: 'blue' } })
  })

  it('takes my colour back after your move', () => {
    const [anna, bilal] = aSharedNote()
    anna.color('shape:wens', 'blue')
    exchange(anna, bilal)
    bilal.move('shape:wens', 100, 100)
    exchange(anna, bilal)
    undo(anna, bilal)
    expect(bilal.shape('shape:wens')).toMatchObject({ x: 100, props: { color: 'yellow' } })
  })

  it('leaves alone what you changed after me, and takes my step before it', () => {
    const [anna, bilal] = aSharedNote()
    anna.color('shape:wens', 'green')
    anna.move('shape:wens', 100, 100)
    exchange(anna, bilal)
    bilal.move('shape:wens', 300, 300)
    exchange(anna, bilal)
    undo(anna, bilal)
    expect(anna.shape('shape:wens')).toMatchObject({ x: 300, props: { color: 'yellow' } })
  })

  it('leaves alone what you made the same as I did', () => {
    const [anna, bilal] = aSharedNote()
    anna.color('shape:wens', 'green')
    exchange(anna, bilal)
    bilal.color('shape:wens', 'blue')
    bilal.color('shape:wens', 'green')
    exchange(anna, bilal)
    anna.binding.undo.undo()
    exchange(anna, bilal)
    expect(bilal.shape('shape:wens')).toMatchObject({ props: { color: 'green' } })
  })

  it('leaves words alone in which you typed again what was there', () => {
    const [anna, bilal] = aSharedNote()
    anna.write('shape:wens', 'Meer bomen')
    exchange(anna, bilal)
    bilal.write('shape:wens', 'Meer')
    bilal.write('shape:wens', 'Meer bomen')
    exchange(anna, bilal)
    anna.binding.undo.undo()
    exchange(anna, bilal)
    expect(words(bilal, 'shape:wens')).toBe('Meer bomen')
  })

  it('brings back what I deleted with what you wrote in it', () => {
    const [anna, bilal] = aSharedNote()
    bilal.color('shape:wens', 'blue')
    exchange(anna, bilal)
    anna.remove('shape:wens')
    exchange(anna, bilal)
    expect(bilal.shown()).toEqual([])
    undo(anna, bilal)
    expect(bilal.shape('shape:wens')).toMatchObject({ props: { color: 'blue' } })
  })

  it('does not take a note away that you wrote in', () => {
    const [anna, bilal] = aSharedNote()
    bilal.write('shape:wens', 'Mijn zin')
    exchange(anna, bilal)
    undo(anna, bilal)
    expect(anna.shape('shape:wens')).toBeDefined()
  })

  it('takes my new note back, and puts it down again', () => {
    const [anna, bilal] = aSharedNote()
    undo(anna, bilal)
    expect(bilal.shown()).toEqual([])
    anna.binding.undo.redo()
    exchange(anna, bilal)
    expect(bilal.shown()).toHaveLength(1)
  })

  it('takes a drag of many frames back at once', () => {
    const [anna, bilal] = aSharedNote()
    anna.binding.beginStep()
    for (const x of [10, 20, 30]) {
      anna.store.update(aNote('wens').id, (shape) => ({ ...shape, x }))
      anna.binding.flush()
    }
    undo(anna, bilal)
    expect(bilal.shape('shape:wens')).toMatchObject({ x: 0 })
    anna.binding.undo.redo()
    exchange(anna, bilal)
    expect(bilal.shape('shape:wens')).toMatchObject({ x: 30 })
  })

  it('forgets what could be done again once something new was done', () => {
    const [anna, bilal] = aSharedNote()
    anna.move('shape:wens', 10, 10)
    undo(anna, bilal)
    anna.color('shape:wens', 'blue')
    expect(anna.binding.undo.canRedo).toBe(false)
  })

  it('leaves no step behind of loose text in which nothing was typed', () => {
    const [anna, bilal] = aSharedNote()
    anna.add(aText('leeg'))
    anna.move('shape:leeg', 10, 10)
    anna.remove('shape:leeg')
    exchange(anna, bilal)
    undo(anna, bilal)
    expect(bilal.shown()).toEqual([])
  })

  it('brings back loose text in which something was typed before it went away', () => {
    const [anna, bilal] = aSharedNote()
    anna.add(aText('los'))
    anna.write('shape:los', 'Hallo')
    anna.write('shape:los', '')
    anna.remove('shape:los')
    exchange(anna, bilal)
    undo(anna, bilal)
    expect(bilal.shape('shape:los')).toBeDefined()
  })

  it('never offers to take back what others did', () => {
    const [, bilal] = aSharedNote()
    expect(bilal.binding.undo.canUndo).toBe(false)
    expect(bilal.binding.undo.undo()).toBe(false)
  })
})

/** Loose text, as it is before anybody typed in it. */
function aText(name: string): TLShape {
  const { richText, color, size, font, scale } = aNote(name).props as TLNoteShape['props']
  const props = { richText, color, size, font, scale, textAlign: 'start', w: 8, autoSize: true }
  return aNote(name, { type: 'text', props })
}

function aSharedNote(): readonly [Screen, Screen] {
  const [anna, bilal] = twoScreens()
  anna.add(aNote('wens'))
  exchange(anna, bilal)
  return [anna, bilal]
}

function undo(screen: Screen, other: Screen): void {
  screen.binding.beginStep()
  screen.binding.undo.undo()
  exchange(screen, other)
}

function words(screen: Screen, id: string): string {
  return plainTextOf(readRecord(screen.document, id)?.record.props['richText'])
}
