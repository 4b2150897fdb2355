// @vitest-environment jsdom
import { createShapeId, toRichText } from 'tldraw'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Drawer } from '../test/drawer.ts'
import { fillGapsOfJsdom } from '../test/headless-editor.ts'
import { SimulatedRoom } from '../test/simulated-room.ts'

const note = createShapeId('wens')
let anna: Drawer

beforeAll(fillGapsOfJsdom)
afterEach(() => void anna.leave())

// jsdom has no clipboard either.
describe('copying where a page has no clipboard', () => {
  it('puts what is chosen in the clipboard of the event, as tldraw reads it', () => {
    const copied = send('copy')
    const json = /<div data-tldraw>(.*)<\/div>/.exec(copied.get('text/html') ?? '')?.[1] ?? ''
    expect(json).not.toMatch(/[<>&]/)
    expect(JSON.parse(json)).toMatchObject({
      type: 'application/tldraw',
      data: { shapes: [{ id: note, type: 'note' }] },
    })
    expect(copied.get('text/plain')).toBe('Groen & <samen>')
    expect(anna.editor.getCurrentPageShapes()).toHaveLength(1)
  })

  it('takes away what is cut', () => {
    expect(send('cut').has('text/html')).toBe(true)
    expect(anna.editor.getCurrentPageShapes()).toEqual([])
  })
})

/** A note is chosen, and the browser tells of a key. */
function send(type: 'copy' | 'cut'): ReadonlyMap<string, string> {
  anna = new Drawer(new SimulatedRoom(), 1)
  const props = { richText: toRichText('Groen & <samen>') }
  anna.editor.createShape({ id: note, type: 'note', props })
  anna.editor.select(note)
  anna.editor.focus()
  const copied = new Map<string, string>()
  const clipboardData = { setData: (kind: string, text: string) => void copied.set(kind, text) }
  document.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), { clipboardData }))
  return copied
}
